/** What people ask for in comments: `/kernel-size`, `/kernel-size explain NAME`, `/kernel-size accept …`. */

export type Command =
  | { readonly kind: 'show' }
  | { readonly kind: 'explain'; readonly name: string }
  /** `text` is TARGET METRIC +BYTES REASON. */
  | { readonly kind: 'accept'; readonly text: string }
  | { readonly kind: 'unknown'; readonly word: string };

const COMMAND = /^\/kernel-size(?:[ \t]+(\S+)(?:[ \t]+(.*))?)?[ \t]*$/;

/** The command in the first line of a comment; undefined where there is none. The other lines are for people. */
export function parseCommand(body: string): Command | undefined {
  const [line = ''] = body.trimStart().split(/\r?\n/, 1);
  const match = COMMAND.exec(line);
  if (match === null) return undefined;
  const [, word, rest = ''] = match;
  if (word === undefined) return { kind: 'show' };
  if (word === 'explain' && rest !== '') return { kind: 'explain', name: rest.trim() };
  if (word === 'accept') return { kind: 'accept', text: rest.trim() };
  return { kind: 'unknown', word };
}

/** The words of an acceptance in a comment. */
export function acceptCommand(body: string): string | undefined {
  const command = parseCommand(body);
  return command?.kind === 'accept' ? command.text : undefined;
}
