import {
  ACCEPTANCE_KEY,
  type Acceptance,
  type AcceptanceSource,
  acceptanceTrailers,
  parseAcceptance,
  strayTrailers,
} from '../budget/acceptance.ts';
import type { JudgedTarget } from '../budget/judge.ts';
import { nearest } from '../budget/nearest.ts';
import type { Remarks } from '../report/report.ts';
import { joinSubjects, subjectsOf } from '../report/words/commit-subjects.ts';

/** A commit whose message may accept growth. */
export interface AcceptingCommit {
  readonly sha: string;
  readonly author: string;
  readonly message: string;
}

/** A target, and where growth of it is limited. */
export type LimitedTarget = Pick<JudgedTarget, 'name' | 'growth'>;

/** Lines that are read of one source, and remarks that are made on them: more than anybody writes, or reads. */
const MOST_LINES = 1000;
const MOST_REMARKS = 20;

/** Reads `Size-Growth` trailers of commits, oldest first. What is no acceptance becomes a note, so that nobody takes it for one. */
export function acceptancesInCommits(commits: readonly AcceptingCommit[]): Remarks {
  const remarks = commits.flatMap(({ sha, author, message }) => {
    const source = { by: author, via: 'trailer', where: sha } as const;
    const stray = strayRemarks(strayTrailers(message), source, 'in the last paragraph');
    return [readAcceptances(acceptanceTrailers(message), source), stray];
  });
  return { ...fewRemarks(joinRemarks(remarks)), commits: subjectsOf(commits) };
}

/** A note on each line that is meant to accept growth and does not; `where` such a line has to be. */
export function strayRemarks(lines: readonly string[], source: AcceptanceSource, where: string): Remarks {
  const notes = lines.map((line) =>
    noneBy(source, `"${line.trim().slice(0, 200)}" is not read; write "${ACCEPTANCE_KEY}: …" ${where}`),
  );
  return { acceptances: [], notes };
}

/** Parses lines of one source. */
export function readAcceptances(lines: readonly string[], source: AcceptanceSource): Remarks {
  const acceptances: Acceptance[] = [];
  const notes: string[] = [];
  for (const line of lines.slice(0, MOST_LINES)) {
    const parsed = parseAcceptance(line);
    if (parsed.kind === 'acceptance') acceptances.push({ ...parsed.acceptance, ...source });
    else notes.push(noneBy(source, parsed.message));
  }
  if (lines.length > MOST_LINES) notes.unshift(noneBy(source, `it has more than ${MOST_LINES} lines`));
  return { acceptances, notes };
}

/** With a note on each acceptance that can do nothing, since there is no such target or nothing limits it. */
export function withIdleNotes(remarks: Remarks, targets: readonly LimitedTarget[]): Remarks {
  const limits = new Map(targets.map(({ name, growth }) => [name, growth]));
  const idle = remarks.acceptances.filter(({ target, metric }) => limits.get(target)?.[metric] === undefined);
  const notes = idle.slice(0, MOST_REMARKS).map((acceptance) => {
    const { target, metric } = acceptance;
    return limits.has(target)
      ? noneBy(acceptance, `nothing limits the growth of ${target} in "${metric}"`)
      : noneBy(acceptance, `there is no target "${target}"${hint(target, [...limits.keys()])}`);
  });
  return { ...remarks, notes: [...remarks.notes, ...notes, ...leftOut(idle.length)] };
}

function hint(target: string, names: readonly string[]): string {
  const near = nearest(target, names);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return names.length === 0 || names.length > 10 ? '' : `; there is ${names.join(', ')}`;
}

function fewRemarks({ acceptances, notes }: Remarks): Remarks {
  return { acceptances, notes: [...notes.slice(0, MOST_REMARKS), ...leftOut(notes.length)] };
}

function leftOut(count: number): string[] {
  return count > MOST_REMARKS ? [`${count - MOST_REMARKS} more lines accept no growth`] : [];
}

function noneBy(source: AcceptanceSource, reason: string): string {
  return `no growth was accepted by ${describeSource(source)}: ${reason}`;
}

export function joinRemarks(remarks: readonly Remarks[]): Remarks {
  return {
    acceptances: remarks.flatMap(({ acceptances }) => acceptances),
    notes: remarks.flatMap(({ notes }) => notes),
    commits: joinSubjects(remarks.map(({ commits }) => commits)),
  };
}

function describeSource({ via, by, where }: AcceptanceSource): string {
  const kinds = { trailer: `the trailer of ${where}`, label: `the label "${where}"`, command: where };
  return `${kinds[via]} (${by})`;
}
