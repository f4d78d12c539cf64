import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Secrets } from '../../kernel/sandbox/mounts.ts';

/** Files that steps speak to the runner through, and the event. */
const RUNNER_FILES = [
  'GITHUB_ENV',
  'GITHUB_EVENT_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
];

/** Variables that name files with keys, which sign-in actions leave in the workspace. */
const NAMES_KEYS = /CRED|TOKEN|SECRET|KEY|AUTH|PASS|KUBECONFIG|NPM_CONFIG/i;

/**
 * Where a runner and the steps before keep what a build must not read; absolute paths. `node` is the path of the Node
 * that runs the action.
 */
export function runnerSecrets(env: Readonly<NodeJS.ProcessEnv>, node: string): Secrets {
  const paths = (names: readonly string[]): string[] =>
    names.map((name) => env[name] ?? '').filter((path) => isAbsolute(path));
  const temp = paths(['RUNNER_TEMP']);
  const work = temp.map((folder) => dirname(folder));
  // A runner of one's own keeps its key in its root, over the work folder or where its Node lies (externals/node24/bin).
  const roots = [...work.map((folder) => dirname(folder)), join(node, '../../../..')];
  const folders = [
    ...paths(['HOME', 'GITHUB_WORKSPACE']),
    ...temp,
    ...work,
    ...paths(RUNNER_FILES).map((file) => dirname(file)),
    ...roots.filter((root) => existsSync(join(root, '.runner'))),
  ];
  return { folders, files: paths(Object.keys(env).filter((name) => NAMES_KEYS.test(name))) };
}
