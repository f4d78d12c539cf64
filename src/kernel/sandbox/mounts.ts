import { realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { isBelow } from '../../files/paths.ts';
import { gitDirs } from './git-dirs.ts';
import type { Command, Reach } from './sandbox.ts';
import { toolchainDirs } from './toolchain-dirs.ts';

/** Where keys may lie; absolute paths, which need not exist. */
export interface Secrets {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** The same, with what is in a kernel tree. */
export interface KnownSecrets extends Secrets {
  /** Folders of git's in a tree. */
  readonly repositoriesIn: (source: string) => readonly string[];
}

/** What a sandbox has at a path, and below it up to the next place. */
export type Place =
  | { readonly kind: 'empty' | 'blank' | 'readable' | 'writable' }
  | { readonly kind: 'link'; readonly target: string };

/** Where people and services keep what is theirs: homes, temporary files, and sockets such as Docker's. */
const ALWAYS_EMPTY = ['/home', '/root', '/run', '/var/run', '/tmp', '/var/tmp'];

/** What a compiler needs; a folder that is or contains one of these is never emptied. */
const NEVER_EMPTY = ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/etc', '/opt', '/nix', '/var', '/proc'];

/**
 * The places of a sandbox by their real paths. The links that a given path leads over are there too, so that the path
 * itself holds inside.
 */
export function placesOf(command: Command, reach: Reach, secrets: KnownSecrets): Map<string, Place> {
  const { PATH = '', HOME = '', CCACHE_DIR = '' } = command.env;
  const search = PATH.split(delimiter);
  const empty = emptyFolders([...ALWAYS_EMPTY, ...secrets.folders, HOME]);
  const places = new Map<string, Place>(empty.map((path) => [path, { kind: 'empty' }]));
  const add = (paths: readonly string[], kind: 'readable' | 'writable' | 'empty' | 'blank'): void => {
    for (const path of paths) places.set(path, { kind });
  };
  add(toolchainDirs(search, empty), 'readable');
  add(realPaths([CCACHE_DIR]), reach.ccache?.access === 'write' ? 'writable' : 'readable');
  // It may name a remote storage, and a password with it.
  add(realPaths([join(CCACHE_DIR, 'ccache.conf'), '/etc/ccache.conf']), 'blank');
  const [source] = realPaths([reach.source ?? '']);
  if (source !== undefined) {
    const git = gitDirs(source, secrets.repositoriesIn(source));
    add([source, ...git.readable], 'readable');
    add(git.empty, 'empty');
    add(
      realPaths(secrets.files).filter((file) => isBelow(file, source)),
      'blank',
    );
  }
  add(realPaths([reach.output ?? '']), 'writable');
  const given = [...search, CCACHE_DIR, HOME, reach.source ?? '', reach.output ?? ''];
  for (const [link, target] of given.flatMap((path) => linksOn(path))) {
    if (placeOver(link, places)?.kind === 'empty') places.set(link, { kind: 'link', target });
  }
  return places;
}

function emptyFolders(folders: readonly string[]): string[] {
  return realPaths(folders).filter(
    (folder) => statSync(folder).isDirectory() && !NEVER_EMPTY.some((needed) => isBelow(needed, folder)),
  );
}

/** Of those paths that are absolute and exist. */
function realPaths(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => realPath(path) ?? []))];
}

function realPath(path: string): string | undefined {
  try {
    return isAbsolute(path) ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** The links that a path leads over: where each lies, and where it ends. */
function linksOn(path: string): (readonly [link: string, target: string])[] {
  if (realPath(path) === undefined) return [];
  const links: (readonly [string, string])[] = [];
  let real = '/';
  for (const name of path.split('/').filter((part) => part !== '')) {
    const here = join(real, name);
    real = realpathSync(here);
    if (real !== here) links.push([here, real]);
  }
  return links;
}

/** The place that decides what is at a path, undefined for the machine's own. */
function placeOver(path: string, places: ReadonlyMap<string, Place>): Place | undefined {
  const over = [...places.keys()].filter((place) => isBelow(path, place));
  const nearest = over.toSorted((a, b) => b.length - a.length)[0];
  return nearest === undefined ? undefined : places.get(nearest);
}
