import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { newestFirst, pageOf } from './fake-github-pages.ts';
import type { FakeIssue, FakeLabelEvent, FakePull } from './fake-github-records.ts';
import { apiAddress, webAddress } from './fake-github-repositories.ts';
import { addIssue, CREATED_AT } from './fake-github-state.ts';
import type { FakeState } from './fake-github-state.ts';
import { userJson } from './fake-github-users.ts';

/** One page of issues and pull requests, newest first; an issue must have all labels that are asked for. */
export function listIssues(request: RouteRequest): Answer {
  const { state, query } = request;
  const wanted = query.get('state') ?? 'open';
  const creator = query.get('creator');
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const all = [...state.issues, ...state.pulls]
    .filter((issue) => wanted === 'all' || issue.state === wanted)
    .filter(({ author }) => creator === null || creator === author)
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .toSorted(newestFirst('number'));
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: items.map((issue) => issueJson(state, issue)), headers };
}

export function createIssue({ state, viewer, body }: RouteRequest): Answer {
  const issue = addIssue(state, { author: viewer });
  writeFields(issue, body);
  return { status: 201, body: issueJson(state, issue) };
}

export function updateIssue({ state, parameters, body }: RouteRequest): Answer {
  const issue = state.issues.find(({ number }) => number === Number(parameters['number']));
  if (issue === undefined) return NOT_FOUND;
  writeFields(issue, body);
  return { status: 200, body: issueJson(state, issue) };
}

/** One page of a pull request's events, oldest first. */
export function listEvents(request: RouteRequest): Answer {
  const number = Number(request.parameters['number']);
  const all = request.state.labelEvents.filter(({ pullNumber }) => pullNumber === number);
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: items.map((event) => eventJson(request.state, event)), headers };
}

/** A label as issues and pull requests show it. */
export function labelJson(state: FakeState, name: string): unknown {
  const url = `${apiAddress(state)}/labels/${encodeURIComponent(name)}`;
  return { id: 1, node_id: 'LA_1', url, name, description: '', color: 'ededed', default: false };
}

function writeFields(issue: FakeIssue, { title, body, state, labels }: RouteRequest['body']): void {
  if (typeof title === 'string') issue.title = title;
  if (typeof body === 'string' || body === null) issue.body = body;
  if (state === 'open' || state === 'closed') issue.state = state;
  if (Array.isArray(labels)) {
    issue.labels = labels.map((label: unknown) =>
      typeof label === 'object' && label !== null && 'name' in label ? String(label.name) : String(label),
    );
  }
}

function issueJson(state: FakeState, issue: FakeIssue | FakePull): unknown {
  const url = `${apiAddress(state)}/issues/${issue.number}`;
  const isPull = 'headSha' in issue;
  return {
    id: 1000 + issue.number,
    node_id: `I_${issue.number}`,
    number: issue.number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: userJson(issue.author),
    labels: issue.labels.map((name) => labelJson(state, name)),
    locked: isPull && issue.locked,
    assignee: null,
    milestone: null,
    comments: 0,
    url,
    repository_url: apiAddress(state),
    html_url: `${webAddress(state)}/${isPull ? 'pull' : 'issues'}/${issue.number}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    author_association: 'CONTRIBUTOR',
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    closed_at: issue.state === 'closed' ? CREATED_AT : null,
    ...(isPull ? { pull_request: pullPart(state, issue) } : {}),
  };
}

/** What tells a pull request from an issue. */
function pullPart(state: FakeState, { number, merged }: FakePull): unknown {
  const web = `${webAddress(state)}/pull/${number}`;
  return {
    url: `${apiAddress(state)}/pulls/${number}`,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    merged_at: merged ? CREATED_AT : null,
  };
}

function eventJson(state: FakeState, { event, label, actor, at }: FakeLabelEvent): unknown {
  return {
    id: 1,
    node_id: 'LE_1',
    url: `${apiAddress(state)}/issues/events/1`,
    actor: userJson(actor),
    event,
    commit_id: null,
    commit_url: null,
    created_at: at,
    performed_via_github_app: null,
    ...PARTS[event](label),
  };
}

const NO_PART = (): object => ({});

/** What an event has beside what all have. */
const PARTS: Readonly<Record<FakeLabelEvent['event'], (label: string) => object>> = {
  labeled: (name) => ({ label: { name, color: 'ededed' } }),
  unlabeled: (name) => ({ label: { name, color: 'ededed' } }),
  renamed: () => ({ rename: { from: 'old title', to: 'new title' } }),
  base_ref_changed: NO_PART,
  automatic_base_change_succeeded: NO_PART,
};
