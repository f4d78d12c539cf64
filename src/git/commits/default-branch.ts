/** Which branch pull requests are made against, as far as a clone knows. */
import type { Git } from '../git.ts';

/** A branch, and how it was found. */
export interface DefaultBranch {
  readonly name: string;
  /** Whether the clone says so, or it is what most repositories have. */
  readonly certainty: 'known' | 'guessed';
}

/** What servers and git itself call it where nobody says otherwise. */
const USUAL = ['main', 'master', 'trunk'];

/**
 * Finds what the server has as its default branch; where the clone was not told that, the branch that is tracked, the only
 * one, or one of a usual name.
 */
export async function defaultBranch(git: Git): Promise<DefaultBranch> {
  const remote = await remoteOf(git);
  const ofServer = remote === undefined ? undefined : await branchOfRemote(git, remote);
  return ofServer ?? (await localBranch(git)) ?? { name: USUAL[0]!, certainty: 'guessed' };
}

/** The server that pull requests are made on: the only remote, `origin`, or the one that the current branch tracks. */
async function remoteOf(git: Git): Promise<string | undefined> {
  const remotes = linesOf(await git.ask('remote'));
  const [only = 'origin', ...others] = remotes;
  if (others.length === 0) return only;
  const tracked = await configured(git, 'remote');
  return ['origin', tracked].find((name) => name !== undefined && remotes.includes(name));
}

async function branchOfRemote(git: Git, remote: string): Promise<DefaultBranch | undefined> {
  const prefix = `refs/remotes/${remote}/`;
  const head = await git.ask('symbolic-ref', '--quiet', `${prefix}HEAD`);
  if (head?.startsWith(prefix)) return { name: head.slice(prefix.length), certainty: 'known' };
  const branches = await branchesBelow(git, prefix);
  const tracked = (await configured(git, 'merge'))?.replace(/^refs\/heads\//, '');
  const isOfRemote = (await configured(git, 'remote')) === remote;
  return choose(branches, isOfRemote ? tracked : undefined);
}

/** A repository that is on no server yet, or whose branches were not fetched. HEAD names one before it has a commit. */
async function localBranch(git: Git): Promise<DefaultBranch | undefined> {
  const prefix = 'refs/heads/';
  const head = await git.ask('symbolic-ref', '--quiet', 'HEAD');
  const current = head?.startsWith(prefix) ? head.slice(prefix.length) : undefined;
  const branches = await branchesBelow(git, prefix);
  if (branches.length === 0 && current !== undefined) return { name: current, certainty: 'known' };
  return choose(branches, current);
}

/** The only branch; of several one of a usual name, or else `other`. */
function choose(branches: readonly string[], other: string | undefined): DefaultBranch | undefined {
  const [only, ...more] = branches;
  if (only === undefined) return undefined;
  if (more.length === 0) return { name: only, certainty: 'known' };
  const name = USUAL.find((usual) => branches.includes(usual)) ?? other;
  return name === undefined ? undefined : { name, certainty: 'guessed' };
}

async function branchesBelow(git: Git, prefix: string): Promise<string[]> {
  const names = linesOf(await git.ask('for-each-ref', '--format=%(refname)', prefix));
  return names.map((name) => name.slice(prefix.length)).filter((name) => name !== 'HEAD');
}

/** `branch.NAME.remote` or `branch.NAME.merge` of what is checked out. */
async function configured(git: Git, what: 'remote' | 'merge'): Promise<string | undefined> {
  const current = await git.ask('symbolic-ref', '--quiet', '--short', 'HEAD');
  return current === undefined ? undefined : git.ask('config', '--get', `branch.${current}.${what}`);
}

function linesOf(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}
