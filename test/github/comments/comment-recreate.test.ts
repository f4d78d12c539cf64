import { describe, test } from 'vitest';
import { recreateComment } from '../../../src/github/comments/comment-recreate.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import { pull } from '../../support/github/resources/fake-github-builders.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';
import { writesTo } from '../start-github.ts';
import {
  bodiesOf,
  bodyOf,
  earlierBodyOf,
  requestTo,
  SOURCE,
  startWithPull,
  urlOf,
} from './comment-builders.ts';

describe.concurrent('a comment that is asked for anew', () => {
  test('is written at the end before the older ones are deleted', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('before') });
    addComment(github.state, { body: bodyOf('### All good', {}, 102) });
    addComment(github.state, { body: '/kernel-size', author: 'alice' });
    const outcome = await recreateComment(requestTo(github));
    context.expect(outcome).toEqual({ kind: 'created', url: urlOf(104), remarks: [] });
    context.expect(bodiesOf(github)).toEqual(['/kernel-size', bodyOf('### All good', {}, 104)]);
    context.expect(writesTo(github)).toEqual(['POST', 'PATCH', 'DELETE', 'DELETE']);
  });

  test('is written where there was none', async (context) => {
    const github = await startWithPull(context);
    context.expect((await recreateComment(requestTo(github))).kind).toBe('created');
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('is not taken for the older one that says the same when the answer is lost', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'drop' }, times: 1 }],
    });
    addComment(github.state, { body: bodyOf('### All good') });
    const outcome = await recreateComment(requestTo(github));
    context.expect(outcome).toEqual({ kind: 'created', url: urlOf(102), remarks: [] });
    context.expect(github.state.comments.map(({ id }) => id)).toEqual([102]);
  });

  test('is not written twice when the answer is lost', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'drop-answer' } }],
    });
    addComment(github.state, { body: bodyOf('### All good') });
    await recreateComment(requestTo(github));
    context.expect(github.state.comments.map(({ id }) => id)).toEqual([102]);
  });

  test('leaves the older ones when it cannot be written', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: withoutPermission() }],
    });
    addComment(github.state, { body: earlierBodyOf('before') });
    context.expect((await recreateComment(requestTo(github))).kind).toBe('skipped');
    context.expect(bodiesOf(github)).toEqual([earlierBodyOf('before')]);
  });

  test('stands when the older ones cannot be deleted, which is said', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/delete-comment', effect: refusal(403, 'Forbidden') }],
    });
    addComment(github.state, { body: earlierBodyOf('before') });
    const remarks = [`the older comment ${urlOf(101)} stays (403 Forbidden)`];
    const outcome = await recreateComment(requestTo(github));
    context.expect(outcome).toEqual({ kind: 'created', url: urlOf(102), remarks });
  });

  test('is not written where a newer run has reported', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: bodyOf('newer', { ...SOURCE, run: 501 }) });
    context.expect((await recreateComment(requestTo(github))).kind).toBe('superseded');
    context.expect(writesTo(github)).toEqual([]);
  });

  test('gives way when a newer run writes to the older one meanwhile', async (context) => {
    const newer = bodyOf('newer', { ...SOURCE, run: 501 });
    const act = ({ comments }: FakeState) => void (comments[0]!.body = newer);
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'interfere', act } }],
    });
    addComment(github.state, { body: earlierBodyOf('before') });
    context.expect((await recreateComment(requestTo(github))).kind).toBe('superseded');
    context.expect(bodiesOf(github)).toEqual([newer]);
  });

  test('is one when it is asked for twice at the same time', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'delay', milliseconds: 200 } }],
    });
    addComment(github.state, { body: earlierBodyOf('before') });
    await Promise.all([recreateComment(requestTo(github)), recreateComment(requestTo(github))]);
    const [left] = github.state.comments;
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good', {}, left?.id)]);
  });

  test('is not written on a pull request that is closed', async (context) => {
    const github = await startWithPull(context, { state: { pulls: [pull({ state: 'closed' })] } });
    context.expect((await recreateComment(requestTo(github))).kind).toBe('skipped');
    context.expect(writesTo(github)).toEqual([]);
  });
});
