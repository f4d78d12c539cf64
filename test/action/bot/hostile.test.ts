import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import type { Report, TargetReport } from '../../../src/report/report.ts';
import { CANARY, expectAsleep } from '../../support/asleep.ts';
import {
  type BotResult,
  MERGE_SHA,
  budgetOf,
  commentEvent,
  grownReport,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import { BASE_SHA, commit, labelEvent, pull } from '../../support/github/resources/fake-github-builders.ts';
import { BOT_LOGIN } from '../../support/github/resources/fake-github-state.ts';
import { budgetFile } from '../../support/kernel/toy-kernel.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { annotated, reportFullOf } from '../../support/report/hostile-report.ts';

const bot = useBot('bundle');

/** Each with a word that must not be found outside of code. */
const TEXTS = Object.values(HOSTILE_TEXTS).map((text) => `${text.slice(0, 5000)}${CANARY}`);

/** What a name can be that is one word of a comment or a commit. */
const LINES = TEXTS.filter((text) => !/[\n\r]/.test(text));

/** In one word all that may be in the name of a branch (git-check-ref-format). */
const BRANCH = `@torvalds#1|<!--x-->\`<img/src=x>www.example.com&lt;$(x)\u202E::error::${CANARY}`.replaceAll(
  ':',
  '',
);

/** A report with some texts, each in every place of a target of that name. */
function reportOf(texts: readonly string[]): Report {
  const [first = ''] = texts;
  const whole = reportFullOf(first);
  const { base, head } = grownReport();
  return {
    ...whole,
    base: { hash: base!.hash, origin: first },
    head: { hash: head!.hash, origin: first },
    baseRef: 'main',
    folder: '',
    failure: undefined,
    notes: texts,
    targets: texts.map((text, index) => {
      const { targets } = reportFullOf(text);
      return annotated({ ...withOneOption(targets[index % targets.length]!, index), target: text });
    }),
  };
}

/** Two options of one name make a report that is refused. */
function withOneOption(target: TargetReport, index: number): TargetReport {
  const { delta } = target;
  if (delta === undefined) return target;
  const { config } = delta;
  return { ...target, delta: { ...delta, config: config.slice(index % config.length).slice(0, 1) } };
}

/** A few texts of each kind at a time. */
function shares(count: number): string[][] {
  return Array.from({ length: count }, (_, share) => TEXTS.filter((_text, index) => index % count === share));
}

describe('a report that is hostile in every text', () => {
  test.each(shares(3).map((texts, index) => [index + 1, texts] as const))(
    'brings nothing awake to a pull request: share %i of the corpus',
    async (index, texts) => {
      const result = await bot.run({
        mode: 'comment',
        event: workflowRunEvent(),
        inputs: { status: index % 2 === 0 ? 'check-run' : 'commit-status' },
        state: { artifacts: [storedReport(reportOf(texts))] },
      });
      const { comments, checks, statuses } = result.github.state;
      // A status is pending first, where a check run goes on.
      expect([comments.length, checks.length, statuses.length]).toEqual(
        index % 2 === 0 ? [1, 1, 0] : [1, 0, 2],
      );
      expect(comments[0]!.body).toContain(CANARY);
      expect(result.summary).toContain(CANARY);
      expectAsleep(result);
    },
  );
});

test('a report of a base branch that is no name brings nothing awake', async () => {
  for (const baseRef of [BRANCH, TEXTS.join('\n')]) {
    const artifacts = [storedReport(grownReport({ baseRef }))];
    const inputs = { status: 'commit-status' };
    const result = await bot.run({
      mode: 'comment',
      event: workflowRunEvent(),
      inputs,
      state: { artifacts },
    });
    expect(result.stdout).toContain('nothing is commented on: run 500 measured against');
    expectAsleep(result);
  }
});

/** The target of `grownReport` under another name. */
function toyOfName(target: string): TargetReport {
  return { ...grownReport().targets[0]!, target };
}

describe('growth that is accepted', () => {
  /** One target for each text, whose growth it accepts: by the label and by trailers in turn. */
  const targets = LINES.map((_, index) => `t${index}`);
  const accepting = LINES.map((text, index) => `Size-Growth: t${index} ram +4096 ${text}`);

  test('in hostile words, by hostile names, brings nothing awake', async () => {
    const commits = LINES.map((authorName, index) =>
      commit({
        sha: index.toString(16).padStart(40, '0'),
        author: null,
        authorName,
        message: `A change\n\n${accepting[index]}`,
      }),
    );
    const body = accepting.filter((_, index) => index % 2 === 0).join('\n');
    const limits = Object.fromEntries(targets.map((name) => [name, { growth: { ram: 0 } }]));
    const result = await bot.run({
      mode: 'comment',
      event: workflowRunEvent(),
      inputs: { 'accept-label': 'size-accepted' },
      state: {
        pulls: [
          pull({ labels: ['size-accepted'], body, commits: commits.filter((_, index) => index % 2 === 1) }),
        ],
        labelEvents: [labelEvent()],
        files: { [`main:${BUDGET_FILE}`]: budgetFile(limits)[BUDGET_FILE]! },
        artifacts: [storedReport({ ...grownReport(), targets: targets.map(toyOfName) })],
      },
    });
    for (const words of ['grew as was accepted', '(trailer)', '(label)', CANARY]) {
      expect(result.github.state.comments[0]!.body).toContain(words);
    }
    expectAsleep(result);
  });
});

describe('a push to a branch of a hostile name', () => {
  const payload = {
    before: BASE_SHA,
    after: MERGE_SHA,
    ref: `refs/heads/${BRANCH}`,
    repository: { id: 1, name: 'linux', owner: { login: 'octo' }, default_branch: 'main' },
  };
  const run = (limit: string, github?: BotResult['github']): Promise<BotResult> =>
    bot.run({
      mode: 'report',
      event: { name: 'push', payload },
      inputs: { base: BASE_SHA, head: MERGE_SHA, targets: 'toy', 'open-issue': 'true', status: 'check-run' },
      parts: {
        'kernel-size-toy/part.json': renderJson({ ...reportOf(LINES.slice(0, 1)), ...grownOnly(LINES[3]!) }),
      },
      state: {
        mergeBases: { [`${BASE_SHA}...${MERGE_SHA}`]: BASE_SHA },
        commits: [
          commit({
            sha: MERGE_SHA,
            parents: [BASE_SHA],
            message: `x\n\nSize-Growth: ${LINES[5]}`,
            authorName: LINES[7]!,
            author: null,
          }),
        ],
        files: { [`${BASE_SHA}:${BUDGET_FILE}`]: budgetOf({ budgets: { ram: limit } }) },
      },
      ...(github === undefined ? {} : { github }),
    });

  test('opens an issue and closes it with nothing awake in either', async () => {
    const opened = await run('1200');
    const { issues, checks } = opened.github.state;
    expect([opened.exitCode, issues.length, checks.length]).toEqual([1, 1, 1]);
    expect(issues[0]!.title).toContain(CANARY);
    expect(issues[0]!.body).toContain(`since ${MERGE_SHA}`);
    expectAsleep(opened);
    opened.github.state.files[`${BASE_SHA}:${BUDGET_FILE}`] = budgetOf({ budgets: { ram: '2K' } });
    const closed = await run('2K', opened.github);
    expect([closed.exitCode, issues[0]!.state]).toEqual([0, 'closed']);
    expect(closed.github.state.comments.at(-1)!.body).toContain('is within its budgets again');
    expectAsleep(closed);
  });
});

/** The target `toy`, with one text in its tables. */
function grownOnly(name: string): Pick<Report, 'targets' | 'notes'> {
  const [toy] = grownReport().targets;
  const [hostile] = reportFullOf(name).targets;
  const delta = { ...hostile!.delta!, metrics: toy!.delta!.metrics };
  return { notes: [name], targets: [{ ...hostile!, target: 'toy', delta }] };
}

describe('a command of hostile words', () => {
  const WORD = `\`</code>|<!--@torvalds[a](https://example.com)#1##[error]spoken${CANARY}`;
  const NAME = `${WORD} \u202E www.example.com`;
  const hostile = { ...reportFullOf(NAME).targets[0]!, target: CANARY };
  const artifacts = [storedReport({ ...grownReport(), targets: [...grownReport().targets, hostile] })];

  test.each([
    ['that asks for a name in the report', `explain ${NAME}`, 0],
    ['that asks for another name', `explain ${NAME}!`, 0],
    ['that is none', `${WORD} ${NAME}`, 2],
    ['that accepts growth of no target', `accept ${WORD} ram +1 ${NAME}`, 2],
    ['that accepts growth of no metric', `accept toy ${NAME} +1 ${NAME}`, 2],
  ])('%s is answered with nothing awake', async (_, words, exitCode) => {
    const comments = [{ id: 77, pullNumber: 7, author: 'alice', body: 'a command' }];
    const event = commentEvent(`/kernel-size ${words}`);
    const result = await bot.run({ mode: 'comment', event, state: { artifacts, comments } });
    const answer = result.github.state.comments.at(-1)!;
    expect([result.exitCode, answer.author]).toEqual([exitCode, BOT_LOGIN]);
    expect(answer.body).toContain(CANARY);
    expectAsleep(result);
  });
});

describe('a file that is no report', () => {
  const withLimit = (name: string): string =>
    renderJson(grownReport()).replace('"budgets": {}', `"budgets": {"${name}": 1}`);

  test.each([
    ['what is no JSON', '##[error]spoken'],
    [
      'the name of a limit',
      withLimit(`\\n::error::spoken\\u202e @torvalds${CANARY}${'a'.repeat(1_000_000)}`),
    ],
  ])('cannot speak by %s, which is quoted in short', async (_, text) => {
    const state = { artifacts: [storedReport(text)] };
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), state });
    expect(result.exitCode).toBe(2);
    expect(result.github.state.comments[0]!.body).toContain('nothing was compared');
    expect(result.stdout.length).toBeLessThan(5000);
    expectAsleep(result);
  });
});
