import { cutText, escapeInvisible } from '../inert/inert-text.ts';
import type { Report } from '../report.ts';

/** The longest text in a report, in UTF-16 units: a damaged kernel may have a name of megabytes. */
export const LONGEST_TEXT = 65_536;

/** The report for other programs, as `schema/report.schema.json` says. Absent values are left out. */
export function renderJson(report: Report): string {
  return jsonOf(report);
}

/** The same where it may come onto a terminal: what would act there is written as JSON's `\u001b`. */
export function inertJson(json: string): string {
  return escapeInvisible(json, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`);
}

/** JSON of any value, with texts no longer than a report has. */
export function jsonOf(whole: object): string {
  const json = JSON.stringify(
    whole,
    (_, value: unknown) => (typeof value === 'string' ? cutText(value, LONGEST_TEXT - 1) : value),
    2,
  );
  return `${json}\n`;
}
