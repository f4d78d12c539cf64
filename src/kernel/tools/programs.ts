/**
 * Which programs a build runs, as a digest: two that say the same version need not be the same. By contents, and where
 * these are long by size, time and how they begin, which has the linker's digest of the rest (GNU build ID): to read a
 * compiler takes a tenth of a second.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { openRegularFile } from '../../files/regular-file.ts';
import { findOnPath } from '../../process/find-on-path.ts';
import { UserError } from '../../user-error.ts';
import { PROGRAM, programFileFinder } from './program-files.ts';

/** The programs of a machine, each looked at once. */
export interface Programs {
  /** Of those that are found under these names or absolute paths, now; that one is not there counts too. */
  readonly digestOf: (names: readonly string[]) => string;
  /** Those that are there. */
  readonly among: (names: readonly string[]) => string[];
}

/** Of longer ones only the beginning is read. */
const LONGEST_READ = 256 * 1024;
const BEGINNING = 4096;

/** `search` is PATH. */
export function openPrograms(search: string): Programs {
  const known = new Map<string, string>();
  const files = new Map<string, string>();
  const filesOf = programFileFinder(search);
  const identityOf = (path: string): string => remembered(files, path, () => `${path} ${fileIdentity(path)}`);
  const programOf = (name: string): string => {
    const program = findOnPath(name, search);
    return program === undefined ? '' : filesOf(program).map(identityOf).join('\n');
  };
  return {
    among: (names) => names.filter((name) => remembered(known, name, () => programOf(name)) !== ''),
    digestOf: (names) => {
      const hash = createHash('sha256');
      for (const name of [...new Set(names)].toSorted()) {
        hash.update(`${name}\n${remembered(known, name, () => programOf(name))}\n\n`);
      }
      return hash.digest('hex');
    },
  };
}

function remembered(known: Map<string, string>, name: string, find: () => string): string {
  const value = known.get(name) ?? find();
  known.set(name, value);
  return value;
}

/** Of what cannot be read, such as a program that may only be run, what the system says of it. */
function fileIdentity(path: string): string {
  // It may have gone just now.
  const { size = 0, mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  const isLong = size > LONGEST_READ;
  const stated = `${size} ${mtimeMs}`;
  try {
    using source = openRegularFile(path, PROGRAM);
    const read = source.read(0, isLong ? BEGINNING : source.size);
    const contents = createHash('sha256').update(read).digest('hex');
    return isLong ? `${stated} ${contents}` : contents;
  } catch (error) {
    if (error instanceof UserError) return stated;
    throw error;
  }
}
