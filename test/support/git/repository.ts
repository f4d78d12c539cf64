import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '../../../demo/kernel-repository.ts';

/** A git repository of one test in a folder of its own, which is removed when it is disposed. */
export interface Repository extends AsyncDisposable {
  /** The work tree. */
  readonly folder: string;
  /** An empty folder beside it for whatever else the test needs. */
  readonly beside: (name: string) => string;
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Writes files of the work tree; null removes one. */
  readonly write: (files: Files) => Promise<void>;
  /** Writes files and commits all that has changed; returns the hash. */
  readonly commit: (files: Files) => Promise<string>;
  /** Commits the merge of a commit into what is checked out, as GitHub does for a pull request; returns the hash. */
  readonly merge: (hash: string) => Promise<string>;
}

/** Texts by path, relative to the work tree. */
export type Files = Readonly<Record<string, string | null>>;

/** A repository on the branch `main`; without files it has no commit. */
export async function createRepository(files: Files = {}): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'ksb-repository-'));
  const folder = join(root, 'linux');
  await mkdir(folder);
  await git(folder, ['init', '-q', '-b', 'main']);
  const run = (...args: readonly string[]): Promise<string> => git(folder, args);
  const write = (changed: Files): Promise<void> => writeFiles(folder, changed);
  const repository: Repository = {
    folder,
    beside: (name) => join(root, name),
    git: run,
    write,
    commit: async (changed) => {
      await write(changed);
      await run('add', '--all', '--force');
      await run('commit', '-q', '--allow-empty', '-m', `Change ${Object.keys(changed).join(', ')}`);
      return run('rev-parse', 'HEAD');
    },
    merge: async (hash) => {
      await run('merge', '-q', '--no-ff', '--no-edit', hash);
      return run('rev-parse', 'HEAD');
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
  if (Object.keys(files).length > 0) await repository.commit(files);
  return repository;
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    if (text === null) await rm(file, { recursive: true });
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}

/**
 * A bare copy that serves any commit by hash, as GitHub does, and the clone of one commit that actions/checkout
 * makes of it: one commit deep, HEAD detached.
 */
export async function cloneShallow(
  repository: Repository,
  hash: string,
): Promise<{ readonly server: string; readonly clone: string }> {
  const [server, clone] = [repository.beside('server.git'), repository.beside('clone')];
  await repository.git('clone', '-q', '--bare', repository.folder, server);
  await git(server, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  await mkdir(clone);
  await git(clone, ['init', '-q']);
  await git(clone, ['remote', 'add', 'origin', `file://${server}`]);
  await git(clone, ['fetch', '-q', '--no-tags', '--depth=1', 'origin', hash]);
  await git(clone, ['checkout', '-q', '--detach', hash]);
  return { server, clone };
}
