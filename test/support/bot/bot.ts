/**
 * The action in the modes that build nothing: what a run measured, and what GitHub knows, are made up. It runs in this
 * process, where a second of waiting for GitHub takes a millisecond, or as the runner starts it, as a bundle.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import type { Report } from '../../../src/report/report.ts';
import { zipsOf } from '../../github/runs/zip-archive.ts';
import {
  type FakeGitHub,
  type FakeGitHubOptions,
  type RequestCheck,
  startFakeGitHub,
} from '../github/fake-github.ts';
import { createRequestCheck } from '../github/openapi-validation.ts';
import { BASE_SHA, HEAD_SHA, artifact, commit, pull, run } from '../github/resources/fake-github-builders.ts';
import type { FakeRepository } from '../github/resources/fake-github-records.ts';
import { BOT_TOKEN, CREATED_AT, type FakeState } from '../github/resources/fake-github-state.ts';
import { budgetFile } from '../kernel/toy-kernel.ts';
import { deltaWith, reportWith, targetReport } from '../report/report-builders.ts';
import { defaultInputs } from '../runner/default-inputs.ts';
import { type RunnerCommand, parseCommands } from '../runner/runner-commands.ts';
import { runActionHere } from '../runner/runner-in-process.ts';
import { type ActionResult, type ActionRun, type RunnerEvent, runAction } from '../runner/runner.ts';
import { isSoak } from '../soak.ts';
import { expectHonest, expectOneVerdict } from './bot-outcome.ts';

/** The merge of the pull request's head with its base, which a run checks out. */
export const MERGE_SHA = 'c'.repeat(40);

export const WORKFLOW = '.github/workflows/kernel-size.yml';

/** One use of the action. */
export interface BotRun {
  readonly mode: 'report' | 'comment';
  readonly event: Pick<RunnerEvent, 'name' | 'payload'>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly state?: Partial<FakeState>;
  readonly faults?: FakeGitHubOptions['faults'];
  /** Contents of `kernel-size-parts`, by path. */
  readonly parts?: Readonly<Record<string, string>>;
  /** In place of a new local GitHub. */
  readonly github?: FakeGitHub;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the action when it aborts; with the reason `SIGKILL` it is killed. */
  readonly signal?: AbortSignal;
}

export interface BotResult extends ActionResult {
  readonly commands: readonly RunnerCommand[];
  readonly github: FakeGitHub;
  /** Those of this use alone, where several share a local GitHub. */
  readonly requests: FakeGitHub['requests'];
}

/** Makes the action ready before the tests of a file, and removes afterwards what they made. */
export function useBot(as: 'bundle' | 'in this process' = 'in this process'): {
  readonly run: (run: BotRun) => Promise<BotResult>;
} {
  let around: Surroundings | undefined;
  const cleanups: Surroundings['cleanups'] = [];
  beforeAll(async () => {
    const checkRequest = await createRequestCheck();
    const isBundled = as === 'bundle' || isSoak();
    around = { start: isBundled ? runBundle : runActionHere, checkRequest, cleanups };
  });
  afterAll(() => Promise.all(cleanups.map((cleanup) => cleanup())));
  return { run: (bot) => runBot(bot, around!) };
}

const runBundle: Surroundings['start'] = (use) => runAction({ ...use, bundle: inject('bundles').action });

interface Surroundings {
  readonly start: (run: Omit<ActionRun, 'bundle'>) => Promise<ActionResult>;
  /** One for all runs: to compile the description takes longer than a run. */
  readonly checkRequest: RequestCheck;
  readonly cleanups: (() => Promise<unknown>)[];
}

