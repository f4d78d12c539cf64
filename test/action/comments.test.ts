import { beforeAll, expect, test } from 'vitest';
import {
  type Fault,
  locked,
  refusal,
  secondaryLimit,
  withoutPermission,
} from '../support/github/fake-github-faults.ts';
import { BOT_LOGIN } from '../support/github/resources/fake-github-state.ts';
import { variable } from '../support/kernel/toy-kernel.ts';
import { MARKER, type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, type ToyRun } from '../support/runner/toy-run.ts';

const toy = useToyAction();
let pull: ToyPull;

beforeAll(async () => {
  pull = await toy.pullRequest({ change: variable('added', 1024) });
});

function run(fault: Fault, more: ToyRun = {}): Promise<ToyResult> {
  return pull.run({ ...more, github: { faults: [fault] } });
}

/** The check passes, nothing is written to the pull request, and the one notice tells why. */
function expectNotice(result: ToyResult, why: string): void {
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { verdict: 'pass' } });
  expect(result.github.state.comments).toEqual([]);
  const notices = result.commands.filter(({ name }) => name === 'notice');
  expect(notices.map(({ data }) => data)).toEqual([
    expect.stringContaining(`no comment was written: ${why}`),
  ]);
  expect(result.summary).toMatch(/^### ✅ Kernel size: toy has no limits/);
}

test('a fork, whose token may only read, gets a notice and the job summary', async () => {
  const fault = { on: 'issues/create-comment', effect: withoutPermission() } as const;
  const head = { sha: pull.head, ref: 'topic', repo: { id: 2 } };
  const result = await run(fault, { pull: { head } });
  expectNotice(result, 'the pull request comes from a fork, so its token may only read');
});

test('a locked conversation gets a notice', async () => {
  const result = await run({ on: 'issues/create-comment', effect: locked() }, { pull: { locked: true } });
  expectNotice(result, 'the conversation is locked');
});

test('a rate limit is waited for as long as GitHub says, then the comment is written', async () => {
  const fault = { on: 'issues/create-comment', effect: secondaryLimit(429, 1), times: 1 } as const;
  const { exitCode, stdout, github } = await run(fault);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("GitHub's rate limit: waiting 1 s");
  expect(github.state.comments).toHaveLength(1);
});

test('a failure of the server while the comment is written is tried again, and leaves one comment', async () => {
  const fault = { on: 'issues/create-comment', effect: refusal(502, 'Bad Gateway'), times: 1 } as const;
  const { exitCode, github } = await run(fault);
  expect(exitCode).toBe(0);
  expect(github.state.comments.map(({ body }) => body.split('\n')[0])).toEqual([MARKER]);
});

test('a server that keeps failing does not fail the check', async () => {
  const result = await run({ on: 'issues/list-comments', effect: refusal(503, 'Unavailable') });
  expectNotice(result, 'GitHub did not answer after 3 tries (503 Unavailable)');
});

test('a comment key tells the comments of two uses apart', async () => {
  const other = { id: 1, pullNumber: 7, author: BOT_LOGIN, body: `${MARKER}\nof the other use` };
  const github = { state: { comments: [{ ...other }] } };
  const { github: after } = await pull.run({ inputs: { 'comment-key': 'nightly.2' }, github });
  expect(after.state.comments).toEqual([
    other,
    expect.objectContaining({
      body: expect.stringMatching(/^<!-- kernel-size-budget:v1 key=nightly\.2 workflow=a8410fc0 -->\n/),
    }),
  ]);
});

test('an Enterprise Server is spoken to under its own addresses', async () => {
  const { exitCode, github } = await pull.run({ api: 'enterprise', github: {} });
  expect(exitCode).toBe(0);
  expect(github.state.comments).toHaveLength(1);
  const addresses = github.requests.map(({ address }) => address.slice(github.url.length));
  const own = /^\/api\/(graphql$|v3\/repos\/octo\/linux\/)/;
  expect(addresses.filter((address) => !own.test(address))).toEqual([]);
});
