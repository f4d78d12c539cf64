import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { newestFirst, pageOf } from './fake-github-pages.ts';
import type { FakeRun } from './fake-github-records.ts';
import { apiAddress, homeOf, repositoryJson, webAddress } from './fake-github-repositories.ts';
import type { FakeState } from './fake-github-state.ts';

/** One page of a workflow's runs, newest first; `status` is met by a status or a conclusion. */
export function listRuns(request: RouteRequest): Answer {
  const { state, query } = request;
  const workflow = decodeURIComponent(request.parameters['workflow'] ?? '');
  const asked = (name: string, ...values: readonly (string | null)[]): boolean =>
    !query.has(name) || values.includes(query.get(name));
  const all = state.runs
    .filter(({ path }) => workflow === path.split('/').at(-1) || workflow === String(workflowId(state, path)))
    .filter(({ headSha }) => asked('head_sha', headSha))
    .filter(({ event }) => asked('event', event))
    .filter(({ headBranch }) => asked('branch', headBranch))
    .filter(({ status, conclusion }) => asked('status', status, conclusion))
    .filter(({ createdAt }) => createdAt <= (query.get('created') ?? '<=9').slice('<='.length))
    .toSorted(newestFirst('id'));
  const { items, headers } = pageOf(request, all);
  const body = { total_count: all.length, workflow_runs: items.map((run) => runJson(state, run)) };
  return { status: 200, body, headers };
}

export function getRun({ state, parameters }: RouteRequest): Answer {
  const run = findRun(state, parameters['id']);
  return run === undefined ? NOT_FOUND : { status: 200, body: runJson(state, run) };
}

/** Remembers that it was asked; the run stays as it is. */
export function rerunFailedJobs({ state, parameters }: RouteRequest): Answer {
  const run = findRun(state, parameters['id']);
  if (run === undefined) return NOT_FOUND;
  state.reruns.push(run.id);
  return { status: 201, body: {} };
}

/** The run of an id as it stands in a path. */
export function findRun(state: FakeState, id: string | undefined): FakeRun | undefined {
  return state.runs.find((run) => run.id === Number(id));
}

/** Workflows are numbered from 1, in the order in which they first appear among the runs. */
function workflowId(state: FakeState, path: string): number {
  return [...new Set(state.runs.map((run) => run.path))].indexOf(path) + 1;
}

/** GitHub's description has a head repository always; once a fork is deleted it is null all the same. */
function runJson(state: FakeState, run: FakeRun): unknown {
  const url = `${apiAddress(state)}/actions/runs/${run.id}`;
  const workflow = workflowId(state, run.path);
  const pages = ['jobs', 'logs', 'artifacts', 'cancel', 'rerun', 'check_suite'];
  return {
    ...Object.fromEntries(pages.map((page) => [`${page}_url`, `${url}/${page}`])),
    id: run.id,
    node_id: `WFR_${run.id}`,
    name: 'size',
    path: run.path,
    workflow_id: workflow,
    workflow_url: `${apiAddress(state)}/actions/workflows/${workflow}`,
    url,
    html_url: `${webAddress(state)}/actions/runs/${run.id}`,
    display_title: 'a run',
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    run_number: run.id,
    run_attempt: run.attempt,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_commit: null,
    head_repository: run.headRepo && repositoryJson(state, run.headRepo),
    repository: repositoryJson(state, homeOf(state)),
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
  };
}
