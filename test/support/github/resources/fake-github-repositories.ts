import type { FakeRepository } from './fake-github-records.ts';
import type { FakeState } from './fake-github-state.ts';
import { userJson } from './fake-github-users.ts';

/** The addresses that GitHub's description requires, as paths below the repository's own. */
const ADDRESSES = [
  'archive',
  'assignees',
  'blobs',
  'branches',
  'collaborators',
  'comments',
  'commits',
  'compare',
  'contents',
  'contributors',
  'deployments',
  'downloads',
  'events',
  'forks',
  'git_commits',
  'git_refs',
  'git_tags',
  'hooks',
  'issue_comment',
  'issue_events',
  'issues',
  'keys',
  'labels',
  'languages',
  'merges',
  'milestones',
  'notifications',
  'pulls',
  'releases',
  'stargazers',
  'statuses',
  'subscribers',
  'subscription',
  'tags',
  'teams',
  'trees',
];

/** The address of the repository's resources, without a slash at the end. */
export function apiAddress(state: FakeState): string {
  return `https://api.github.test/repos/${state.owner}/${state.repo}`;
}

/** The address of the repository for people, without a slash at the end. */
export function webAddress(state: FakeState): string {
  return `https://github.test/${state.owner}/${state.repo}`;
}

/** The repository that the fake has. */
export function homeOf(state: FakeState): FakeRepository {
  return { id: state.repositoryId, owner: state.owner, name: state.repo };
}

/** A repository as GitHub shows it; any but the fake's own is a fork. */
export function repositoryJson(state: FakeState, { id, owner, name }: FakeRepository): unknown {
  const api = `https://api.github.test/repos/${owner}/${name}`;
  const web = `https://github.test/${owner}/${name}`;
  return {
    ...Object.fromEntries(ADDRESSES.map((address) => [`${address}_url`, `${api}/${address}`])),
    id,
    node_id: `R_${id}`,
    name,
    full_name: `${owner}/${name}`,
    owner: userJson(owner),
    private: false,
    fork: id !== state.repositoryId,
    url: api,
    html_url: web,
    clone_url: `${web}.git`,
    git_url: `${web}.git`,
    ssh_url: `${web}.git`,
    svn_url: web,
    default_branch: state.defaultBranch,
    ...ABOUT,
  };
}

const ABOUT = {
  description: null,
  homepage: null,
  language: 'C',
  license: null,
  mirror_url: null,
  archived: false,
  disabled: false,
  has_downloads: true,
  has_issues: true,
  has_pages: false,
  has_projects: false,
  has_wiki: false,
  forks: 0,
  forks_count: 0,
  open_issues: 0,
  open_issues_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  size: 0,
  created_at: null,
  pushed_at: null,
  updated_at: null,
};
