/** What a broken limit, or one that is near, is called in a sentence. */
import { formatBytes, formatChange, formatLimit } from '../../budget/units.ts';
import type { Finding } from '../../budget/verdict.ts';
import { countedChange, metricChange } from '../../size/delta/metric-deltas.ts';
import { isSelector } from '../../size/selectors/selector-sizes.ts';
import { contentWords } from './change-words.ts';

/** Makes text from outside (a target's name, a reason) inert in the place where a sentence is printed. */
export type Quote = (text: string) => string;

/** Whether this change has a part in it. A budget that is near, or was over before, stands in every report until somebody mends it. */
export function hasPartIn(finding: Finding): boolean {
  switch (finding.kind) {
    case 'inherited':
      return false;
    case 'near-limit':
      return (metricChange(finding) ?? finding.head) > 0;
    default:
      return true;
  }
}

/** `is over its growth limit: ram +3,968 B (limit +1,024 B)`. */
export function describeFinding(finding: Finding, quote: Quote): string {
  const { head, limit } = finding;
  const metric = isSelector(finding.metric) ? quote(finding.metric) : finding.metric;
  const change = finding.base === undefined ? undefined : head - finding.base;
  const use = `${metric} ${formatBytes(head)} of ${formatLimit(limit)}`;
  switch (finding.kind) {
    case 'over-budget':
      return `is over its budget: ${use}, ${formatBytes(head - limit)} too much${byThisChange(change)}`;
    case 'over-growth':
    case 'accepted': {
      const grew = `${metric} ${growthWords(finding)}`;
      return `${finding.kind === 'accepted' ? 'grew as was accepted' : 'is over its growth limit'}: ${grew}${acceptedBy(finding, quote)}`;
    }
    case 'inherited':
      return `was over its budget before: ${use}${byThisChange(change)}`;
    case 'near-limit':
      return `is near its budget: ${use}, ${formatBytes(limit - head)} left${byThisChange(change)}`;
  }
}

/** `+3,968 B (limit +1,024 B)`; `+1,500 B before compression (limit +512 B), +704 B compressed`. */
function growthWords(finding: Finding): string {
  const { head, limit, content } = finding;
  const words = contentWords(finding.metric);
  const growth = formatChange(countedChange(finding) ?? head);
  const size = formatChange(metricChange(finding) ?? head);
  return content === undefined
    ? `${growth} (limit ${formatChange(limit)})`
    : `${growth} ${words.content} (limit ${formatChange(limit)}), ${size} ${words.size}`;
}

/** `; +4,096 B accepted by alice (command): new driver`. */
function acceptedBy({ acceptance }: Finding, quote: Quote): string {
  if (acceptance === undefined) return '';
  const { bytes, by, via, reason } = acceptance;
  return `; ${formatChange(bytes)} accepted by ${quote(by)} (${via}): ${quote(reason)}`;
}

function byThisChange(change: number | undefined): string {
  if (change === undefined) return '';
  return change === 0 ? ', nothing of it by this change' : `, ${formatChange(change)} by this change`;
}
