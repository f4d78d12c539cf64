import { formatBytes, formatChange } from '../budget/units.ts';
import { type Cliff, cliffsOf } from '../size/cliffs.ts';
import type { SpanDelta } from '../size/spans.ts';
import type { Quote } from './finding-words.ts';
import type { Report, TargetReport } from './report.ts';

/** Sentences of each kind for one target, and targets: what nobody reads is not on top. */
const ON_TOP = 2;
const MOST_ON_TOP = 4;

/**
 * What goes on top of a report, one line a target: what crossed a boundary, and how far those that did, or that are over a
 * limit, may still grow.
 */
export function cliffRemarks({ targets }: Report, quote: { name: Quote; section: Quote }): string[] {
  const overFirst = targets.toSorted((a, b) => Number(isOver(b)) - Number(isOver(a)));
  const lines = overFirst.flatMap((target) => {
    const { crossed, ahead } = sentences(target.delta?.spans ?? [], quote.section, ON_TOP);
    const said = isOver(target) || crossed.length > 0 ? [...crossed, ...ahead] : [];
    return said.length === 0 ? [] : [`${quote.name(target.target)}: ${said.join('; ')}`];
  });
  return lines.slice(0, MOST_ON_TOP);
}

function isOver({ verdict }: TargetReport): boolean {
  return verdict.kind.startsWith('over-');
}

/** One sentence for each boundary that was crossed, then one for each that is ahead: for `most` of each. */
export function cliffLines(spans: readonly SpanDelta[], quote: Quote, most = Infinity): string[] {
  const { crossed, ahead } = sentences(spans, quote, most);
  return [...crossed, ...ahead];
}

function sentences(spans: readonly SpanDelta[], quote: Quote, most: number) {
  const cliffs = spans.flatMap(cliffsOf);
  const crossings = cliffs.filter(({ crossed }) => crossed !== undefined);
  const ahead = cliffs.filter(({ left }) => left > 0);
  return {
    crossed: bySentence(crossings.slice(0, most), (cliff, names) => crossing(cliff, names, quote)),
    ahead: bySentence(ahead.slice(0, most), (cliff, names) => distance(cliff, names, quote)),
  };
}

/** What holds for both spans is said once. */
function bySentence(cliffs: readonly Cliff[], sentence: (cliff: Cliff, spans: string) => string): string[] {
  const spans = new Map<string, { readonly cliff: Cliff; readonly names: string[] }>();
  for (const cliff of cliffs) {
    const known = spans.get(sentence(cliff, ''));
    if (known === undefined) spans.set(sentence(cliff, ''), { cliff, names: [WORDS[cliff.span]] });
    else known.names.push(WORDS[cliff.span]);
  }
  return [...spans.values()].map(({ cliff, names }) => sentence(cliff, names.join(' and ')));
}

const WORDS = { image: 'the linked image', memory: 'the memory' } as const;

function crossing({ section, crossed }: Cliff, spans: string, quote: Quote): string {
  const { growth, cost } = crossed!;
  return `${quote(section)} ${formatChange(growth)} crossed an alignment boundary: ${formatChange(cost)} for ${spans}`;
}

function distance({ section, left }: Cliff, spans: string, quote: Quote): string {
  return `${quote(section)} may grow by ${formatBytes(left)} at no cost to ${spans}`;
}
