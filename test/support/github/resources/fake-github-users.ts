import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';

/** What a repository's collaborator may do. GitHub's other roles count as the next weaker of these. */
export function getPermission({ state, parameters }: RouteRequest): Answer {
  const login = decodeURIComponent(parameters['login'] ?? '');
  const permission = state.permissions[login];
  if (permission === undefined) return NOT_FOUND;
  const user = { ...userJson(login), role_name: permission };
  return { status: 200, body: { permission, role_name: permission, user } };
}

/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
export function userJson(login: string): Readonly<Record<string, unknown>> {
  const url = `https://api.github.test/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: `${url}/avatar`,
    gravatar_id: '',
    url,
    html_url: url,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}
