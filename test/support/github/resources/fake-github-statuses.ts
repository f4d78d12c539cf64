import { invalid, NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { pageOf } from './fake-github-pages.ts';
import type { FakeCheck, FakeStatus } from './fake-github-records.ts';
import { apiAddress, webAddress } from './fake-github-repositories.ts';
import { CREATED_AT } from './fake-github-state.ts';
import type { FakeState } from './fake-github-state.ts';
import { userJson } from './fake-github-users.ts';

/** In characters. */
const LONGEST_DESCRIPTION = 140;
/** In UTF-8 bytes, of a check's summary and of its text. */
const LONGEST_OUTPUT = 65_535;
const MOST_ANNOTATIONS = 50;

export function createStatus({ state, parameters, body, viewer }: RouteRequest): Answer {
  const status: FakeStatus = {
    sha: parameters['sha'] ?? '',
    context: textOf(body['context']) ?? 'default',
    state: String(body['state']),
    description: textOf(body['description']),
    targetUrl: textOf(body['target_url']),
  };
  if ((status.description ?? '').length > LONGEST_DESCRIPTION) {
    const message = `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`;
    return invalid({ resource: 'Status', code: 'custom', field: 'description', message });
  }
  const id = state.statuses.push(status);
  return { status: 201, body: statusJson(state, { ...status, id, creator: viewer }) };
}

/** One page of a commit's statuses, newest first. */
export function listStatuses(request: RouteRequest): Answer {
  const { state, parameters } = request;
  const all = state.statuses
    .map((status, index) => Object.assign({}, status, { id: index + 1, creator: request.viewer }))
    .filter(({ sha }) => sha === parameters['ref'])
    .toReversed();
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: items.map((status) => statusJson(state, status)), headers };
}

/** One page of a commit's check runs, newest first. */
export function listChecks(request: RouteRequest): Answer {
  const { state, parameters, query } = request;
  const name = query.get('check_name');
  const all = state.checks
    .filter(({ headSha }) => headSha === parameters['ref'])
    .filter((check) => name === null || check.name === name)
    .toReversed();
  const { items, headers } = pageOf(request, all);
  const body = { total_count: all.length, check_runs: items.map((check) => checkJson(state, check)) };
  return { status: 200, body, headers };
}

export function createCheck({ state, body }: RouteRequest): Answer {
  const check: FakeCheck = {
    id: 3001 + state.checks.length,
    name: String(body['name']),
    headSha: String(body['head_sha']),
    status: 'queued',
    conclusion: null,
    title: null,
    summary: null,
    detailsUrl: null,
    annotations: [],
  };
  return writeCheck(body, check, () => {
    state.checks.push(check);
    return { status: 201, body: checkJson(state, check) };
  });
}

/** Annotations are added to those of earlier requests. */
export function updateCheck({ state, parameters, body }: RouteRequest): Answer {
  const check = state.checks.find(({ id }) => id === Number(parameters['id']));
  if (check === undefined) return NOT_FOUND;
  return writeCheck(body, check, () => ({ status: 200, body: checkJson(state, check) }));
}

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
function writeCheck(body: RouteRequest['body'], check: FakeCheck, answer: () => Answer): Answer {
  const output = { ...(body['output'] as Partial<CheckOutput> | undefined) };
  const annotations = output.annotations ?? [];
  const field = [output.summary, output.text].findIndex(isTooLong);
  if (field !== -1)
    return refused(`Only ${LONGEST_OUTPUT} characters are allowed`, ['summary', 'text'][field]);
  if (annotations.length > MOST_ANNOTATIONS) {
    return refused(`No more than ${MOST_ANNOTATIONS} annotations are allowed`, 'annotations');
  }
  check.conclusion = textOf(body['conclusion']) ?? check.conclusion;
  check.status = check.conclusion === null ? (textOf(body['status']) ?? check.status) : 'completed';
  check.detailsUrl = textOf(body['details_url']) ?? check.detailsUrl;
  check.title = output.title ?? check.title;
  check.summary = output.summary ?? check.summary;
  check.annotations.push(...annotations);
  return answer();
}

interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly annotations: FakeCheck['annotations'];
}

function isTooLong(text: string | undefined): boolean {
  return new TextEncoder().encode(text ?? '').length > LONGEST_OUTPUT;
}

function refused(message: string, field = ''): Answer {
  return invalid({ resource: 'CheckRun', code: 'custom', field, message });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function statusJson(
  state: FakeState,
  status: FakeStatus & { readonly id: number; readonly creator: string },
): unknown {
  return {
    id: status.id,
    node_id: `SC_${status.id}`,
    url: `${apiAddress(state)}/statuses/${status.sha}`,
    avatar_url: null,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    creator: userJson(status.creator),
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  };
}

function checkJson(state: FakeState, check: FakeCheck): unknown {
  const url = `${apiAddress(state)}/check-runs/${check.id}`;
  const web = `${webAddress(state)}/runs/${check.id}`;
  return {
    id: check.id,
    node_id: `CR_${check.id}`,
    name: check.name,
    head_sha: check.headSha,
    url,
    html_url: web,
    details_url: check.detailsUrl ?? web,
    status: check.status,
    conclusion: check.conclusion,
    started_at: CREATED_AT,
    completed_at: check.status === 'completed' ? CREATED_AT : null,
    external_id: '',
    check_suite: { id: 1 },
    output: {
      title: check.title,
      summary: check.summary,
      text: null,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    app: null,
    pull_requests: [],
  };
}
