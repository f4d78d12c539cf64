/** What the files of a checkout hold, as text that is kept with a build and compared with a later checkout. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import {
  type Attributes,
  attributesInIndex,
  attributesOf,
  convertedOtherwise,
} from '../attributes/attributes.ts';
import { readConversionSettings } from '../attributes/conversion-settings.ts';
import type { Git } from '../git.ts';
import { untrackedLines } from './untracked-lines.ts';

/**
 * A line for each file: `MODE HASH STAGE\tPATH`, the path relative to the repository's root. What git converts has the
 * attributes that say so after the stage: `100644 HASH 0 eol=crlf\tPATH`. Files that git does not track have the mode
 * `untracked`. It takes 8 MB for Linux.
 */
export type SourceListing = string;

/** A file that two checkouts do not have alike; the path is relative to the repository's root. */
export interface SourceChange {
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'removed';
  /** After the change, before it where that removed the file: `100644`, `120000` (link), `160000` (submodule). */
  readonly mode: string;
}

/** What is checked out, as git's index has it, and the files beside it, whose paths are relative to `atRoot` too. */
export async function listSources(atRoot: Git, untracked: readonly string[]): Promise<SourceListing> {
  const listed = await atRoot.run('-c', 'core.quotePath=false', 'ls-files', '--stage');
  const settings = await readConversionSettings(atRoot);
  const tracked = withConversions(listed, await attributesInIndex(atRoot, settings));
  return [tracked, ...(await untrackedLines(atRoot.folder, untracked))].join('\n');
}

/** Two files of one blob may have different bytes. */
function withConversions(listed: string, attributes: Attributes): string {
  if (attributes.size === 0) return listed;
  const quoted = [...attributes].filter(([path]) => NEEDS_QUOTES.test(path));
  const ofQuoted = quoted.map(([path, { conversion }]) => `${path} ${conversion}`).join('\n');
  return listed
    .split('\n')
    .map((line) => {
      const [fields = '', path = ''] = line.split('\t', 2);
      // A name that git quotes here changes with any other such name.
      const conversion = path.startsWith('"') ? digestOf(ofQuoted) : attributes.get(path)?.conversion;
      return conversion ? `${fields} ${conversion}\t${path}` : line;
    })
    .join('\n');
}

/** core.quotePath in git-config(1). */
const NEEDS_QUOTES = /["\\\x00-\x1f\x7f]/;

function digestOf(text: string): string {
  return text === '' ? '' : createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The files that differ between two listings, which both are in git's order. */
export function changesBetween(before: SourceListing, after: SourceListing): SourceChange[] {
  if (before === after) return [];
  const [left, right] = [before.split('\n'), after.split('\n')];
  const former = new Map<string, string>();
  const later = new Map<string, string>();
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    if (left[i] === right[j]) {
      i++;
      j++;
      continue;
    }
    const [path, mode] = parseLine(left[i]);
    const [otherPath, otherMode] = parseLine(right[j]);
    if (path !== undefined && (otherPath === undefined || path <= otherPath)) {
      former.set(path, mode);
      i++;
    }
    if (otherPath !== undefined && (path === undefined || otherPath <= path)) {
      later.set(otherPath, otherMode);
      j++;
    }
  }
  return [...removedFrom(former, later), ...addedOrModified(former, later)];
}

function removedFrom(
  former: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): SourceChange[] {
  const gone = [...former].filter(([path]) => !later.has(path));
  return gone.map(([path, mode]) => ({ path, kind: 'removed', mode }));
}

function addedOrModified(
  former: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): SourceChange[] {
  return [...later].map(([path, mode]) => ({ path, kind: former.has(path) ? 'modified' : 'added', mode }));
}

/** The files that differ between two commits, also those of one blob that git converts differently. */
export async function changesOfCommits(git: Git, base: string, head: string): Promise<SourceChange[]> {
  const text = await git.run('diff-tree', '-r', '-z', '--no-renames', '--raw', base, head, '--');
  const fields = text.split('\0');
  const changes: SourceChange[] = [];
  // `:MODE MODE HASH HASH LETTER`, then the path (git-diff-tree(1), "Raw output format").
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [before = '', after = '', , , letter] = fields[i]!.slice(1).split(' ');
    const kind = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified';
    changes.push({ path: fields[i + 1]!, kind, mode: kind === 'removed' ? before : after });
  }
  if (!changes.some(({ path }) => basename(path) === '.gitattributes')) return changes;
  const known = new Set(changes.map(({ path }) => path));
  const converted = await convertedBetween(git, base, head);
  return changes.concat(converted.filter(({ path }) => !known.has(path)));
}

/** Files that both commits have alike in git, and not in a checkout. */
async function convertedBetween(git: Git, base: string, head: string): Promise<SourceChange[]> {
  const { root } = await git.repository();
  const [atRoot, settings] = [git.at(root), await readConversionSettings(git)];
  const former = await attributesOf(atRoot, base, settings);
  const paths = convertedOtherwise(former, await attributesOf(atRoot, head, settings));
  if (paths.length === 0) return [];
  const modes = new Map<string, string>();
  for (const line of (await atRoot.run('ls-tree', '-r', '-z', '--full-tree', head)).split('\0')) {
    modes.set(line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf(' ')));
  }
  return paths.flatMap((path) => {
    const mode = modes.get(path);
    return mode === undefined ? [] : [{ path, kind: 'modified', mode }];
  });
}

function parseLine(
  line: string | undefined,
): readonly [path: string, mode: string] | readonly [undefined, ''] {
  // The last line of a text that ends in a line break.
  if (line === undefined || line === '') return [undefined, ''];
  return [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf(' '))];
}
