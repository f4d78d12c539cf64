import { describe, expect, test } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import { readReport } from '../../../src/report/json/read-report.ts';
import { WHOLE } from '../whole-report.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const whole = JSON.parse(renderJson(WHOLE)) as Json;

function errorOf(text: string): string {
  try {
    readReport(text, 'report.json');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The steps to all objects, or to all lists of objects, of a value. */
function placesOf(kind: 'objects' | 'lists', value: Json, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  const isWanted = kind === 'objects' ? !isList : isList && typeof value[0] === 'object';
  return [
    ...(isWanted && Object.keys(value).length > 0 ? [[...path]] : []),
    ...Object.entries(value).flatMap(([key, below]: [string, Json]) => placesOf(kind, below, [...path, key])),
  ];
}

/** The value with the first entry of a list twice. */
function withDoubleEntry(value: Json, [step, ...more]: readonly string[]): Json {
  if (step === undefined) return [...(value as readonly Json[]), (value as readonly Json[])[0]!];
  const below = withDoubleEntry((value as Record<string, Json>)[step]!, more);
  return Array.isArray(value)
    ? value.map((item: Json, index) => (String(index) === step ? below : item))
    : { ...(value as object), [step]: below };
}

/** The JSON of a value in which the last key of one object stands twice, as `write` spells it the first time. */
function withDoubleKey(value: Json, path: readonly string[], write: (key: string) => string): string {
  const [step, ...more] = path;
  const part = (key: string, below: Json): string =>
    key === step ? withDoubleKey(below, more, write) : JSON.stringify(below);
  if (Array.isArray(value)) return `[${value.map((item: Json, i) => part(String(i), item)).join()}]`;
  const members = Object.entries(value as Record<string, Json>).map(
    ([key, below]) => `${JSON.stringify(key)}:${part(key, below)}`,
  );
  if (step === undefined) {
    const [key, below] = Object.entries(value as Record<string, Json>).at(-1)!;
    members.unshift(`${write(key)}: ${JSON.stringify(below)}`);
  }
  return `{${members.join()}}`;
}

const nameOf = (path: readonly string[]): string => path.join('.') || 'the whole';

test('a report that has all there is has nothing twice', () => {
  expect(errorOf(JSON.stringify(whole))).toBe('');
});

describe('a report is refused that has an entry twice in', () => {
  test.each(placesOf('lists', whole).map((path) => [nameOf(path), path] as const))('%s', (_, path) => {
    expect(errorOf(JSON.stringify(withDoubleEntry(whole, path)))).toMatch(/^report\.json has the .+ twice; /);
  });
});

describe('a report is refused that has a key twice in', () => {
  test.each(placesOf('objects', whole).map((path) => [nameOf(path), path] as const))('%s', (_, path) => {
    expect(errorOf(withDoubleKey(whole, path, JSON.stringify))).toMatch(/the key ".+" in one object twice; /);
  });

  test('the whole, once in escapes', () => {
    const escaped = (key: string): string =>
      `"${Array.from(key, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
    expect(errorOf(withDoubleKey(whole, [], escaped))).toContain(
      `the key "${Object.keys(whole!).at(-1)}" in one object twice`,
    );
  });

  test('a field that this version does not know', () => {
    expect(errorOf('{"later": {"a": 1, "a": 2}}')).toContain('is not a report');
    const later = JSON.stringify({ ...(whole as object), later: 0 }).replace(
      '"later":0',
      '"later":{"a":1,"a":2}',
    );
    expect(errorOf(later)).toContain('the key "a" in one object twice');
  });
});

test('what only looks like a key is none', () => {
  const notes = ['"a": 1, "a": 2', '{"a":1,"a":2}', '"\\": "a"', 'a":'];
  expect(errorOf(renderJson({ ...WHOLE, notes }))).toBe('');
});

test('names of a damaged kernel may be alike', () => {
  const [first] = WHOLE.targets;
  const row = first!.delta!.symbols!.rows[0]!;
  const rows = ['a\uFFFD', 'x'.repeat(100_000)].flatMap((name) =>
    [0, 1].map(() => Object.assign({}, row, { name })),
  );
  const delta = { ...first!.delta!, symbols: { ...first!.delta!.symbols!, rows } };
  expect(errorOf(renderJson({ ...WHOLE, targets: [{ ...first!, delta }] }))).toBe('');
});

test.each(['__proto__', 'constructor', 'toString'])('a target may be called %s, once', (target) => {
  const [first] = WHOLE.targets;
  const named = { ...first!, target };
  const read = readReport(renderJson({ ...WHOLE, targets: [named] }), 'report.json');
  expect(read.targets.map((one) => one.target)).toEqual([target]);
  expect(errorOf(renderJson({ ...WHOLE, targets: [named, named] }))).toContain('twice');
});

test.each(['budgets', 'growth'] as const)('__proto__ is no limit of %s, and changes none', (limits) => {
  const text = renderJson(WHOLE).replace(`"${limits}": {`, `"${limits}": { "__proto__": { "ram": 1 },`);
  const [first] = readReport(text, 'report.json').targets;
  expect(first![limits]).toEqual(WHOLE.targets[0]![limits]);
  expect(Object.getPrototypeOf(first![limits])).toBe(Object.prototype);
});
