import { ACCEPTANCE_KEY, parseAcceptance } from '../../budget/acceptance.ts';
import type { Finding } from '../../budget/verdict.ts';
import { countedChange } from '../../size/delta/metric-deltas.ts';
import type { Report } from '../report.ts';

/** More than anybody copies: a report may be a stranger's. */
const MOST_LINES = 20;

/** What stands where whoever accepts it says why. */
const REASON = '…';

/**
 * The lines to copy into a commit's message that accept what breaks a growth limit: `Size-Growth: stm32f469 ram +2016 …`.
 * None for a name that would be read as something else.
 */
export function acceptLines({ targets }: Report): string[] {
  const lines = targets.flatMap(({ target, verdict }) =>
    verdict.findings.flatMap((finding) => acceptLine(target, finding) ?? []),
  );
  return lines.slice(0, MOST_LINES);
}

function acceptLine(target: string, finding: Finding): string | undefined {
  const bytes = countedChange(finding);
  if (finding.kind !== 'over-growth' || bytes === undefined) return undefined;
  const written = `${target} ${finding.metric} +${bytes} ${REASON}`;
  const read = parseAcceptance(written);
  const isMeant =
    read.kind === 'acceptance' &&
    read.acceptance.target === target &&
    read.acceptance.metric === finding.metric &&
    read.acceptance.bytes === bytes &&
    !/[\n\r]/.test(written);
  return isMeant ? `${ACCEPTANCE_KEY}: ${written}` : undefined;
}

/** The sentence before the lines. */
export const HOW_TO_ACCEPT = 'To accept this growth, end the message of a commit with the reason:';
