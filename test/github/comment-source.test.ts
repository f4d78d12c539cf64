import { describe, expect, test } from 'vitest';
import { sourceLine, sourceOf } from '../../src/github/comment-source.ts';
import { pull } from '../support/fake-github-builders.ts';
import { addComment } from '../support/fake-github-state.ts';
import { bodiesOf, bodyOf, MARKER, SOURCE, startWithPull, upsert } from './comment-builders.ts';
import { writesTo } from './start-github.ts';

describe.concurrent('a comment of a newer run', () => {
  const newer = [
    { ...SOURCE, run: 501 },
    { ...SOURCE, attempt: 2 },
    { head: 'd'.repeat(40), run: 501, attempt: 1 },
  ];

  test.for(newer)('is not written over: run $run attempt $attempt', async (source, context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: bodyOf('newer', source) });
    const reason = `run ${source.run} (attempt ${source.attempt}) has reported already, and is newer than this one`;
    context.expect(await upsert(github)).toEqual({ kind: 'superseded', reason });
    context.expect(writesTo(github)).toEqual([]);
  });

  test('is not deleted either where an older one is beside it', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: `${MARKER}\nold` });
    addComment(github.state, { body: bodyOf('newer', { ...SOURCE, run: 501 }) });
    context.expect((await upsert(github)).kind).toBe('superseded');
    context.expect(writesTo(github)).toEqual([]);
  });
});

describe.concurrent('a comment of a run that is not newer is written over:', () => {
  const sources = [SOURCE, { ...SOURCE, run: 499, attempt: 9 }];

  test.for(sources)('run $run attempt $attempt', async (source, context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: bodyOf('before', source) });
    context.expect((await upsert(github)).kind).toBe('updated');
  });

  const unreadable = [
    '',
    'no data',
    '<!-- kernel-size-budget:data {} -->',
    '<!-- kernel-size-budget:data {"head":"main","run":900,"attempt":1} -->',
    `<!-- kernel-size-budget:data {"head":"${SOURCE.head}","run":"900","attempt":1} -->`,
    `<!-- kernel-size-budget:data {"head":"${SOURCE.head}","run":900.5,"attempt":1} -->`,
    `<!-- kernel-size-budget:data {"head":"${SOURCE.head}","run":1e308,"attempt":1} -->`,
    '<!-- kernel-size-budget:data {"head": -->',
  ];

  test.for(unreadable)('one whose second line cannot be read: %s', async (line, context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: `${MARKER}\n${line}\n### All good` });
    context.expect((await upsert(github)).kind).toBe('updated');
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('one that quotes a newer run further down', async (context) => {
    const github = await startWithPull(context);
    const quoted = bodyOf('', { ...SOURCE, run: 501 }).split('\n')[1];
    addComment(github.state, { body: `${bodyOf('before')}\n${quoted}` });
    context.expect((await upsert(github)).kind).toBe('updated');
  });
});

describe.concurrent('a pull request is read again before anything is written, and', () => {
  test('a newer commit will have its own report', async (context) => {
    const pulls = [pull({ headSha: 'e'.repeat(40) })];
    const github = await startWithPull(context, { state: { pulls } });
    context.expect(await upsert(github)).toEqual({
      kind: 'superseded',
      reason: 'pull request 7 has moved from aaaaaaaaaaaa to eeeeeeeeeeee, whose own run will report',
    });
    context.expect(writesTo(github)).toEqual([]);
  });

  test.for([
    ['closed', false],
    ['merged', true],
  ] as const)('one that is %s gets no comment', async ([how, merged], context) => {
    const pulls = [pull({ state: 'closed', merged })];
    const github = await startWithPull(context, { state: { pulls } });
    const reason = `pull request 7 is ${how} already: read the report in the job summary`;
    context.expect(await upsert(github)).toEqual({ kind: 'skipped', reason });
    context.expect(writesTo(github)).toEqual([]);
  });

  test('one that is gone gets no comment', async (context) => {
    const github = await startWithPull(context, { state: { pulls: [] } });
    const reason =
      'GitHub does not show the pull request to this token (404 Not Found): was it deleted, or may the token not see it?';
    context.expect(await upsert(github)).toEqual({ kind: 'skipped', reason });
  });
});

test('what sourceLine writes, sourceOf reads', () => {
  const source = { head: 'f'.repeat(64), run: 19_876_543_210, attempt: 3 };
  expect(sourceOf(`a first line\n${sourceLine(source)}\nmore`)).toEqual(source);
});

test('a source with anything but hex and integers is not written', () => {
  expect(() => sourceLine({ ...SOURCE, head: '--> <b>' })).toThrow('pattern');
});
