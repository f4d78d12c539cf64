/**
 * `npm run demo`: the action on a real kernel, as a runner would run it, against an API on this machine. Needs Node,
 * and root or sudo for the packages that are missing. `KERNEL=/path/to/tree` takes another kernel than Debian's.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFakeGitHub } from '../test/support/github/fake-github.ts';
import { pull } from '../test/support/github/resources/fake-github-builders.ts';
import { BOT_TOKEN } from '../test/support/github/resources/fake-github-state.ts';
import { runAction } from '../test/support/runner/runner.ts';
import { type KernelRepository, prepareKernelRepository } from './kernel-repository.ts';
import {
  PULL_REQUESTS,
  type PreparedPullRequest,
  preparePullRequest,
  pullRequestEvent,
} from './pull-requests.ts';
import { timed } from './stopwatch.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');

const repository = await timed('the kernel as a git repository', () =>
  prepareKernelRepository({ cache, tree: process.env['KERNEL'], version: '6.12' }),
);
for (const pullRequest of PULL_REQUESTS) {
  const prepared = await preparePullRequest(repository, pullRequest);
  await timed(`pull request ${prepared.number}, built and checked`, () => show(repository, prepared));
}

async function show(kernel: KernelRepository, pullRequest: PreparedPullRequest): Promise<void> {
  const pulls = [pull({ number: pullRequest.number, headSha: pullRequest.head })];
  const github = await startFakeGitHub({ state: { pulls } });
  const folder = join(cache, 'demo-runner');
  await mkdir(folder, { recursive: true });
  await rm(join(folder, 'summary.md'), { force: true });
  process.stdout.write(`\n=== Pull request ${pullRequest.number}: ${pullRequest.title} ===\n\n`);
  try {
    const result = await runAction({
      bundle: join(root, 'dist/action.js'),
      inputs: { token: BOT_TOKEN, 'install-packages': 'true' },
      event: pullRequestEvent(pullRequest),
      workspace: kernel.folder,
      folder,
      apiUrl: github.url,
      onOutput: withoutBuildOutput((text) => process.stdout.write(text)),
    });
    const comment = github.state.comments[0]?.body ?? '(none)';
    process.stdout.write(`\n--- the comment on pull request ${pullRequest.number} ---\n\n${comment}\n`);
    process.stdout.write(
      `--- the check ${result.exitCode === 0 ? 'passes' : 'fails'}: exit code ${result.exitCode} ---\n`,
    );
    if (result.exitCode !== pullRequest.expectedExitCode) process.exitCode = 1;
  } finally {
    await github.close();
  }
}

/** The log without what the runner would fold away. */
function withoutBuildOutput(write: (text: string) => void): (chunk: string) => void {
  let rest = '';
  let isFolded = false;
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('::group::')) {
        isFolded = true;
        write(`▸ ${line.slice('::group::'.length)}\n`);
      } else if (line.startsWith('::endgroup::')) isFolded = false;
      else if (!isFolded) write(`${line}\n`);
    }
  };
}
