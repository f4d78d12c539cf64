import { UserError } from '../../user-error.ts';
import { shortLine } from '../inert/inert-text.ts';
import type { Report } from '../report.ts';
import { doubleKey } from './json-doubles.ts';
import { doubleIn } from './report-doubles.ts';
import { reportSchema } from './report-schema.ts';

/** In characters, of what a message quotes: the file's own names may have megabytes. */
const LONGEST_PLACE = 300;

/**
 * Reads the JSON of a report from anywhere; all its numbers are integers below 2^53, and its texts are a stranger's.
 * Throws a UserError that names the first field which is not as `schema/report.schema.json` says.
 */
export function readReport(text: string, name: string): Report {
  const parsed = reportSchema.safeParse(parseJson(text, name));
  if (parsed.success) return requireNamesOnce(parsed.data as Report, text, name);
  const [issue] = parsed.error.issues;
  const place = issue === undefined ? '' : `${issue.path.join('.') || '(the whole)'}: ${issue.message}`;
  throw new UserError(
    `${name} is not a report of this version of the tool (${shortLine(place, LONGEST_PLACE)}); expected what schema/report.schema.json describes`,
  );
}

/** JSON.parse has read the text. */
function requireNamesOnce(report: Report, text: string, name: string): Report {
  const key = doubleKey(text);
  const twice = key === undefined ? doubleIn(report) : `the key ${JSON.stringify(key)} in one object`;
  if (twice === undefined) return report;
  throw new UserError(
    `${name} has ${shortLine(twice, LONGEST_PLACE)} twice; expected each name once, as this tool writes it`,
  );
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const said = shortLine((cause as Error).message, LONGEST_PLACE);
    throw new UserError(`${name} is not JSON (${said}); expected a report of this tool`, {
      cause,
    });
  }
}
