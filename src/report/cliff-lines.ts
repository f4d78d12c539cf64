import { formatBytes, formatChange } from '../budget/units.ts';
import { type Cliff, cliffsOf } from '../size/cliffs.ts';
import type { SpanDelta } from '../size/spans.ts';
import type { Quote } from './finding-words.ts';
import type { Report } from './report.ts';

/** Sentences for each kind, of one target and of all: what nobody reads is not on top. */
const ON_TOP = 2;
const MOST_ON_TOP = 8;

/** What goes on top of a report: each target whose change crossed a boundary, and how far those over a limit may still grow. */
export function cliffRemarks({ targets }: Report, quote: { name: Quote; section: Quote }): string[] {
  const lines = targets.flatMap((target) => {
    const spans = target.delta?.spans ?? [];
    const crossed = sentences(spans, quote.section, ON_TOP).crossed;
    const isOver = target.verdict.kind.startsWith('over-');
    const ahead = isOver || crossed.length > 0 ? sentences(spans, quote.section, ON_TOP).ahead : [];
    return [...crossed, ...ahead].map((sentence) => `${quote.name(target.target)}: ${sentence}`);
  });
  return lines.slice(0, MOST_ON_TOP);
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
