import { describe, expect, test } from 'vitest';
import { dataLine, isNumbered, sourceOf } from '../../../src/github/comments/comment-source.ts';
import { pull } from '../../support/github/resources/fake-github-builders.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import { writesTo } from '../start-github.ts';
import {
  bodiesOf,
  bodyOf,
  earlierBodyOf,
  MARKER,
  SOURCE,
  startWithPull,
  upsert,
  urlOf,
} from './comment-builders.ts';

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
    addComment(github.state, { body: earlierBodyOf('old') });
    addComment(github.state, { body: bodyOf('newer', { ...SOURCE, run: 501 }, 102) });
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

  test('one that quotes a newer run further down', async (context) => {
    const github = await startWithPull(context);
    const quoted = bodyOf('', { ...SOURCE, run: 501 }).split('\n')[1];
    addComment(github.state, { body: `${bodyOf('before')}\n${quoted}` });
    context.expect((await upsert(github)).kind).toBe('updated');
  });
});

describe.concurrent('a comment that does not carry its own number is none of ours, and is left alone:', () => {
  const data = (text: string) => `<!-- kernel-size-budget:data ${text} -->`;
  const head = `"head":"${SOURCE.head}"`;
  const others: readonly (readonly [string, string])[] = [
    ['nothing behind the marker', ''],
    ['no data', 'no data'],
    ['data of nothing', data('{}')],
    ['no number', data(`{${head},"run":900,"attempt":1}`)],
    ['the number of another comment', data(`{${head},"run":900,"attempt":1,"comment":100}`)],
    ['a number that is a text', data(`{${head},"run":900,"attempt":1,"comment":"101"}`)],
    ['no hash', data('{"head":"main","run":900,"attempt":1,"comment":101}')],
    ['a run that is a text', data(`{${head},"run":"900","attempt":1,"comment":101}`)],
    ['a run that is no integer', data(`{${head},"run":900.5,"attempt":1,"comment":101}`)],
    ['a run that is no number of GitHub', data(`{${head},"run":1e308,"attempt":1,"comment":101}`)],
    ['half the data', data('{"head":')],
    ['the number in the third line', `\n${data(`{${head},"run":900,"attempt":1,"comment":101}`)}`],
  ];

  test.for(others)('%s', async ([, line], context) => {
    const github = await startWithPull(context);
    const body = `${MARKER}\n${line}\n### All good`;
    addComment(github.state, { body });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(bodiesOf(github)).toEqual([body, bodyOf('### All good', {}, 102)]);
  });

  test('a copy of one of ours, in whole', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('before') });
    addComment(github.state, { body: earlierBodyOf('before') });
    context.expect((await upsert(github)).kind).toBe('updated');
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good'), earlierBodyOf('before')]);
  });
});

describe.concurrent('a comment that another job of the same run has written', () => {
  const USES = ['1'.repeat(16), '2'.repeat(16)] as const;

  test('is not written over', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: bodyOf('of the other job', { use: USES[0] }) });
    const outcome = await upsert(github, { source: { ...SOURCE, use: USES[1] } });
    const reason = `another job of this run has written ${urlOf(101)}`;
    context.expect(outcome).toEqual({ kind: 'taken', reason });
    context.expect(writesTo(github)).toEqual([]);
  });

  test('is written over by itself, and by the next run', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: bodyOf('before', { use: USES[0] }) });
    const itself = { ...SOURCE, attempt: 2, use: USES[0] };
    context.expect((await upsert(github, { source: itself })).kind).toBe('updated');
    const next = { ...SOURCE, run: 501, use: USES[1] };
    context.expect((await upsert(github, { source: next, bodies: ['next'] })).kind).toBe('updated');
    context.expect(bodiesOf(github)).toEqual([bodyOf('next', next)]);
  });

  test('gives an error to one of them at least when they write at the same time', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'delay', milliseconds: 200 } }],
    });
    const write = (use: string) => upsert(github, { source: { ...SOURCE, use }, bodies: [use] });
    const outcomes = await Promise.all(USES.map(write));
    context.expect(outcomes.map(({ kind }) => kind)).toContain('taken');
    context.expect(bodiesOf(github).length).toBeGreaterThan(0);
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

test('what is written is read', () => {
  const source = { head: 'f'.repeat(64), run: 19_876_543_210, attempt: 3, use: 'a'.repeat(16) };
  const body = `a first line\n${dataLine(source, 7)}\nmore`;
  expect(sourceOf(body)).toMatchObject(source);
  expect([7, 8].map((id) => isNumbered(body, id))).toEqual([true, false]);
});

test.each([{ head: '--> <b>' }, { use: '-->' }])(
  'a source with anything but hex and integers is not written: %j',
  (fields) => {
    expect(() => dataLine({ ...SOURCE, ...fields }, 7)).toThrow(/pattern|full commit hash/);
  },
);
