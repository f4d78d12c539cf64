/**
 * Why @actions/cache returned nothing. It gives one answer to a miss and to every failure, and says which it was in
 * what it prints: workflow commands `::warning::…`, `::error::…`, `::debug::…` (line breaks escaped) and plain lines.
 */

export type EmptyAnswer =
  /** There is none; where it was to be saved, there is one already. */
  | { readonly kind: 'passed' }
  /** This run may not do that. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The run's token or its cache-mode: CACHE_WRITE_DENIED_PREFIX, CACHE_READ_DENIED_PREFIX and what is said of modes. */
const DENIED = /cache (?:write|read) denied:|cache-mode '[^']*' does not permit/;

/** How the two services refuse a name that is taken. */
const TAKEN = /\(409\) Conflict|Cache already exists/;

const COMPLAINT = /^::(?:warning|error)::(?:Failed to (?:restore|save): )?(.*)$/;

/** A refused reservation is called another job's work, whatever it was; the cause is in the line before. */
const REFUSED_RESERVATION = /^(?:::debug::Failed to reserve cache: (?:Error: )?|Failed to save: )(.*)$/;

/** `printed` is all that one call wrote. */
export function explainNothing(printed: string): EmptyAnswer {
  if (DENIED.test(printed)) return { kind: 'denied' };
  if (TAKEN.test(printed)) return { kind: 'passed' };
  const lines = printed.split('\n');
  const reason = lastOf(lines, COMPLAINT) ?? firstOf(lines, REFUSED_RESERVATION);
  return reason === undefined ? { kind: 'passed' } : { kind: 'failed', reason: reasonOf(reason) };
}

/** The first line of a message, without what a terminal or a runner could take for more than text. */
export function reasonOf(message: string): string {
  const [line = ''] = message
    .replaceAll('%0D', '')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
    .split('\n');
  return line.replaceAll(/\p{C}/gu, ' ').slice(0, 300);
}

function lastOf(lines: readonly string[], pattern: RegExp): string | undefined {
  return captured(lines, pattern).at(-1);
}

function firstOf(lines: readonly string[], pattern: RegExp): string | undefined {
  return captured(lines, pattern)[0];
}

function captured(lines: readonly string[], pattern: RegExp): readonly string[] {
  return lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
}
