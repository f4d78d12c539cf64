import { describe, test } from 'vitest';
import { refusal } from '../../support/github/fake-github-faults.ts';
import type { FaultEffect } from '../../support/github/fake-github-faults.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import { bodiesOf, bodyOf, earlierBodyOf, startWithPull, upsert, urlOf } from './comment-builders.ts';

const SHOWN = 'somebody had minimised the comment, and it is shown again';

describe.concurrent('a comment that somebody has minimised', () => {
  test('stays so, and is kept up to date', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('before'), isMinimized: true });
    context.expect(await upsert(github)).toEqual({ kind: 'updated', url: urlOf(101), remarks: [] });
    context
      .expect(github.state.comments)
      .toMatchObject([{ body: bodyOf('### All good'), isMinimized: true }]);
  });

  test('is shown again when it must be seen', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('before'), isMinimized: true });
    const outcome = await upsert(github, { visibility: 'must-show' });
    context.expect(outcome).toEqual({ kind: 'updated', url: urlOf(101), remarks: [SHOWN] });
    context.expect(github.state.comments).toMatchObject([{ isMinimized: false }]);
  });

  test('is shown again when its text stays as it is', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: bodyOf('### All good'), isMinimized: true });
    const outcome = await upsert(github, { visibility: 'must-show' });
    context.expect(outcome).toMatchObject({ kind: 'unchanged', remarks: [SHOWN] });
  });

  // Asking who the token speaks for comes first.
  const AFTER_VIEWER = 1;

  const denied = { data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible' }] };
  const refusals: readonly (readonly [string, number, FaultEffect])[] = [
    ['with status 403', AFTER_VIEWER, refusal(403, 'Resource not accessible')],
    ['with status 200', AFTER_VIEWER, { kind: 'answer', answer: { status: 200, body: denied } }],
    ['only the change', AFTER_VIEWER + 1, { kind: 'answer', answer: { status: 200, body: denied } }],
  ];

  test.for(refusals)('is updated when GitHub refuses %s', async ([, after, effect], context) => {
    const github = await startWithPull(context, { faults: [{ on: 'graphql', effect, after }] });
    addComment(github.state, { body: earlierBodyOf('before'), isMinimized: true });
    const outcome = await upsert(github, { visibility: 'must-show' });
    const remark = context.expect.stringMatching(
      /^the comment could not be shown again if somebody has minimised it \(.*Resource not accessible\)$/,
    );
    context.expect(outcome).toEqual({ kind: 'updated', url: urlOf(101), remarks: [remark] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });
});

test.concurrent('a comment that nobody has minimised needs no change', async (context) => {
  const github = await startWithPull(context);
  addComment(github.state, { body: earlierBodyOf('before') });
  const outcome = await upsert(github, { visibility: 'must-show' });
  context.expect(outcome).toMatchObject({ kind: 'updated', remarks: [] });
  context.expect(github.requests.filter(({ body }) => body.includes('mutation'))).toEqual([]);
});
