import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Report } from '../../../src/report/report.ts';
import type { FakeGitHub, FakeGitHubOptions } from '../github/fake-github.ts';
import { BOT_TOKEN } from '../github/resources/fake-github-state.ts';
import { defaultInputs } from './default-inputs.ts';
import { type RunnerCommand, parseCommands } from './runner-commands.ts';
import { type ActionResult, type ActionRun, type RunnerEvent, runAction } from './runner.ts';

/** One use of the action; by default on the event `pull_request` with the defaults of action.yml. */
export interface ToyRun extends Partial<Pick<ActionRun, 'node' | 'inputs' | 'workspace' | 'env' | 'signal'>> {
  readonly onOutput?: (chunk: string) => void;
  /** Another event than `pull_request`, and what GitHub starts it for. */
  readonly event?: Pick<RunnerEvent, 'name' | 'payload'> & Partial<Pick<RunnerEvent, 'sha' | 'ref'>>;
  /** What the event has in `pull_request` beside or instead of the usual. */
  readonly pull?: Readonly<Record<string, unknown>>;
  /** A GitHub for this run alone. */
  readonly github?: FakeGitHubOptions;
  readonly api?: 'github.com' | 'enterprise';
}

export interface ToyResult extends ActionResult {
  /** What the runner did because of what was printed. */
  readonly commands: readonly RunnerCommand[];
  /** The data of all commands `error`. */
  readonly errors: readonly string[];
  /** The file that the output `report` names. Throws when there is none. */
  readonly report: () => Report;
  readonly github: FakeGitHub;
}

/** The pull request and the job that a run is a step of. */
export interface ToyJob {
  readonly action: string;
  readonly fork: string;
  readonly head: string;
  readonly merge: string;
  readonly checkout: string;
  /** For the runner's files and RUNNER_TEMP. */
  readonly folder: string;
}

/** Runs the action, and fails where GitHub would not have understood a request. */
export async function runToyAction(job: ToyJob, github: FakeGitHub, run: ToyRun): Promise<ToyResult> {
  const { inputs, pull, event, github: _started, api, ...rest } = run;
  const result = await runAction({
    bundle: job.action,
    workspace: job.checkout,
    folder: job.folder,
    apiUrl: api === 'enterprise' ? `${github.url}/api/v3` : github.url,
    inputs: { ...defaultInputs(), token: BOT_TOKEN, ...inputs },
    event: {
      repository: 'octo/linux',
      sha: job.merge,
      ref: 'refs/pull/7/merge',
      ...(event ?? { name: 'pull_request', payload: pullRequestPayload(job, pull) }),
    },
    ...rest,
  });
  expect(github.problems).toEqual([]);
  const commands = parseCommands(`${result.stdout}\n${result.stderr}`);
  return {
    ...result,
    commands,
    errors: commands.filter(({ name }) => name === 'error').map(({ data }) => data),
    report: () => JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8')) as Report,
    github,
  };
}

function pullRequestPayload(job: ToyJob, fields: ToyRun['pull']): unknown {
  return {
    action: 'synchronize',
    number: 7,
    repository: { id: 1, name: 'linux', full_name: 'octo/linux', owner: { login: 'octo' } },
    pull_request: {
      number: 7,
      state: 'open',
      locked: false,
      draft: false,
      head: { sha: job.head, ref: 'topic', repo: { id: 1 } },
      base: { sha: job.fork, ref: 'main', repo: { id: 1 } },
      ...fields,
    },
  };
}

/** How many bytes a metric of a target changed by, as the report has it. */
export function changeOf(report: Report, metric: string, target = 'toy'): number | undefined {
  const { delta } = report.targets.find((one) => one.target === target) ?? {};
  const found = delta?.metrics.find((one) => one.metric === metric);
  return found?.base === undefined ? undefined : found.head - found.base;
}
