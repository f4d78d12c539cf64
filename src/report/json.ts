import { cutText } from './inert-text.ts';
import type { Report } from './report.ts';

/** The longest text in a report, in UTF-16 units: a damaged kernel may have a name of megabytes. */
export const LONGEST_TEXT = 65_536;

/** The report for other programs, as `schema/report.schema.json` says. Absent values are left out. */
export function renderJson(report: Report): string {
  const json = JSON.stringify(
    report,
    (_, value: unknown) => (typeof value === 'string' ? cutText(value, LONGEST_TEXT - 1) : value),
    2,
  );
  return `${json}\n`;
}
