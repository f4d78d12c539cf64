/**
 * Confines a command with bubblewrap (https://github.com/containers/bubblewrap): no network, no other processes, no
 * privileges, the machine read-only, and empty where people and runners keep keys. All paths stay what they are, since
 * a kernel may contain them.
 */
import { nestedRepositories } from './git-dirs.ts';
import { type KnownSecrets, type Place, type Secrets, placesOf } from './mounts.ts';
import type { Command, Reach, Sandbox } from './sandbox.ts';

/** `program` is the path of bwrap. */
export function bubblewrap(program: string, secrets: Secrets): Sandbox {
  const known = { ...secrets, repositoriesIn: onceForEach(nestedRepositories) };
  return {
    confine: (command, reach) => ({
      program,
      args: [...optionsFor(command, reach, known), '--', command.program, ...command.args],
      cwd: '/',
      env: confinedEnvironment(command.env, reach),
      ...(command.descriptors && { descriptors: command.descriptors }),
    }),
  };
}

/** A tree is only read in a sandbox, and no commit has a repository: what is there stays as it is. */
function onceForEach<Value>(find: (source: string) => Value): (source: string) => Value {
  const found = new Map<string, Value>();
  return (source) => {
    if (!found.has(source)) found.set(source, find(source));
    return found.get(source)!;
  };
}

const NAMESPACES = ['--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'];
const SYSTEM = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc'];

function optionsFor(command: Command, reach: Reach, secrets: KnownSecrets): string[] {
  const places = [...placesOf(command, reach, secrets)];
  // A folder comes before what lies in it, so that the place nearest to a file decides.
  const inOrder = places.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const mounts = inOrder.flatMap(([path, place]) => mountOf(path, place));
  return [...NAMESPACES, ...SYSTEM, ...mounts, '--chdir', command.cwd];
}

function mountOf(path: string, place: Place): string[] {
  switch (place.kind) {
    case 'empty':
      return ['--tmpfs', path];
    case 'blank':
      return ['--ro-bind', '/dev/null', path];
    case 'readable':
      return ['--ro-bind', path, path];
    case 'writable':
      return ['--bind', path, path];
    case 'link':
      return ['--symlink', place.target, path];
  }
}

/**
 * Temporary files go to the sandbox's own /tmp. A compiler cache that may not be written says so to ccache, which would
 * fail otherwise (https://ccache.dev/manual/latest.html, "read_only").
 */
function confinedEnvironment(env: Command['env'], { ccache }: Reach): Record<string, string> {
  const { TMPDIR: _outside, ...kept } = env;
  if (kept['CCACHE_DIR'] === undefined) return kept;
  const inside = { ...kept, CCACHE_TEMPDIR: '/tmp/ccache' };
  return ccache?.access === 'write' ? inside : { ...inside, CCACHE_READONLY: '1', CCACHE_NOSTATS: '1' };
}
