import { formatBytes, formatChange } from '../budget/units.ts';
import { type Cliff, cliffsOf } from '../size/cliffs.ts';
import type { SpanDelta } from '../size/spans.ts';
import { codeSpan } from './inert-text.ts';

/** One sentence for each boundary that was crossed, then one for each that is ahead: for `most` of each. Inert markdown. */
export function cliffLines(spans: readonly SpanDelta[], most = Infinity): string[] {
  const cliffs = spans.flatMap(cliffsOf);
  const crossings = cliffs.filter(({ crossed }) => crossed !== undefined);
  const ahead = cliffs.filter(({ left }) => left > 0);
  return [...bySentence(crossings.slice(0, most), crossing), ...bySentence(ahead.slice(0, most), distance)];
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

function crossing({ section, crossed }: Cliff, spans: string): string {
  const { growth, cost } = crossed!;
  return `${codeSpan(section, 'paragraph')} ${formatChange(growth)} crossed an alignment boundary: ${formatChange(cost)} for ${spans}`;
}

function distance({ section, left }: Cliff, spans: string): string {
  return `${codeSpan(section, 'paragraph')} may grow by ${formatBytes(left)} at no cost to ${spans}`;
}
