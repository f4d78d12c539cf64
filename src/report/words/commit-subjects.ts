/** The commits that a change is made of, as a report names them. */
import { shortLine } from '../inert/inert-text.ts';

/** A commit that head has and base does not. */
export interface CommitSubject {
  readonly hash: string;
  /** First line of its message, visible and cut: anybody writes it. */
  readonly subject: string;
}

/** That a report has; GitHub lists 250 of a pull request, and a push may bring any number. */
const MOST_COMMITS = 50;

/** In characters; git's own advice is 50 of them (git-commit(1), DISCUSSION). */
const LONGEST_SUBJECT = 120;

/** The last ones of some messages, in their order. */
export function subjectsOf(
  commits: readonly { readonly sha: string; readonly message: string }[],
): CommitSubject[] {
  return commits.slice(-MOST_COMMITS).map(({ sha, message }) => {
    const end = message.indexOf('\n');
    const subject = end === -1 ? message : message.slice(0, end);
    return { hash: sha, subject: shortLine(subject.trim(), LONGEST_SUBJECT) };
  });
}

/** Commits that are shown. */
const MOST_SHOWN = 6;

/** `412a9a9c0ffe subject` of each, by `quote` inert where it is printed; the last ones of many, and how many are not shown. */
export function subjectLines(
  commits: readonly CommitSubject[] = [],
  quote: (text: string) => string,
): string[] {
  const shown = commits
    .slice(-MOST_SHOWN)
    .map(({ hash, subject }) => `${hash.slice(0, 12)} ${quote(subject)}`);
  const left = commits.length - shown.length;
  return left === 0 ? shown : [`${left} earlier ones`, ...shown];
}

/** Each commit once. */
export function joinSubjects(lists: readonly (readonly CommitSubject[] | undefined)[]): CommitSubject[] {
  const all = lists.flatMap((list) => list ?? []);
  return [...new Map(all.map((commit) => [commit.hash, commit])).values()].slice(-MOST_COMMITS);
}
