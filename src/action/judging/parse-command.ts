/** What people ask for in comments: `/kernel-size`, `/kernel-size explain NAME`, `/kernel-size accept …`. */

export type Command =
  | { readonly kind: 'show' }
  | { readonly kind: 'explain'; readonly name: string }
  /** `text` is TARGET METRIC +BYTES REASON. */
  | { readonly kind: 'accept'; readonly text: string }
  | { readonly kind: 'unknown'; readonly word: string };

const COMMAND = '/kernel-size';

/** In characters: comments are anybody's, and the longest that GitHub takes has 65,536. */
const LONGEST_LINE = 4000;

/** The command in the first line of a comment; undefined where there is none. The other lines are for people. */
export function parseCommand(body: string): Command | undefined {
  const [line = ''] = body.trimStart().slice(0, LONGEST_LINE).split(/\r?\n/, 1);
  if (!line.startsWith(COMMAND)) return undefined;
  const given = line.slice(COMMAND.length);
  // Another word, such as /kernel-sizes.
  if (/^[^ \t]/.test(given)) return undefined;
  const [, word, rest = ''] = /^(\S+)(?:[ \t](.*))?$/.exec(given.trim()) ?? [];
  if (word === undefined) return given.trim() === '' ? { kind: 'show' } : undefined;
  if (word === 'explain' && rest !== '') return { kind: 'explain', name: rest.trim() };
  if (word === 'accept') return { kind: 'accept', text: rest.trim() };
  return { kind: 'unknown', word };
}

/** The words of an acceptance in a comment. */
export function acceptCommand(body: string): string | undefined {
  const command = parseCommand(body);
  return command?.kind === 'accept' ? command.text : undefined;
}
