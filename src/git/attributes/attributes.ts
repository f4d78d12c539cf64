/**
 * What gitattributes(5) make of the files of a commit: how git converts them as it checks them out, and which have a
 * filter, which is not run (command-overrides.ts). git itself reads them: macros, patterns and all places are its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from '../git.ts';
import { type ConversionSettings, mayConvert } from './conversion-settings.ts';

/** The attributes of one file. */
interface FileAttributes {
  /** Those that change its bytes, in git's words: `eol=crlf ident`; empty for none. */
  readonly conversion: string;
  /** The name of its filter. */
  readonly filter: string | undefined;
}

/** By path from the root; a file that has none is left out. */
export type Attributes = ReadonlyMap<string, FileAttributes>;

/** Of what is in git's index, which `atRoot` may name. */
export async function attributesInIndex(atRoot: Git, settings: ConversionSettings): Promise<Attributes> {
  const listed = await atRoot.run('ls-files', '--stage', '-z', '--', ':(top,glob)**/.gitattributes');
  const hashes = listed.split('\0').flatMap((line) => line.split(' ')[1] ?? []);
  if (!mayConvert(settings.text) && !mayConvert(await textsOf(atRoot, hashes))) return new Map();
  const paths = await atRoot.run('ls-files', '-z');
  const checked = await atRoot.feed(paths, 'check-attr', '-z', '--cached', '--stdin', '--all');
  return attributesFrom(checked.split('\0'), settings);
}

/** Of a commit, by an index of its own. */
export async function attributesOf(
  atRoot: Git,
  commit: string,
  settings: ConversionSettings,
): Promise<Attributes> {
  const folder = await mkdtemp(join(tmpdir(), 'kernel-size-budget-'));
  try {
    const there = atRoot.with({ GIT_INDEX_FILE: join(folder, 'index') });
    await there.run('-c', 'core.splitIndex=false', 'read-tree', commit);
    return await attributesInIndex(there, settings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Paths whose bytes are others by `later` than by `former`, the contents being the same. */
export function convertedOtherwise(former: Attributes, later: Attributes): string[] {
  const conversionOf = (attributes: Attributes, path: string): string =>
    attributes.get(path)?.conversion ?? '';
  const paths = new Set([...former.keys(), ...later.keys()]);
  return [...paths].filter((path) => conversionOf(former, path) !== conversionOf(later, path));
}

/** The contents of blobs, one after the other. */
export async function textsOf(git: Git, hashes: readonly string[]): Promise<string> {
  return hashes.length === 0 ? '' : git.feed(`${hashes.join('\n')}\n`, 'cat-file', '--batch');
}

/** Attributes about the ends of lines. */
const OF_LINES = new Set(['text', 'crlf', 'eol']);
const OF_BYTES = new Set(['ident', 'working-tree-encoding']);

/** `fields` are path, attribute and value, over and over (git-check-attr(1), "OUTPUT"). */
function attributesFrom(fields: readonly string[], settings: ConversionSettings): Attributes {
  const words = new Map<string, string[]>();
  const filters = new Map<string, string>();
  for (let i = 0; i + 2 < fields.length; i += 3) {
    const [path, name, value] = [fields[i]!, fields[i + 1]!, fields[i + 2]!];
    if (name === 'filter' && value !== 'set' && value !== 'unset') filters.set(path, value);
    if (!OF_LINES.has(name) && (!OF_BYTES.has(name) || value === 'unset')) continue;
    words.set(path, [...(words.get(path) ?? []), wordOf(name, value)]);
  }
  const found = new Map<string, FileAttributes>();
  for (const path of new Set([...words.keys(), ...filters.keys()])) {
    const conversion = conversionFrom(words.get(path) ?? [], settings);
    const filter = filters.get(path);
    if (conversion !== '' || filter !== undefined) found.set(path, { conversion, filter });
  }
  return found;
}

function wordOf(name: string, value: string): string {
  return value === 'set' ? name : value === 'unset' ? `-${name}` : `${name}=${value}`;
}

/** Lines end with CR LF in a checkout only where that is asked for (output_eol() in git's convert.c). */
function conversionFrom(words: readonly string[], { endsInCrlf }: ConversionSettings): string {
  const isOfLines = (word: string): boolean => OF_LINES.has(word.replace(/^-/, '').split('=', 1)[0]!);
  const counts = endsInCrlf || words.includes('eol=crlf');
  return words
    .filter((word) => counts || !isOfLines(word))
    .toSorted()
    .join(' ');
}
