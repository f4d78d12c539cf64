/** What the command line keeps of checks: shown, and removed. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { roughSize } from '../budget/units.ts';
import { diskUse } from '../cache/disk-use.ts';
import { listEntries, removeEntry } from '../cache/folder-entries.ts';
import { type Waiting, lockWorkspace } from '../cache/workspace-lock.ts';
import { type Workspace, cacheFolder, storeFolder, workspacesIn } from '../cache/workspace.ts';
import { createGit } from '../git/git.ts';
import { repositoryName } from '../git/repository/worktree-place.ts';

type Environment = Readonly<NodeJS.ProcessEnv>;

/** One folder of each workspace, or the store, in bytes. */
interface KeptPart {
  readonly name: string;
  readonly bytes: number;
}

/** Lists the store and the workspace of each repository, with their sizes. Ends with a line break. */
export async function showCache(env: Environment): Promise<string> {
  const folder = cacheFolder(env);
  const workspaces = workspacesIn(folder);
  const store = storeOf(folder);
  const use = await diskUse([store, ...workspaces.flatMap(foldersOf)].filter(existsSync), env);
  const entries = await listEntries(store);
  const blocks = await Promise.all(
    workspaces.map(async (workspace) => {
      const title = `${workspace.folder} (${await repositoryOf(workspace, env)})`;
      return [title].concat(partsOf(workspace, use).map(partLine));
    }),
  );
  const total = [...use.values()].reduce((sum, bytes) => sum + bytes, 0);
  const kept = { name: `store, ${entries.length} entries`, bytes: use.get(store) ?? 0 };
  const lines = [...blocks.flat(), `${store} (all repositories)`, partLine(kept)];
  if (total === 0) return `nothing is kept in ${folder}\n`;
  return `${[...lines, '', `${roughSize(total)} in all; "cache --clean" removes them`].join('\n')}\n`;
}

/** Removes all of it, workspace by workspace, each once no check works there; returns what to print. */
export async function cleanCache(waiting: Waiting): Promise<string> {
  const { env } = waiting;
  const folder = cacheFolder(env);
  const workspaces = workspacesIn(folder);
  const store = storeOf(folder);
  const use = await diskUse([store, ...workspaces.map((one) => one.folder)].filter(existsSync), env);
  for (const workspace of workspaces) {
    using _ = await lockWorkspace(workspace, waiting);
    await removeCheckout(workspace, env);
    await rm(workspace.folder, { recursive: true, force: true });
  }
  for (const { name } of await listEntries(store)) await removeEntry(`${store}/${name}`);
  await rm(store, { recursive: true, force: true });
  const total = [...use.values()].reduce((sum, bytes) => sum + bytes, 0);
  return total === 0 ? `nothing is kept in ${folder}\n` : `removed ${roughSize(total)} from ${folder}\n`;
}

/** So that the repository no longer lists the worktree; where that is gone, there is nothing to tell. */
async function removeCheckout({ source }: Workspace, env: Environment): Promise<void> {
  if (!existsSync(source)) return;
  await createGit(source, env).ask('worktree', 'remove', '--force', source);
}

/** A folder that is no worktree any more is of a repository that has gone or moved. */
async function repositoryOf({ source }: Workspace, env: Environment): Promise<string> {
  if (!existsSync(source)) return 'no checkout';
  return repositoryName(createGit(source, env)).catch(() => 'its repository is gone');
}

const PARTS = { source: 'checkout', builds: 'builds', kernels: 'kernels', logs: 'logs' } as const;

function foldersOf(workspace: Workspace): string[] {
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => workspace[part]);
}

function partsOf(workspace: Workspace, use: ReadonlyMap<string, number>): KeptPart[] {
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) => {
    const bytes = use.get(workspace[part]);
    return bytes === undefined ? [] : [{ name: PARTS[part], bytes }];
  });
}

function partLine({ name, bytes }: KeptPart): string {
  return `  ${roughSize(bytes).padStart(10)}  ${name}`;
}

function storeOf(folder: string): string {
  return storeFolder({ folder: `${folder}/any` });
}
