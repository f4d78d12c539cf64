import { formatBytes, formatChange, formatLimit } from '../budget/units.ts';
import { type Cliff, cliffsOf } from '../size/cliffs.ts';
import type { SpanDelta } from '../size/spans.ts';
import { codeSpan } from './inert-text.ts';

/** One sentence for each section with a step behind it; what crossed one comes first. Inert markdown. */
export function cliffLines(spans: readonly SpanDelta[]): string[] {
  const cliffs = spans.flatMap(cliffsOf);
  const crossed = cliffs.filter((cliff) => cliff.crossed !== undefined);
  return [...crossed.map(crossing), ...cliffs.map(distance)];
}

function crossing({ span, section, step, crossed }: Cliff): string {
  const { growth, cost } = crossed!;
  return `${codeSpan(section, 'paragraph')} ${formatChange(growth)} crossed a step of ${formatLimit(step)}: ${span} ${formatChange(cost)}`;
}

function distance({ span, section, step, left }: Cliff): string {
  return `${codeSpan(section, 'paragraph')} may grow by ${formatBytes(left)} before it costs the ${span} a step of ${formatLimit(step)}`;
}
