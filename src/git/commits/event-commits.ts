import { UserError } from '../../user-error.ts';
import type { Git } from '../git.ts';
import { type Commit, type CommitPair, parentsOf, resolveRevision } from './commits.ts';
import type { FetchCommit } from './fetch-commit.ts';

/** What started the run, as far as the choice of commits goes (github.com/en/webhooks/webhook-events-and-payloads). */
export type Trigger =
  | {
      readonly kind: 'pull-request';
      readonly headSha: string;
      readonly baseSha: string;
      /** Name of the branch that it is to be merged into. */
      readonly baseRef: string;
    }
  | {
      readonly kind: 'push';
      /** Undefined for a new branch and for a forced push. */
      readonly before: string | undefined;
      /** The default branch, where another one was pushed. */
      readonly leftBranch: string | undefined;
    }
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
  const head = await headOf(git, context);
  const base = await baseOf(git, head, context);
  await context.fetchCommit(base.hash);
  return { base, head };
}

/** The commit that the workflow names, else the one that is checked out; where they are the same, why is the event's. */
async function headOf(git: Git, context: EventContext): Promise<Commit> {
  const own = await checkedOut(git, context);
  if (context.head === undefined) return own;
  const hash = await namedCommit(git, context.head, context);
  return hash === own.hash ? own : { hash, origin: `input head ${context.head}` };
}

async function baseOf(git: Git, head: Commit, context: EventContext): Promise<Commit> {
  if (context.base === undefined) return eventBase(git, head.hash, context);
  const hash = await namedCommit(git, context.base, context);
  // A job that is handed the commits of a plan says why they are these, as the plan did.
  const parent = isMergeParent(await parentsOf(git, head.hash), hash, context.trigger);
  return { hash, origin: parent ? PARENT_OF_MERGE : `input base ${context.base}` };
}

const PARENT_OF_MERGE = 'parent of the merge';

function isMergeParent(parents: readonly string[], base: string, trigger: Trigger): boolean {
  return (
    trigger.kind === 'pull-request' &&
    base !== trigger.headSha &&
    parents.includes(base) &&
    parents.includes(trigger.headSha)
  );
}

/** People know a pull request by its own commit, not by the merge that GitHub makes of it. */
async function checkedOut(git: Git, { trigger }: EventContext): Promise<Commit> {
  const hash = await resolveRevision(git, 'HEAD');
  const isMerge = trigger.kind === 'pull-request' && (await parentsOf(git, hash)).includes(trigger.headSha);
  return { hash, origin: isMerge ? `merge of ${trigger.headSha}` : 'what is checked out' };
}

async function namedCommit(git: Git, revision: string, context: EventContext): Promise<string> {
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)) await context.fetchCommit(revision);
  return resolveRevision(git, revision);
}

function eventBase(git: Git, head: string, context: EventContext): Promise<Commit> {
  const { trigger } = context;
  switch (trigger.kind) {
    case 'pull-request':
      return pullRequestBase(git, head, { ...context, trigger });
    case 'merge-group':
      return Promise.resolve({ hash: trigger.baseSha, origin: 'base of the merge group' });
    case 'push':
      return trigger.before === undefined
        ? newBranchBase(git, head, { ...context, trigger })
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
    return { hash: other, origin: PARENT_OF_MERGE };
  }
  const mergeBase = await context.mergeBase(trigger.baseRef, head);
  if (mergeBase !== undefined) return { hash: mergeBase, origin: `merge base with ${trigger.baseRef}` };
  return {
    hash: trigger.baseSha,
    origin: 'base of the pull request when the event was sent; commits merged since may be counted',
  };
}

/** Where a new or rewritten branch left the default branch; what its own state was before is no base. */
async function newBranchBase(
  git: Git,
  head: string,
  { trigger, mergeBase }: EventContext & { readonly trigger: Extract<Trigger, { kind: 'push' }> },
): Promise<Commit> {
  const { leftBranch } = trigger;
  const hash = leftBranch === undefined ? undefined : await mergeBase(leftBranch, head);
  // A branch that has nothing of its own yet is on the default branch itself.
  if (hash === undefined || hash === head) return firstParent(git, head);
  return { hash, origin: `merge base with ${leftBranch}` };
}

async function firstParent(git: Git, head: string): Promise<Commit> {
  const parent = (await parentsOf(git, head))[0];
  if (parent !== undefined) return { hash: parent, origin: 'first parent of head' };
  throw new UserError(`${head} has no parent to compare with; name a commit with the input "base"`);
}