async function runBot(bot: BotRun, around: Surroundings): Promise<BotResult> {
  const { start, cleanups } = around;
  const folder = await mkdtemp(join(tmpdir(), 'ksb-bot-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const workspace = join(folder, 'workspace');
  await mkdir(join(folder, 'runner'), { recursive: true });
  for (const [path, text] of Object.entries(bot.parts ?? {})) {
    await mkdir(join(workspace, 'kernel-size-parts', path, '..'), { recursive: true });
    await writeFile(join(workspace, 'kernel-size-parts', path), text);
  }
  await mkdir(workspace, { recursive: true });
  const github = bot.github ?? (await startGitHub(bot, around));
  const before = github.requests.length;
  const result = await start({
    workspace,
    folder: join(folder, 'runner'),
    apiUrl: github.url,
    inputs: { ...defaultInputs(), token: BOT_TOKEN, mode: bot.mode, ...bot.inputs },
    event: { ...bot.event, repository: 'octo/linux', sha: MERGE_SHA, ref: 'refs/heads/main' },
    env: { GITHUB_WORKFLOW_REF: `octo/linux/${WORKFLOW}@refs/pull/7/merge`, ...bot.env },
    ...(bot.signal === undefined ? {} : { signal: bot.signal }),
  });
  expect(github.problems).toEqual([]);
  const commands = parseCommands(`${result.stdout}\n${result.stderr}`);
  const ended = { ...result, commands, github, requests: github.requests.slice(before) };
  if (ended.exitCode !== null) expectHonest(ended);
  if (bot.github === undefined) expectOneVerdict(ended, bot.state?.comments ?? []);
  return ended;
}

async function startGitHub(
  { state, faults }: Pick<BotRun, 'state' | 'faults'>,
  { checkRequest, cleanups }: Surroundings,
): Promise<FakeGitHub> {
  const github = await startFakeGitHub({
    checkRequest,
    // Copied, since rows of a table share what they are made of.
    state: structuredClone(botState(state)),
    ...(faults === undefined ? {} : { faults }),
  });
  cleanups.push(() => github.close());
  return github;
}

/** The budget of `toy` that main has: a growth limit that `grownReport` keeps to, and one that it does not. */
export function budgetOf(limits: { readonly growth?: object; readonly budgets?: object }): string {
  return budgetFile({ toy: limits })[BUDGET_FILE]!;
}

/** Pull request 7 with a finished run of the workflow, and the budget file of main. */
export function botState(overrides: Partial<FakeState> = {}): Partial<FakeState> {
  return {
    pulls: [pull()],
    commits: [commit({ sha: MERGE_SHA, parents: [BASE_SHA, HEAD_SHA] })],
    runs: [run({ path: WORKFLOW })],
    files: { [`main:${BUDGET_FILE}`]: budgetOf({}), [`${BASE_SHA}:${BUDGET_FILE}`]: budgetOf({}) },
    artifacts: [storedReport(grownReport())],
    permissions: { alice: 'write', mallory: 'read' },
    ...overrides,
  };
}

/** A report of `toy`, whose RAM grows from 1,000 to 1,500 bytes. */
export function grownReport(overrides: Partial<Report> = {}): Report {
  const delta = deltaWith({ metrics: { ram: [1000, 1500] }, symbols: [['big', undefined, 500]] });
  return reportWith([targetReport({ target: 'toy', delta })], {
    base: { hash: BASE_SHA, origin: 'parent of the merge' },
    head: { hash: MERGE_SHA, origin: 'what is checked out' },
    pullRequest: 7,
    baseRef: 'main',
    ...overrides,
  });
}

/** The artifact that the run's last job uploads. */
export function storedReport(report: Report | string, overrides: Parameters<typeof artifact>[0] = {}) {
  const text = typeof report === 'string' ? report : renderJson(report);
  return artifact({ archive: archiveOf(text), ...overrides });
}

/** Python is not started twice for one text. */
const archives = new Map<string, Buffer>();

function archiveOf(text: string): Buffer {
  const known = archives.get(text);
  if (known !== undefined) return known;
  const { archive } = zipsOf({ archive: { entries: [{ name: 'report.json', text }] } });
  archives.set(text, archive);
  return archive;
}

/** What GitHub sends when the run of `botState` has ended. */
export function workflowRunEvent(
  fields: Readonly<Record<string, unknown>> = {},
  head: FakeRepository | null = { id: 1, owner: 'octo', name: 'linux' },
): BotRun['event'] {
  const repository = { id: 1, name: 'linux', full_name: 'octo/linux', owner: { login: 'octo' } };
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      repository,
      workflow_run: {
        id: 500,
        run_attempt: 1,
        event: 'pull_request',
        path: WORKFLOW,
        head_sha: HEAD_SHA,
        head_branch: 'topic',
        status: 'completed',
        conclusion: 'success',
        created_at: CREATED_AT,
        repository,
        head_repository: head && { id: head.id, name: head.name, owner: { login: head.owner } },
        pull_requests: [],
        ...fields,
      },
    },
  };
}

/** What GitHub sends for a new comment on pull request 7. */
export function commentEvent(body: string, author = 'alice'): BotRun['event'] {
  return {
    name: 'issue_comment',
    payload: {
      action: 'created',
      repository: { id: 1, name: 'linux', owner: { login: 'octo' } },
      issue: { number: 7, pull_request: {} },
      comment: { id: 77, body, user: { login: author } },
    },
  };
}

/** What GitHub sends for pull request 7; the run of it has a token that may only read where `from` is a fork. */
export function pullRequestEvent(
  action = 'synchronize',
  from: FakeRepository | null = { id: 1, owner: 'octo', name: 'linux' },
): BotRun['event'] {
  return {
    name: 'pull_request',
    payload: {
      action,
      number: 7,
      repository: { id: 1, name: 'linux', owner: { login: 'octo' } },
      pull_request: {
        number: 7,
        head: { sha: HEAD_SHA, ref: 'topic', repo: from && { id: from.id } },
        base: { sha: BASE_SHA, ref: 'main', repo: { id: 1 } },
      },
    },
  };
}
