/**
 * Puts a text into every place of a report that takes any text. The places are read from the report's schema, so that a
 * new field is among them.
 */
import { reportJsonSchema } from '../../../src/report/json/report-schema.ts';
import type { Report, TargetReport } from '../../../src/report/report.ts';
import { isSelector, splitSelector } from '../../../src/size/selectors/selector-sizes.ts';
import { WHOLE } from '../../report/whole-report.ts';

/** What is read of a JSON Schema. */
interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
}

const SCHEMA = reportJsonSchema() as Schema;

/** A report that has all there is, with one text in every place that takes any. */
export function reportFullOf(text: string): Report {
  return fill(SCHEMA, WHOLE, { text, seen: () => undefined, path: '' }) as Report;
}

/** The same target with all that it has defined where annotations can be: line 1 of `fs/0.c`, `fs/1.c`, … */
export function annotated(target: TargetReport, line = 1): TargetReport {
  const { delta } = target;
  if (delta?.accounted === undefined) return target;
  const rows = delta.accounted.rows.map((row, index) =>
    Object.assign({}, row, { definition: { file: `fs/${index}.c`, line } }),
  );
  return { ...target, delta: { ...delta, accounted: { ...delta.accounted, rows } } };
}

/** The places that `reportFullOf` fills. */
export function filledPlaces(): string[] {
  const places = new Set<string>();
  fill(SCHEMA, WHOLE, { text: '', seen: (place) => places.add(place), path: '' });
  return [...places].toSorted();
}

/** The places that take any text: `.targets[].delta.config[].cause(fragment).file`; `{}` is a name of a limit. */
export function textPlaces(schema: Schema = SCHEMA, path = ''): string[] {
  if (isAnyText(schema) || isMetric(schema)) return [path];
  const below = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => textPlaces(one, `${path}.${name}`)),
    ...(schema.items === undefined ? [] : textPlaces(schema.items, `${path}[]`)),
    ...(schema.oneOf ?? []).flatMap((one) => textPlaces(one, `${path}(${kindOf(one)})`)),
    ...(schema.propertyNames === undefined ? [] : textPlaces(schema.propertyNames, `${path}{}`)),
  ];
  return below.toSorted();
}

interface Filling {
  readonly text: string;
  readonly seen: (place: string) => unknown;
  readonly path: string;
}

function fill(schema: Schema, value: unknown, filling: Filling): unknown {
  const at = (step: string): Filling => ({ ...filling, path: filling.path + step });
  if (value === undefined) return undefined;
  if (isAnyText(schema)) return filled(filling, filling.text);
  if (isMetric(schema)) return fillMetric(value as string, filling);
  if (schema.oneOf !== undefined) {
    const { kind } = value as { readonly kind: string };
    return fill(
      schema.oneOf.find((one) => kindOf(one) === kind)!,
      value,
      at(`(${kind})`),
    );
  }
  if (schema.items !== undefined) {
    return fillItems(schema.items, value as readonly unknown[], at('[]'));
  }
  if (typeof value !== 'object') return value;
  const { properties = {}, propertyNames } = schema;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, one]) =>
      propertyNames === undefined
        ? [name, fill(properties[name] ?? {}, one, at(`.${name}`))]
        : [fill(propertyNames, name, at('{}')), one],
    ),
  );
}

/** A report that has a name twice in one list is refused: what has the name of an item before it gets a number, too. */
function fillItems(schema: Schema, items: readonly unknown[], filling: Filling): unknown[] {
  const names = new Set<unknown>();
  return items.map((item, index) => {
    const first = fill(schema, item, filling);
    const name = nameOf(first);
    const isTaken = name !== undefined && names.has(name);
    names.add(name);
    return isTaken ? fill(schema, item, { ...filling, text: `${filling.text} ${index}` }) : first;
  });
}

function nameOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
}

/** Of a metric's name only a part of the kernel is anybody's. */
function fillMetric(name: string, filling: Filling): string {
  return isSelector(name) ? filled(filling, `${splitSelector(name).kind}:${filling.text}`) : name;
}

function filled({ seen, path }: Filling, text: string): string {
  seen(path);
  return text;
}

function isAnyText({ type, pattern, enum: words, const: word }: Schema): boolean {
  return type === 'string' && pattern === undefined && words === undefined && word === undefined;
}

function isMetric({ anyOf }: Schema): boolean {
  return anyOf?.some(({ pattern }) => pattern?.startsWith('^(section|')) ?? false;
}

function kindOf({ properties }: Schema): string {
  return String(properties?.['kind']?.const);
}
