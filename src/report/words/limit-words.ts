import type { LimitSource } from '../../budget/limit-source.ts';
import { groupBy } from '../../group-by.ts';
import type { Report } from '../report.ts';
import type { Quote } from './finding-words.ts';

/** In hexadecimal digits. */
const SHORT_HASH = 12;

/** More than anybody reads; a report may be a stranger's, in which each target has a file of its own. */
const MOST_FILES = 10;

/**
 * Says which file and commit the limits of each target are from: one line for all targets that share them, which names
 * these where there are others.
 */
export function limitLines({ targets }: Report, quote: Quote): string[] {
  const sources = targets.flatMap(({ target, limits }) =>
    limits === undefined ? [] : [{ target, source: sourceWords(limits, quote) }],
  );
  const groups = groupBy(sources, ({ source }) => source);
  const lines = [...groups].map(([source, limited]) => {
    const names = limited.map(({ target }) => target);
    const whose = groups.size === 1 ? '' : ` of ${namesOf(names, quote)}`;
    return `limits${whose} are from ${source}`;
  });
  const left = lines.length - MOST_FILES;
  return left <= 0 ? lines : [...lines.slice(0, MOST_FILES), `limits are from ${left} more files`];
}

/** `.github/kernel-size-budget.yml at 1234567890ab (base)`. */
function sourceWords({ path, commit, branch, side }: LimitSource, quote: Quote): string {
  const place = branch === undefined ? '' : ` of ${quote(branch)}`;
  const at = commit === undefined ? place : ` at ${quote(commit.slice(0, SHORT_HASH))}`;
  if (at === '') return `${quote(path)}, which is of no commit`;
  const whose = { base: ' (base)', head: ' (head, new there)' };
  return `${quote(path)}${at}${side === undefined ? '' : whose[side]}`;
}

const MOST_NAMES = 5;

function namesOf(names: readonly string[], quote: Quote): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => quote(name));
  const left = names.length - shown.length;
  return left === 0 ? shown.join(', ') : `${shown.join(', ')} and ${left} more`;
}
