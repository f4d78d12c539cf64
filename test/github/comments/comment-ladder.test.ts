import { describe, test } from 'vitest';
import { COMMENT_BODY_BYTES } from '../../../src/github/api/limits.ts';
import { pull } from '../../support/github/resources/fake-github-builders.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import { bodiesOf, bodyOf, earlierBodyOf, startWithPull, upsert } from './comment-builders.ts';

/** Room for the hidden lines and ten bytes more. */
const SMALL = { pulls: [pull()], commentBytes: bodyOf('').length + 10 };

const ELEVEN = 'x'.repeat(11);

describe.concurrent('the ladder of bodies', () => {
  test('keeps a body of exactly the limit, however long the hidden lines are', async (context) => {
    const head = 'f'.repeat(64);
    const github = await startWithPull(context, { state: { pulls: [pull({ headSha: head })] } });
    const full = 'x'.repeat(COMMENT_BODY_BYTES);
    const source = { head, run: Number.MAX_SAFE_INTEGER, attempt: Number.MAX_SAFE_INTEGER };
    await upsert(github, { key: 'k'.repeat(64), source, bodies: [full, 'short'] });
    context.expect(bodiesOf(github)[0]?.endsWith(`\n${full}`)).toBe(true);
  });

  const long = 'é'.repeat(40_000);

  test('begins with the fullest that the limit in bytes allows', async (context) => {
    const github = await startWithPull(context);
    await upsert(github, { bodies: [long, 'short', 'shorter'] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('short')]);
  });

  test('goes down a rung when GitHub finds the body too long', async (context) => {
    const github = await startWithPull(context, { state: SMALL });
    await upsert(github, { bodies: [ELEVEN, 'short'] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('short')]);
  });

  test('goes down a rung for a comment that exists already', async (context) => {
    const github = await startWithPull(context, { state: SMALL });
    addComment(github.state, { body: earlierBodyOf('before') });
    await upsert(github, { bodies: [ELEVEN, 'short'] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('short')]);
  });

  test('ends without a comment when no rung fits', async (context) => {
    const github = await startWithPull(context, { state: SMALL });
    const reason = 'the report is too long for a comment: read it in the job summary';
    context.expect(await upsert(github, { bodies: [long, ELEVEN] })).toEqual({ kind: 'skipped', reason });
    context.expect(bodiesOf(github)).toEqual([]);
  });
});
