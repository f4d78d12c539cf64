import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { failedReport } from '../../../src/report/assemble-report.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import { reportJsonSchema, reportSchema } from '../../../src/report/json/report-schema.ts';
import type { Report } from '../../../src/report/report.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { reportFullOf } from '../../support/report/hostile-report.ts';
import {
  BASE,
  deltaWith,
  findingWith,
  overGrowthTarget,
  reportWith,
  symbolDiff,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';
import { WHOLE } from '../whole-report.ts';

const committed = JSON.parse(
  readFileSync(new URL('../../../schema/report.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const validate = new Ajv({ strict: true }).compile(committed);

/** What the committed schema and zod's say of the JSON of a report. */
function verdicts(json: string): [committed: boolean, zod: boolean] {
  const value: unknown = JSON.parse(json);
  return [validate(value), reportSchema.safeParse(value).success];
}

const finding = (overrides: object): Report =>
  reportWith([
    targetReport({ verdict: verdictWith('inherited', { findings: [{ ...findingWith(), ...overrides }] }) }),
  ]);
const symbols = (overrides: object): Report =>
  reportWith([targetReport({ delta: { ...deltaWith(), symbols: { ...symbolDiff(), ...overrides } } })]);

test('the committed schema is the one that scripts/write-schema.js writes', () => {
  expect(committed).toEqual(reportJsonSchema());
});

describe('both schemas accept', () => {
  const shrunk = deltaWith({
    metrics: { ram: [2, 0] },
    sections: [{ name: '.init', base: 4, head: 0 }],
    symbols: [['gone', 4, undefined]],
  });
  test.each<[string, Report]>([
    ['all there is', WHOLE],
    ['no target', failedReport({ base: undefined, head: undefined }, { reason: '', details: [] })],
    ['a new target', reportWith([targetReport({ status: 'new', delta: deltaWith({ symbols: 'new' }) })])],
    ['what shrank and what is gone', reportWith([targetReport({ status: 'removed', delta: shrunk })])],
    ['a finding', finding({})],
    ['a finding on a part', finding({ metric: 'subsystem:FILESYSTEMS (VFS*' })],
    ['limits on parts', reportWith([targetReport({ budgets: { 'dir:fs/': 1 }, growth: { 'symbol:x': 0 } })])],
    ['a table of no symbol', symbols({})],
    ['a hash of SHA-256', reportWith([], { base: { ...BASE, hash: 'f'.repeat(64) } })],
    ['a text too long to be kept', reportWith([], { notes: ['x'.repeat(1_000_000)] })],
  ])('%s', (_, report) => {
    expect(verdicts(renderJson(report))).toEqual([true, true]);
  });

  test.each(Object.entries(HOSTILE_TEXTS))('%s in every text', (_, name) => {
    expect(verdicts(renderJson(reportFullOf(name)))).toEqual([true, true]);
  });

  test('fields of a later report of the same version', () => {
    expect(verdicts(JSON.stringify({ ...WHOLE, later: [1] }))).toEqual([true, true]);
  });
});

describe('both schemas refuse', () => {
  const target = overGrowthTarget();
  test.each<[string, object]>([
    ['another version', { ...WHOLE, version: 2 }],
    ['a version as text', { ...WHOLE, version: '1' }],
    ['an unknown verdict', { ...WHOLE, verdict: 'fine' }],
    ['a short hash', { ...WHOLE, base: { ...BASE, hash: '1234567' } }],
    ['a hash that is markup', { ...WHOLE, head: { ...BASE, hash: '<b>'.padEnd(40, '0') } }],
    ['null for what is absent', { ...WHOLE, base: null }],
    ['an unknown status', reportWith([{ ...target, status: 'old' as 'new' }])],
    ['a fraction of a byte', reportWith([{ ...target, budgets: { ram: 0.5 } }])],
    ['a size below nothing', reportWith([{ ...target, growth: { ram: -1 } }])],
    ['a size as people write it', reportWith([{ ...target, budgets: { ram: '324K' as unknown as number } }])],
    [
      'an unknown metric',
      reportWith([{ ...target, budgets: { stack: 1 } as object as typeof target.budgets }]),
    ],
    ['an unknown kind of part', finding({ metric: 'sections:.text' })],
    ['a finding that is a pass', finding({ kind: 'pass' })],
    ['a finding without a limit', finding({ limit: undefined })],
    ['a finding on a size above 2^53', finding({ head: 2 ** 53 })],
    ['a count below nothing', symbols({ added: -1 })],
    ['a row without its change', symbols({ rows: [{ name: 'x', old: 1 }] })],
    ['a text longer than is written', { ...WHOLE, notes: ['x'.repeat(65_537)] }],
    [
      'a digest that is none',
      reportWith([{ ...target, provenance: { ...target.provenance!, configDigest: 'x' } }]),
    ],
  ])('%s', (_, report) => {
    expect(verdicts(JSON.stringify(report))).toEqual([false, false]);
  });

  test.each(['version', 'verdict', 'targets', 'notes'])('a report without %s', (field) => {
    expect(verdicts(JSON.stringify({ ...WHOLE, [field]: undefined }))).toEqual([false, false]);
  });
});

test('the schema describes all fields that are written, and no other', () => {
  expect(writtenFields(JSON.parse(renderJson(WHOLE)))).toEqual(describedFields(committed));
});

/** `.a.b` for each field of objects in a value; names of metrics are no fields. */
function writtenFields(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return distinct(value.flatMap((item) => writtenFields(item, path)));
  if (typeof value !== 'object' || value === null || /budgets$|growth$/.test(path)) return [];
  return fieldsBelow(value, path, writtenFields);
}

/** The same of a schema. */
function describedFields(schema: unknown, path = ''): string[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = schema as SchemaPart;
  const inner = [...(items === undefined ? [] : [items]), ...anyOf, ...oneOf];
  const below = inner.flatMap((part) => describedFields(part, path));
  return distinct(fieldsBelow(properties, path, describedFields).concat(below));
}

/** Where a schema says which fields there are. */
interface SchemaPart {
  readonly properties?: object;
  readonly items?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
}

function fieldsBelow(
  fields: object,
  path: string,
  below: (field: unknown, path: string) => string[],
): string[] {
  const paths = Object.entries(fields).flatMap(([name, field]) =>
    [`${path}.${name}`].concat(below(field, `${path}.${name}`)),
  );
  return distinct(paths);
}

function distinct(fields: readonly string[]): string[] {
  return [...new Set(fields)].toSorted();
}
