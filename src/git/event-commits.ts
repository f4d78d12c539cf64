import { UserError } from '../user-error.ts';
import { type Commit, type CommitPair, parentsOf, resolveRevision } from './commits.ts';
import type { FetchCommit } from './fetch-commit.ts';
import type { Git } from './git.ts';

/** What started the run, as far as the choice of commits goes (github.com/en/webhooks/webhook-events-and-payloads). */
export type Trigger =
  | {
      readonly kind: 'pull-request';
      readonly headSha: string;
      readonly baseSha: string;
      /** Name of the branch that it is to be merged into. */
      readonly baseRef: string;
    }
  /** `before` is undefined for a new branch and for a forced push. */
  | { readonly kind: 'push'; readonly before: string | undefined }
  | { readonly kind: 'merge-group'; readonly baseSha: string }
  | { readonly kind: 'other'; readonly eventName: string };

/** What choosing needs beside the repository. */
export interface EventContext {
  readonly trigger: Trigger;
  /** Revisions that the workflow names itself. */
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly fetchCommit: FetchCommit;
  /** Asks the server for the merge base of two commits or branches; undefined when it does not tell. */
  readonly mergeBase: (base: string, head: string) => Promise<string | undefined>;
}

/** The two commits of a workflow run, both present in the repository afterwards. Throws a UserError where one cannot be had. */
export async function resolveEventCommits(git: Git, context: EventContext): Promise<CommitPair> {
  const head: Commit =
    context.head === undefined
      ? { hash: await resolveRevision(git, 'HEAD'), origin: 'what is checked out' }
      : { hash: await namedCommit(git, context.head, context), origin: `input head ${context.head}` };
  const base: Commit =
    context.base === undefined
      ? await baseOf(git, head.hash, context)
      : { hash: await namedCommit(git, context.base, context), origin: `input base ${context.base}` };
  await context.fetchCommit(base.hash);
  return { base, head };
}

async function namedCommit(git: Git, revision: string, context: EventContext): Promise<string> {
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)) await context.fetchCommit(revision);
  return resolveRevision(git, revision);
}

function baseOf(git: Git, head: string, context: EventContext): Promise<Commit> {
  const { trigger } = context;
  switch (trigger.kind) {
    case 'pull-request':
      return pullRequestBase(git, head, { ...context, trigger });
    case 'merge-group':
      return Promise.resolve({ hash: trigger.baseSha, origin: 'base of the merge group' });
    case 'push':
      return trigger.before === undefined
        ? firstParent(git, head)
        : Promise.resolve({ hash: trigger.before, origin: 'the branch before the push' });
    case 'other':
      return firstParent(git, head);
  }
}

/**
 * The merge commit's parent that is not the pull request's head: head minus base is then exactly the pull request.
 * `pull_request.base.sha` is frozen when the event is sent and blames others' commits on the pull request.
 */
async function pullRequestBase(
  git: Git,
  head: string,
  context: EventContext & { readonly trigger: Extract<Trigger, { kind: 'pull-request' }> },
): Promise<Commit> {
  const { trigger } = context;
  const parents = await parentsOf(git, head);
  const other = parents.find((parent) => parent !== trigger.headSha);
  // Another merge than GitHub's, such as of a branch that has taken in its base, has none of the two as its base.
  if (parents.includes(trigger.headSha) && other !== undefined) {
    return { hash: other, origin: 'parent of the merge' };
  }
  const mergeBase = await context.mergeBase(trigger.baseRef, head);
  if (mergeBase !== undefined) return { hash: mergeBase, origin: `merge base with ${trigger.baseRef}` };
  return {
    hash: trigger.baseSha,
    origin: 'base of the pull request when the event was sent; commits merged since may be counted',
  };
}

async function firstParent(git: Git, head: string): Promise<Commit> {
  const parent = (await parentsOf(git, head))[0];
  if (parent !== undefined) return { hash: parent, origin: 'first parent of head' };
  throw new UserError(`${head} has no parent to compare with; name a commit with the input "base"`);
}
