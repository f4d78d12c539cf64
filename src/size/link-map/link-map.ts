/**
 * Reads the map of a link (`ld -Map`): which object file gave which bytes of a vmlinux, and where its symbols are. Knows
 * GNU ld and ld.lld. Leaves out alignment fill, data statements of the linker script and sections that were discarded.
 */
import { UserError } from '../../user-error.ts';
import { stableObject } from '../names/generated-objects.ts';
import { isGnuLinkMap, parseGnuLinkMap } from './gnu.ts';
import { isLldLinkMap, parseLldLinkMap } from './lld.ts';
import type { InputSection, MapContents, WholeLinkMap } from './map-contents.ts';

/** `name` is what messages call the file. Throws a UserError if the text is no link map, or not a whole one. */
export function parseLinkMap(name: string, text: string): WholeLinkMap {
  const parse = parserFor(text);
  if (parse === undefined) {
    throw new UserError(
      `${name}: found ${quoteStart(text)}, expected a map of GNU ld with English headings or of ld.lld: ` +
        'link with -Map and LC_ALL=C',
    );
  }
  if (!text.endsWith('\n')) {
    throw new UserError(`${name}: the file ends in the middle of a line, expected a whole map: link again`);
  }
  const contents = parse(name, text);
  return {
    ...contents,
    inputs: contents.inputs.map(withObjectPath),
    mentions: (stem) => hasWord(text, `${stem}.`),
  };
}

/** Whether a text has a word that begins so. */
function hasWord(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || /[\s/(]/.test(text[at - 1]!)) return true;
  }
  return false;
}

function parserFor(text: string): ((name: string, text: string) => MapContents) | undefined {
  if (isLldLinkMap(text)) return parseLldLinkMap;
  if (isGnuLinkMap(text)) return parseGnuLinkMap;
  return undefined;
}

function quoteStart(text: string): string {
  if (text === '') return 'an empty file';
  return JSON.stringify(text.slice(0, 200).trimStart().split('\n', 1)[0]!.slice(0, 60));
}

function withObjectPath({ output, name, offset, size, object }: InputSection): InputSection {
  return { output, name, offset, size, object: objectPath(object) };
}

/** What is called the object of all that the linker made itself. */
export const LINKER = '[linker]';

/** What GNU ld and ld.lld write in place of an object file. */
const LINKER_NAMES: ReadonlySet<string> = new Set(['linker stubs', '<internal>']);

/** Between an archive and the name of its member: `lib/lib.a(memcpy.o)`. */
const MEMBER = '.a(';

/** Where a member of bitcode starts, which ld.lld adds. */
const BITCODE_START = / at \d+$/;

function objectPath(written: string): string {
  if (LINKER_NAMES.has(written)) return LINKER;
  return stableObject(memberPath(stableObject(written)));
}

/** Members of thin archives carry a path of their own. */
function memberPath(written: string): string {
  const end = written.endsWith(')') ? written.lastIndexOf(MEMBER) : -1;
  const member = end === -1 ? '' : written.slice(end + MEMBER.length, -1).replace(BITCODE_START, '');
  const folder = written.slice(0, written.lastIndexOf('/', end) + 1);
  const path = member === '' ? written : member.includes('/') ? member : folder + member;
  return path.replace(/^(?:\.\/)+/, '');
}
