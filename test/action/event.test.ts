import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ActionEvent, readEvent, readEventSource } from '../../src/action/event.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);

/** What is read where the runner has written this file. */
async function read(eventName: string, text: string): Promise<ActionEvent> {
  const fixture = await createFixture({ 'event.json': text });
  onTestFinished(() => fixture.rm());
  const env = { GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: join(fixture.path, 'event.json') };
  return readEvent(readEventSource(env));
}

async function triggerOf(eventName: string, payload: object): Promise<ActionEvent['trigger']> {
  const { trigger, pullRequest } = await read(eventName, JSON.stringify(payload));
  expect(pullRequest).toBeUndefined();
  return trigger;
}

describe('the event of a workflow run', () => {
  test('is a pull request, to compare and to comment on', async () => {
    const payload = {
      repository: { id: 1, name: 'linux', owner: { login: 'octo' } },
      pull_request: { number: 7, head: { sha: HEAD, repo: { id: 1 } }, base: { sha: BASE, ref: 'main' } },
    };
    expect(await read('pull_request', JSON.stringify(payload))).toEqual({
      trigger: expect.objectContaining({
        kind: 'pull-request',
        headSha: HEAD,
        baseSha: BASE,
        baseRef: 'main',
      }),
      pullRequest: expect.objectContaining({ owner: 'octo', repo: 'linux', number: 7 }),
      asks: 'to measure',
      branch: undefined,
      queuedPullRequest: undefined,
    });
  });

  test.each([
    ['the branch before a push', { before: BASE, forced: false }, BASE],
    ['the branch before a push that does not say whether it was forced', { before: BASE }, BASE],
    ['nothing before the push of a new branch', { before: '0'.repeat(40), forced: false }, undefined],
    ['nothing before it in a repository of SHA-256', { before: '0'.repeat(64) }, undefined],
    ['nothing that counts before a forced push', { before: BASE, forced: true }, undefined],
  ])('has %s', async (_what, payload, before) => {
    expect(await triggerOf('push', payload)).toEqual({ kind: 'push', before, leftBranch: undefined });
  });

  test.each([
    ['refs/heads/topic', 'topic', 'main'],
    ['refs/heads/main', 'main', undefined],
    ['refs/tags/v1', undefined, 'main'],
  ])(
    'has the branch that is pushed to, and the default branch where it is another: %s',
    async (ref, branch, left) => {
      const payload = { before: BASE, forced: false, ref, repository: { default_branch: 'main' } };
      const event = await read('push', JSON.stringify(payload));
      expect(event).toMatchObject({ trigger: { kind: 'push', before: BASE, leftBranch: left }, branch });
    },
  );

  test.each([
    ['opened', {}, 'to measure'],
    ['synchronize', {}, 'to measure'],
    ['labeled', {}, 'to judge again'],
    ['ready_for_review', {}, 'to judge again'],
    ['unlabeled', {}, 'to judge again'],
    ['edited', { changes: { body: { from: '' } } }, 'to judge again'],
    ['edited', { changes: { base: { ref: { from: 'stable' } } } }, 'to measure'],
  ])('asks on %s %j %s', async (action, more, asks) => {
    const payload = {
      action,
      repository: { id: 1, name: 'linux', owner: { login: 'octo' } },
      pull_request: { number: 7, head: { sha: HEAD, repo: { id: 1 } }, base: { sha: BASE, ref: 'main' } },
      ...more,
    };
    expect((await read('pull_request', JSON.stringify(payload))).asks).toBe(asks);
  });

  test.each([
    ['refs/heads/gh-readonly-queue/main/pr-12-0123abcd', 12],
    ['refs/heads/gh-readonly-queue/rpi-6.12.y/x/pr-7-0123abcd', 7],
    ['refs/heads/pr-12-0123abcd', undefined],
  ])('has the pull request of the merge group %s', async (headRef, number) => {
    const payload = { merge_group: { base_sha: BASE, head_ref: headRef } };
    expect((await read('merge_group', JSON.stringify(payload))).queuedPullRequest).toBe(number);
  });

  test('has the base of a merge group', async () => {
    const payload = { merge_group: { base_sha: BASE, head_sha: HEAD } };
    expect(await triggerOf('merge_group', payload)).toEqual({ kind: 'merge-group', baseSha: BASE });
  });

  test.each([
    ['workflow_dispatch', { inputs: {} }],
    ['schedule', { schedule: '0 0 * * *' }],
    ['push', { before: 7 }],
    ['merge_group', {}],
  ])('names no commits on %s with %j', async (eventName, payload) => {
    expect(await triggerOf(eventName, payload)).toEqual({ kind: 'other', eventName });
  });

  test.each(['pull_request_target', 'issue_comment', ''])('is refused on %j', async (eventName) => {
    await expect(read(eventName, '{}')).rejects.toThrow(`the workflow runs on ${eventName}`);
  });

  test('is refused where the file is not JSON', async () => {
    await expect(read('push', '{"before":')).rejects.toThrow(
      /^the event in .*event\.json cannot be read as JSON/,
    );
  });

  test('is refused where there is no such file, or none is named', () => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/gone/event.json' };
    expect(() => readEventSource(env)).toThrow('the event in /gone/event.json cannot be read as JSON');
    expect(() => readEventSource({ GITHUB_EVENT_NAME: 'push' })).toThrow('GITHUB_EVENT_PATH is not set');
  });
});
