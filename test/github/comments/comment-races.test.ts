import { describe, test } from 'vitest';
import type { Fault } from '../../support/github/fake-github-faults.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';
import { bodiesOf, bodyOf, earlierBodyOf, SOURCE, startWithPull, upsert, urlOf } from './comment-builders.ts';

function interfere(on: Fault['on'], act: (state: FakeState) => unknown, after = 0): Fault {
  return { on, effect: { kind: 'interfere', act: (state) => void act(state) }, after, times: 1 };
}

const NEWER = { ...SOURCE, run: 501 };

describe.concurrent('several comments of ours', () => {
  test('become one: the oldest is kept, the others are deleted', async (context) => {
    const github = await startWithPull(context);
    for (const [index, text] of ['old', 'newer', 'newest'].entries()) {
      addComment(github.state, { body: earlierBodyOf(text, 101 + index) });
    }
    addComment(github.state, { body: earlierBodyOf('spoofed', 104), author: 'mallory' });
    context.expect(await upsert(github)).toEqual({ kind: 'updated', url: urlOf(101), remarks: [] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good'), earlierBodyOf('spoofed', 104)]);
  });

  test('stay where GitHub does not delete them, which is said', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/delete-comment', effect: withoutPermission() }],
    });
    addComment(github.state, { body: earlierBodyOf('old') });
    addComment(github.state, { body: earlierBodyOf('newer', 102) });
    const remark = `the older comment ${urlOf(102)} stays (403 Resource not accessible by integration)`;
    context.expect(await upsert(github)).toEqual({ kind: 'updated', url: urlOf(101), remarks: [remark] });
  });
});

describe.concurrent('a comment that others write to at the same time', () => {
  test('is created anew when it is deleted meanwhile', async (context) => {
    const github = await startWithPull(context, {
      faults: [interfere('issues/update-comment', ({ comments }) => comments.splice(0))],
    });
    const { id } = addComment(github.state, { body: earlierBodyOf('before') });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(github.requests.some(({ path }) => path.endsWith(`/comments/${id}`))).toBe(true);
    // Its number is free again: the local GitHub gives the next one after those that are there.
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('gives way to an older one that another run created meanwhile', async (context) => {
    const rival = (state: FakeState) => addComment(state, { body: earlierBodyOf('rival') });
    const github = await startWithPull(context, { faults: [interfere('issues/create-comment', rival)] });
    context.expect(await upsert(github)).toEqual({ kind: 'updated', url: urlOf(101), remarks: [] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('gives way with its text too when the older one is of a newer run', async (context) => {
    const rival = (state: FakeState) => addComment(state, { body: bodyOf('rival', NEWER) });
    const github = await startWithPull(context, { faults: [interfere('issues/create-comment', rival)] });
    context.expect((await upsert(github)).kind).toBe('superseded');
    context.expect(bodiesOf(github)).toEqual([bodyOf('rival', NEWER)]);
  });

  test.for([
    ['of a newer run, whose text it takes', NEWER, 'superseded', bodyOf('rival', NEWER)],
    ['of an older run', { run: 400 }, 'created', bodyOf('### All good')],
  ] as const)('joins a younger one %s: the oldest is left', async ([, source, kind, left], context) => {
    const rival = (state: FakeState) => addComment(state, { body: bodyOf('rival', source, 102) });
    const faults = [interfere('issues/list-comments', rival, 1)];
    const github = await startWithPull(context, { faults });
    context.expect((await upsert(github)).kind).toBe(kind);
    context.expect(bodiesOf(github)).toEqual([left]);
  });

  test.for(['older run first', 'newer run first'])('is one of the newer run: %s', async (order, context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'delay', milliseconds: 200 } }],
    });
    const older = () => upsert(github, { bodies: ['older'] });
    const newer = () => upsert(github, { bodies: ['newer'], source: NEWER });
    const runs = order === 'older run first' ? [older, newer] : [newer, older];
    await Promise.all(runs.map((run) => run()));
    context.expect(bodiesOf(github)).toEqual([bodyOf('newer', NEWER, github.state.comments[0]?.id)]);
  });

  test('stands when GitHub fails to list the others afterwards, which is said', async (context) => {
    const fault: Fault = { on: 'issues/list-comments', effect: refusal(503, 'Unavailable'), after: 1 };
    const github = await startWithPull(context, { faults: [fault] });
    const remark = 'another comment may stand beside it until the next run (503 Unavailable)';
    context.expect(await upsert(github)).toEqual({ kind: 'created', url: urlOf(101), remarks: [remark] });
  });
});

describe.concurrent('a comment whose answer is lost', () => {
  test('is not written twice', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'drop-answer' } }],
    });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test.for([{ kind: 'drop' }, refusal(502, 'Server Error')] as const)(
    'is written again when it did not arrive: $kind',
    async (effect, context) => {
      const github = await startWithPull(context, {
        faults: [{ on: 'issues/create-comment', effect, times: 2 }],
      });
      context.expect((await upsert(github)).kind).toBe('created');
      context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
    },
  );

  test('keeps its own text when another run wrote meanwhile', async (context) => {
    const lost: Fault = { on: 'issues/create-comment', effect: { kind: 'drop' }, times: 1 };
    const rival = (state: FakeState) => addComment(state, { body: earlierBodyOf('rival') });
    const github = await startWithPull(context, {
      faults: [lost, interfere('issues/list-comments', rival, 1)],
    });
    await upsert(github);
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });
});
