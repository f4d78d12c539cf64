/** Files that a filter would make others (`filter` in gitattributes(5)), such as those of git-lfs: no filter is run. */
import { basename } from 'node:path/posix';
import { type Git, GitError } from '../git.ts';
import { withFilter } from '../sources/work-tree-changes.ts';
import { attributesOf, textsOf } from './attributes.ts';
import { readConversionSettings } from './conversion-settings.ts';

/** Paths that a note names before it only counts. */
const NAMED_PATHS = 3;

/** What is measured of base and head that is not what a user of the filters has, as notes of the report. */
export async function filterNotes(
  git: Git,
  commits: { readonly base: string; readonly head: string },
): Promise<readonly string[]> {
  const atRoot = git.at((await git.repository()).root);
  const settings = await readConversionSettings(git);
  try {
    if (!mayFilter(settings.text) && !mayFilter(await attributeTexts(atRoot, commits))) return [];
    const found = new Map<string, string>();
    for (const commit of new Set([commits.base, commits.head])) {
      for (const [path, { filter }] of await attributesOf(atRoot, commit, settings)) {
        if (filter !== undefined) found.set(path, filter);
      }
    }
    return found.size === 0 ? [] : [noteOn(found)];
  } catch (error) {
    // A clone without blobs whose server does not give them.
    if (!(error instanceof GitError)) throw error;
    return [`whether files have a filter, which would not be run, is not known: ${error.message}`];
  }
}

/** What --dirty leaves out, as notes of the report. */
export async function uncommittedFilterNotes(git: Git): Promise<readonly string[]> {
  const paths = await changedWithFilter(git);
  if (paths.length === 0) return [];
  const what = paths.length === 1 ? '1 file with a filter is' : `${paths.length} files with filters are`;
  return [
    `${what} measured as last added, since no filter is run (${someOf(paths)}); "git add" makes later changes count`,
  ];
}

/**
 * Files with a filter that may have changed since they were added, as paths from the root: only the filter could tell.
 */
export async function changedWithFilter(git: Git): Promise<string[]> {
  const changed = await git.run('diff-files', '--name-only', '-z', '--no-renames', '--ignore-submodules=all');
  const paths = changed.split('\0').filter((path) => path !== '');
  return withFilter(git.at((await git.repository()).root), paths);
}

function someOf(paths: readonly string[]): string {
  return paths.slice(0, NAMED_PATHS).join(', ') + (paths.length > NAMED_PATHS ? ', …' : '');
}

function noteOn(found: ReadonlyMap<string, string>): string {
  const paths = [...found.keys()].toSorted();
  const names = someOf(paths);
  const filters = [...new Set(found.values())].toSorted().map((filter) => `filter=${filter}`);
  const because = `no filter is run (${filters.join(', ')}): ${names}`;
  return paths.length === 1
    ? `1 file is measured as git has it, since ${because}`
    : `${paths.length} files are measured as git has them, since ${because}`;
}

function mayFilter(text: string): boolean {
  return /\bfilter\b|\[attr\]/.test(text);
}

/** All that the .gitattributes of head say, and those of base that are others: few of them are. */
async function attributeTexts(
  atRoot: Git,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string> {
  const ofHead = await atRoot.run('ls-tree', '-r', '-z', '--full-tree', head);
  const changed = await atRoot.run('diff-tree', '-r', '-z', '--no-renames', '--raw', head, base, '--');
  const hashes = ofHead.split('\0').flatMap((line) => {
    // `MODE blob HASH\tPATH`
    const [fields = '', path = ''] = line.split('\t', 2);
    return basename(path) === '.gitattributes' ? (fields.split(' ')[2] ?? []) : [];
  });
  const fields = changed.split('\0');
  for (let i = 0; i + 1 < fields.length; i += 2) {
    // `:MODE MODE HASH HASH LETTER`, then the path; what base does not have has a hash of zeros.
    const hash = fields[i]!.split(' ')[3]!;
    if (basename(fields[i + 1]!) === '.gitattributes' && !/^0+$/.test(hash)) hashes.push(hash);
  }
  return textsOf(atRoot, hashes);
}
