import { formatBytes, formatChange } from '../../budget/units.ts';
import { type Cliff, alignmentCliffs } from '../../size/delta/alignment-cliffs.ts';
import type { SpanDelta } from '../../size/metrics/address-spans.ts';
import type { Report, TargetReport } from '../report.ts';
import type { Quote } from './finding-words.ts';

/** Targets: what nobody reads is not on top. */
const MOST_ON_TOP = 4;

/**
 * What goes on top of a report, one line a target: the first boundary that it crossed and how far it is to the next one, or
 * how far a section may still grow. Of the targets that are over a limit; where none is, of those that crossed one.
 */
export function cliffRemarks({ targets }: Report, quote: { name: Quote; section: Quote }): string[] {
  const over = targets.filter(isOver);
  const lines = (over.length > 0 ? over : targets).flatMap((target) => {
    const said = onTop(target, quote.section);
    return said === undefined ? [] : [`${quote.name(target.target)}: ${said}`];
  });
  return lines.slice(0, MOST_ON_TOP);
}

function onTop(target: TargetReport, quote: Quote): string | undefined {
  const spans = target.delta?.spans ?? [];
  const crossed = spans.flatMap(alignmentCliffs).find((cliff) => cliff.crossed !== undefined);
  if (crossed !== undefined) {
    const [line] = sentences(spans, quote).crossed;
    return crossed.left === 0 ? line : `${line}; ${formatBytes(crossed.left)} left to the next`;
  }
  return isOver(target) ? sentences(spans, quote).ahead[0] : undefined;
}

function isOver({ verdict }: TargetReport): boolean {
  return verdict.kind.startsWith('over-');
}

/** One sentence for each boundary that was crossed, then one for each that is ahead: for `most` of each. */
export function cliffLines(spans: readonly SpanDelta[], quote: Quote, most = Infinity): string[] {
  const { crossed, ahead } = sentences(spans, quote);
  return [...crossed.slice(0, most), ...ahead.slice(0, most)];
}

function sentences(spans: readonly SpanDelta[], quote: Quote) {
  const cliffs = spans.flatMap(alignmentCliffs);
  const crossings = cliffs.filter(({ crossed }) => crossed !== undefined);
  const ahead = cliffs.filter(({ left }) => left > 0);
  return {
    crossed: bySentence(crossings, (cliff, names) => crossing(cliff, names, quote)),
    ahead: bySentence(ahead, (cliff, names) => distance(cliff, names, quote)),
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
