import { describe, test } from 'vitest';
import { type IssueRequest, closeIssue, upsertIssue } from '../../../src/github/issues/issue.ts';
import { locked, refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import type { FakeGitHub } from '../../support/github/fake-github.ts';
import { pull } from '../../support/github/resources/fake-github-builders.ts';
import { addIssue, BOT_LOGIN } from '../../support/github/resources/fake-github-state.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub, writesTo } from '../start-github.ts';

const MARKER = '<!-- kernel-size-budget:issue key=main -->';

function upsert(github: FakeGitHub, overrides: Partial<IssueRequest> = {}) {
  return upsertIssue(repositoryOf(github), {
    marker: MARKER,
    title: 'Over budget',
    bodies: ['flash +4 kB'],
    isOther: (body) => body.includes('of another job'),
    ...overrides,
  });
}

function close(github: FakeGitHub) {
  const isOther = (body: string): boolean => body.includes('of another job');
  return closeIssue(repositoryOf(github), { marker: MARKER, comment: 'within its limits again', isOther });
}

function urlOf(number: number): string {
  return `https://github.test/octo/linux/issues/${number}`;
}

/** The body of the first issue of a fake GitHub, unless another number is given. */
function bodyOf(text: string, number = 1): string {
  return `${MARKER}\n<!-- kernel-size-budget:number ${number} -->\n${text}`;
}

const UP_TO_DATE = { title: 'Over budget', body: bodyOf('flash +4 kB') };

describe.concurrent('an issue', () => {
  test('is created with the marker as its first line', async (context) => {
    const github = await startGitHub(context);
    context.expect(await upsert(github, { labels: ['size'] })).toEqual({ kind: 'created', url: urlOf(1) });
    context.expect(github.state.issues).toMatchObject([{ ...UP_TO_DATE, labels: ['size'] }]);
  });

  test('is brought up to date while it is open, labels aside', async (context) => {
    const github = await startGitHub(context);
    addIssue(github.state, { body: bodyOf('before'), labels: ['triaged'] });
    const outcome = await upsert(github, { labels: ['size'] });
    context.expect(outcome).toEqual({ kind: 'updated', url: urlOf(1) });
    context.expect(github.state.issues).toMatchObject([{ ...UP_TO_DATE, labels: ['triaged'] }]);
  });

  test('is not sent again when it says the same', async (context) => {
    const github = await startGitHub(context);
    addIssue(github.state, { ...UP_TO_DATE, body: `${UP_TO_DATE.body.replaceAll('\n', '\r\n')}\r\n` });
    context.expect(await upsert(github)).toEqual({ kind: 'unchanged', url: urlOf(1) });
    context.expect(writesTo(github)).toEqual([]);
  });

  test('is found behind more than one page of other issues', async (context) => {
    const github = await startGitHub(context);
    addIssue(github.state, { body: bodyOf('before') });
    for (let count = 1; count <= 120; count++) addIssue(github.state, { body: 'of ours, unmarked' });
    context.expect(await upsert(github)).toEqual({ kind: 'updated', url: urlOf(1) });
  });

  const others: readonly (readonly [string, Parameters<typeof addIssue>[1]])[] = [
    ['of another author', { author: 'mallory' }],
    ['that is closed', { state: 'closed' }],
    ['under another marker', { body: bodyOf('before').replace('main', 'main-2') }],
    ['that repeats the lines of another one', { body: bodyOf('before', 2) }],
    ['that carries no number', { body: `${MARKER}\nbefore` }],
    ['that quotes the marker further down', { body: `See:\n${MARKER}\nbefore` }],
    ['without a body', { body: null }],
  ];

  test.for(others)('%s is left alone', async ([, issue], context) => {
    const github = await startGitHub(context);
    const other = { ...addIssue(github.state, { body: bodyOf('before'), ...issue }) };
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(github.state.issues[0]).toEqual(other);
  });

  test('is no pull request, though GitHub lists those among the issues', async (context) => {
    const pulls = [pull({ author: BOT_LOGIN, body: `${MARKER}\nof a pull request` })];
    const github = await startGitHub(context, { state: { pulls } });
    context.expect((await upsert(github)).kind).toBe('created');
  });

  test('has the fullest body that is sure to be kept', async (context) => {
    const github = await startGitHub(context);
    await upsert(github, { bodies: ['é'.repeat(30_000), 'short'] });
    context.expect(github.state.issues).toMatchObject([{ body: bodyOf('short') }]);
  });

  test('goes down a rung when GitHub says 200 and keeps the old text', async (context) => {
    const body = { number: 1, title: 'an issue', body: bodyOf('before'), html_url: urlOf(1) };
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/update', effect: { kind: 'answer', answer: { status: 200, body } }, times: 1 }],
    });
    addIssue(github.state, { body: body.body });
    const outcome = await upsert(github, { bodies: ['fuller', 'short'] });
    context.expect(outcome).toEqual({ kind: 'updated', url: urlOf(1) });
    context.expect(github.state.issues).toMatchObject([{ body: bodyOf('short') }]);
  });

  test('that is too long on every rung is refused', async (context) => {
    const github = await startGitHub(context);
    const reason = 'the text is too long for an issue: read it in the job summary';
    const outcome = await upsert(github, { bodies: ['x'.repeat(60_000)] });
    context.expect(outcome).toEqual({ kind: 'refused', reason });
  });

  test('that is refused has the reason, and what to add', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create', effect: withoutPermission() }],
    });
    const reason = context.expect.stringContaining('add `issues: write` below');
    context.expect(await upsert(github)).toEqual({ kind: 'refused', reason });
  });
});

