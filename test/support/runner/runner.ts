/**
 * Runs a bundled JavaScript action the way GitHub's runner does: a Node of its own, inputs and context in the
 * environment, results in files. Of the runner's environment only what actions read is there.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseOutputs } from './runner-outputs.ts';

/** What triggered the workflow run. */
export interface RunnerEvent {
  /** `pull_request`, `push`, … */
  readonly name: string;
  /** What GitHub writes to the file in `GITHUB_EVENT_PATH`. */
  readonly payload: unknown;
  /** `OWNER/REPO`. */
  readonly repository: string;
  /** The commit that `actions/checkout` would check out. */
  readonly sha: string;
  /** `refs/pull/7/merge`, `refs/heads/main`, … */
  readonly ref: string;
}

export interface ActionRun {
  /** The bundle that action.yml names as `main`. */
  readonly bundle: string;
  /** The Node that runs it; this process's own by default. */
  readonly node?: string;
  /** By name as in action.yml; the defaults there are not read. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: RunnerEvent;
  /** The checkout: `GITHUB_WORKSPACE`, and where the action starts. */
  readonly workspace: string;
  /** An empty folder for `RUNNER_TEMP` and the runner's files; the caller removes it. */
  readonly folder: string;
  readonly apiUrl: string;
  /** Added last, so that it can also replace. */
  readonly env?: Readonly<Record<string, string>>;
  /** Sends the action SIGINT when it aborts, as cancelling a run does, or the signal that is its reason. */
  readonly signal?: AbortSignal;
  /** Told of stdout and stderr as they come. */
  readonly onOutput?: (chunk: string) => void;
}

export interface ActionResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary, in markdown. */
  readonly summary: string;
}

/** The secret that a runner lends to JavaScript actions; a program that they start must not see it. */
export const RUNTIME_TOKEN = 'runtime-token-of-the-job';

/** The path of a Node of the version that action.yml names. Throws where the tests do not know one. */
export function runnerNode(): string {
  const path = process.env['KSB_NODE24'];
  if (path) return path;
  throw new Error('KSB_NODE24 is not set: use npm test, or set it to the path of a Node 24');
}

/** Runs a bundled action to its end. */
export function runAction(run: ActionRun): Promise<ActionResult> {
  return runStep(run, (env) => runNode(run, env));
}

/** Makes the files and variables of a step, and reads what was written to them. */
export async function runStep(
  run: Omit<ActionRun, 'bundle'>,
  start: (env: Record<string, string>) => Promise<Ended>,
): Promise<ActionResult> {
  const files = await createRunnerFiles(run);
  const ended = await start({
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    ...contextVariables(run),
    ...files,
    ...inputVariables(run.inputs),
    ...run.env,
  });
  return {
    ...ended,
    outputs: parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

async function createRunnerFiles({ folder, event }: Omit<ActionRun, 'bundle'>) {
  const files = {
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(event.payload));
  const directories = { RUNNER_TEMP: join(folder, 'temp'), RUNNER_TOOL_CACHE: join(folder, 'tools') };
  for (const directory of Object.values(directories)) await mkdir(directory, { recursive: true });
  return { ...files, ...directories };
}

function contextVariables({ event, workspace, apiUrl }: Omit<ActionRun, 'bundle'>): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: apiUrl,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_GRAPHQL_URL: apiUrl.endsWith('/api/v3') ? apiUrl.replace(/v3$/, 'graphql') : `${apiUrl}/graphql`,
    GITHUB_JOB: 'size',
    GITHUB_REF: event.ref,
    GITHUB_REPOSITORY: event.repository,
    GITHUB_REPOSITORY_OWNER: event.repository.split('/')[0] ?? '',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1000001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_SHA: event.sha,
    GITHUB_WORKFLOW: 'kernel size',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'a test',
    RUNNER_OS: 'Linux',
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
  };
}

/** As the runner names them: only spaces are replaced, hyphens stay. */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** How the action ended, and what it wrote. */
export type Ended = Pick<ActionResult, 'exitCode' | 'stdout' | 'stderr'>;

async function runNode(run: ActionRun, env: Record<string, string>): Promise<Ended> {
  const child = spawn(run.node ?? process.execPath, [run.bundle], {
    cwd: run.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
      run.onOutput?.(chunk);
    });
  }
  const interrupt = (): boolean => child.kill(run.signal?.reason === 'SIGKILL' ? 'SIGKILL' : 'SIGINT');
  run.signal?.addEventListener('abort', interrupt);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  run.signal?.removeEventListener('abort', interrupt);
  return { exitCode, ...output };
}
