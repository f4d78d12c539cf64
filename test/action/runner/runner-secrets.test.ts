import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { runnerSecrets } from '../../../src/action/runner/runner-secrets.ts';

test('homes, the runner’s folders and those of its files are secret', () => {
  const env = {
    HOME: '/github/home',
    GITHUB_WORKSPACE: '/__w/linux/linux',
    RUNNER_TEMP: '/__w/_temp',
    GITHUB_OUTPUT: '/__w/_temp/_runner_file_commands/set_output_1',
    GITHUB_EVENT_PATH: '/github/workflow/event.json',
  };
  expect(runnerSecrets(env, '/__e/node24/bin/node').folders.toSorted()).toEqual([
    '/__w',
    '/__w/_temp',
    '/__w/_temp/_runner_file_commands',
    '/__w/linux/linux',
    '/github/home',
    '/github/workflow',
  ]);
});

test('so is the root of a runner of one’s own, where its key lies', async () => {
  await using runner = await createFixture({ '.runner': '{}' });
  const [root, node] = [runner.path, runner.getPath('externals/node24/bin/node')];
  expect(runnerSecrets({ RUNNER_TEMP: runner.getPath('_work/_temp') }, '/usr/bin/node').folders).toContain(
    root.replace(/\/$/, ''),
  );
  expect(runnerSecrets({}, node).folders).toEqual([root.replace(/\/$/, '')]);
});

test('so are files that variables name as keys', () => {
  const env = {
    GOOGLE_APPLICATION_CREDENTIALS: '/w/gha-creds.json',
    KUBECONFIG: '/w/kube',
    SHELL: '/bin/bash',
    INPUT_TOKEN: 'no path',
  };
  expect(runnerSecrets(env, '/usr/bin/node').files).toEqual(['/w/gha-creds.json', '/w/kube']);
});