describe.concurrent('an issue that is about something else', () => {
  test('is left alone, which is told', async (context) => {
    const github = await startGitHub(context);
    addIssue(github.state, { body: bodyOf('of another job') });
    const outcomes = [await upsert(github), await close(github)];
    context.expect(outcomes).toEqual([1, 2].map(() => ({ kind: 'taken', url: urlOf(1) })));
    context.expect(writesTo(github)).toEqual([]);
  });
});

describe.concurrent('an issue that is created', () => {
  test('is closed again when its number cannot be put in', async (context) => {
    const effect = refusal(502, 'Server Error');
    const github = await startGitHub(context, { faults: [{ on: 'issues/update', effect, times: 3 }] });
    context.expect((await upsert(github)).kind).toBe('refused');
    context.expect(github.state.issues).toMatchObject([{ state: 'closed' }]);
  });

  test.for([{ kind: 'drop' }, { kind: 'drop-answer' }, refusal(502, 'Server Error')] as const)(
    'is created once when the answer is lost: $kind',
    async (effect, context) => {
      const github = await startGitHub(context, { faults: [{ on: 'issues/create', effect, times: 1 }] });
      context.expect(await upsert(github)).toEqual({ kind: 'created', url: urlOf(1) });
      context.expect(github.state.issues).toMatchObject([UP_TO_DATE]);
    },
  );

  test('stays one open issue when two runs write at the same time', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create', effect: { kind: 'delay', milliseconds: 200 } }],
    });
    const outcomes = await Promise.all([upsert(github), upsert(github, { bodies: ['rival'] })]);
    context.expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['created', 'updated']);
    const states = github.state.issues.map(({ number, state }) => [number, state]);
    context.expect(states).toEqual([
      [1, 'open'],
      [2, 'closed'],
    ]);
  });
});

describe.concurrent('an issue whose reason is gone', () => {
  test('is commented on and closed', async (context) => {
    const github = await startGitHub(context);
    const { number } = addIssue(github.state, UP_TO_DATE);
    context.expect(await close(github)).toEqual({ kind: 'closed', url: urlOf(number) });
    context.expect(github.state.issues).toMatchObject([{ ...UP_TO_DATE, state: 'closed' }]);
    const body = context.expect.stringMatching(/^<!-- .* -->\nwithin its limits again$/);
    context.expect(github.state.comments).toMatchObject([{ pullNumber: number, body }]);
  });

  test.for([
    ['of another author', { author: 'mallory' }],
    ['that is closed already', { state: 'closed' }],
  ] as const)('is not one %s', async ([, issue], context) => {
    const github = await startGitHub(context);
    addIssue(github.state, { ...UP_TO_DATE, ...issue });
    context.expect(await close(github)).toEqual({ kind: 'none' });
    context.expect(writesTo(github)).toEqual([]);
  });

  test('that cannot be commented on stays open, with the reason', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create-comment', effect: locked() }],
    });
    addIssue(github.state, UP_TO_DATE);
    const reason = context.expect.stringMatching(/^the conversation is locked/);
    context.expect(await close(github)).toEqual({ kind: 'refused', reason });
    context.expect(github.state.issues).toMatchObject([{ state: 'open' }]);
  });
});
