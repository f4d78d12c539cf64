/**
 * Finds what stands twice in a list of a report. One could hide behind the other: a reader may take the first, the last
 * or the sum of both.
 */
import type { AccountedDelta } from '../../size/delta/accounted-delta.ts';
import type { Delta } from '../../size/delta/delta.ts';
import type { Report, TargetReport } from '../report.ts';
import { LONGEST_TEXT } from './json.ts';

/** Things that have a name, or a name of several parts. */
interface NamedList {
  /** What one of them is: `metric`. */
  readonly what: string;
  readonly names: readonly (string | readonly (string | undefined)[])[];
}

/** `the metric "ram" of the target "toy"`; undefined where each name is there once. */
export function doubleIn(report: Report): string | undefined {
  const twice = firstDouble([
    { what: 'target', names: report.targets.map(({ target }) => target) },
    { what: 'commit', names: (report.commits ?? []).map(({ hash }) => hash) },
  ]);
  if (twice !== undefined) return twice;
  for (const target of report.targets) {
    const found = firstDouble(listsOf(target));
    if (found !== undefined) return `${found} of the target ${JSON.stringify(target.target)}`;
  }
  return undefined;
}

function listsOf({ verdict, delta }: TargetReport): NamedList[] {
  return [
    { what: 'finding', names: verdict.findings.map(({ kind, metric }) => [kind, metric]) },
    ...(delta === undefined ? [] : listsOfDelta(delta)),
  ];
}

function listsOfDelta(delta: Delta): NamedList[] {
  const { metrics, sections, symbols, accounted, spans, config, split, deviceTree } = delta;
  const accounts = [accounted, ...(split?.kind === 'split' ? [split.code, split.kconfig] : [])];
  return [
    { what: 'metric', names: metrics.map(({ metric }) => metric) },
    { what: 'section', names: namesOf(sections) },
    { what: 'symbol', names: namesOf(symbols?.rows ?? []) },
    ...accounts.flatMap((account) => (account === undefined ? [] : listsOfAccount(account))),
    { what: 'span', names: namesOf(spans) },
    ...spans.map(({ parts }): NamedList => ({ what: 'part of a span', names: namesOf(parts) })),
    { what: 'option', names: namesOf(config) },
    { what: 'option', names: split?.kind === 'split' ? namesOf(split.options ?? []) : [] },
    {
      what: 'row of the device tree',
      names: (deviceTree?.rows ?? []).map((row) => [row.node, row.property]),
    },
  ];
}

function listsOfAccount({ rows, sections, objects, directories, subsystems }: AccountedDelta): NamedList[] {
  return [
    { what: 'owner', names: rows.map(({ kind, name, object }) => [kind, name, object]) },
    { what: 'section', names: namesOf(sections) },
    { what: 'object', names: namesOf(objects) },
    { what: 'directory', names: namesOf(directories ?? []) },
    { what: 'subsystem', names: namesOf(subsystems) },
    ...rows.map(({ cells }): NamedList => ({ what: 'section', names: cells.map(({ section }) => section) })),
  ];
}

function namesOf(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

function firstDouble(lists: readonly NamedList[]): string | undefined {
  for (const { what, names } of lists) {
    if (names.length < 2) continue;
    const seen = new Set<string>();
    for (const name of names) {
      const key = JSON.stringify(name);
      if (seen.has(key) && !isShortened(key)) return `the ${what} ${key}`;
      seen.add(key);
    }
  }
  return undefined;
}

/** Names of a damaged kernel may differ where they were cut, or in bytes that are no characters. */
function isShortened(key: string): boolean {
  return key.length >= LONGEST_TEXT || key.includes('\uFFFD');
}
