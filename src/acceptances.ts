import {
  type Acceptance,
  type AcceptanceSource,
  acceptanceTrailers,
  parseAcceptance,
} from './budget/acceptance.ts';
import type { Remarks } from './report/report.ts';

/** A commit whose message may accept growth. */
export interface AcceptingCommit {
  readonly sha: string;
  readonly author: string;
  readonly message: string;
}

/** Reads `Size-Growth` trailers. What is no acceptance becomes a note, so that nobody takes it for one. */
export function acceptancesInCommits(commits: readonly AcceptingCommit[]): Remarks {
  return joinRemarks(
    commits.map(({ sha, author, message }) =>
      readAcceptances(acceptanceTrailers(message), { by: author, via: 'trailer', where: sha }),
    ),
  );
}

/** Parses lines of one source. */
export function readAcceptances(lines: readonly string[], source: AcceptanceSource): Remarks {
  const acceptances: Acceptance[] = [];
  const notes: string[] = [];
  for (const line of lines) {
    const parsed = parseAcceptance(line);
    if (parsed.kind === 'acceptance') acceptances.push({ ...parsed.acceptance, ...source });
    else notes.push(`no growth was accepted by ${describeSource(source)}: ${parsed.message}`);
  }
  return { acceptances, notes };
}

export function joinRemarks(remarks: readonly Remarks[]): Remarks {
  return {
    acceptances: remarks.flatMap(({ acceptances }) => acceptances),
    notes: remarks.flatMap(({ notes }) => notes),
  };
}

function describeSource({ via, by, where }: AcceptanceSource): string {
  const kinds = { trailer: `the trailer of ${where}`, label: `the label "${where}"`, command: where };
  return `${kinds[via]} (${by})`;
}
