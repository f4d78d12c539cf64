import { describe, expect, test } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import { outcomeOf } from '../../support/bot/bot-outcome.ts';
import { grownReport, storedReport, useBot, workflowRunEvent } from '../../support/bot/bot.ts';

const bot = useBot();

const text = renderJson(grownReport());

/** The report's text with its 1,500 bytes of RAM written in another way. */
function ram(number: string): string {
  const changed = text.replace('"head": 1500', `"head": ${number}`);
  if (changed === text) throw new Error('the report has no 1,500 bytes of RAM');
  return changed;
}

function withFields(overrides: object): string {
  return JSON.stringify({ ...JSON.parse(text), ...overrides });
}

const [toy] = grownReport().targets;

/** What is in report.json, and a part of what the first line of the comment says of it. */
const TEXTS: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'is not JSON'],
  ['no JSON', 'targets: []', 'is not JSON'],
  ['JSON that is cut', text.slice(0, -20), 'is not JSON'],
  ['two reports', text + text, 'is not JSON'],
  ['another encoding', Buffer.from(text, 'utf16le').toString('latin1'), 'is not JSON'],
  ['null', 'null', '(the whole)'],
  ['a number', '7', '(the whole)'],
  ['a list', '[]', '(the whole)'],
  ['lists that are 100,000 deep', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, '(the whole)'],
  [
    'targets that are 100,000 deep',
    withFields({ targets: 0 }).replace('"targets":0', `"targets":${'['.repeat(1e5)}${']'.repeat(1e5)}`),
    'targets.0',
  ],
  [
    'maps that are 100,000 deep',
    withFields({ base: 0 }).replace('"base":0', `"base":${'{"a":'.repeat(1e5)}0${'}'.repeat(1e5)}`),
    'base.hash',
  ],
  ['another version', withFields({ version: 2 }), 'version'],
  ['no version', withFields({ version: undefined }), 'version'],
  ['NaN', ram('NaN'), 'is not JSON'],
  ['a number that is no double', ram('1e999'), 'metrics'],
  ['1e308', ram('1e308'), 'metrics'],
  ['a number that doubles cannot count', ram('9007199254740993'), 'metrics'],
  ['a number of 400 digits', ram('9'.repeat(400)), 'metrics'],
  ['a negative size', ram('-1'), 'metrics'],
  ['half a byte', ram('1500.5'), 'metrics'],
  ['a size in words', ram('"1500"'), 'metrics'],
  ['no size', ram('null'), 'metrics'],
  ['a target twice', withFields({ targets: [toy, toy] }), 'has the target "toy" twice'],
  ['a target without a name', withFields({ targets: [{ ...toy, target: undefined }] }), 'targets.0.target'],
  ['a verdict that there is none of', withFields({ verdict: 'perfect' }), 'verdict'],
  ['a hash that is cut', withFields({ head: { hash: 'ccccccc', origin: '' } }), 'head.hash'],
  ['a hash that is an option', withFields({ head: { hash: '--upload-pack=sh', origin: '' } }), 'head.hash'],
  ['a pull request that is a path', withFields({ pullRequest: '../8' }), 'pullRequest'],
  ['a text of 5 MB', withFields({ notes: ['x'.repeat(5e6)] }), 'notes.0'],
  [
    'a metric with a name of 5 MB',
    withFields({ targets: [{ ...toy, budgets: { ['x'.repeat(5e6)]: 1 } }] }),
    'targets.0.budgets',
  ],
  [
    '200,000 mistakes',
    withFields({ notes: Array.from({ length: 2e5 }, () => 0) }),
    'notes: has 200000 texts',
  ],
];

describe.concurrent('a report compares nothing, and one comment says so, where its file has', () => {
  test.for(TEXTS)('%s', async ([, contents, reason]) => {
    const state = { artifacts: [storedReport(contents)] };
    const inputs = { status: 'commit-status' };
    const outcome = outcomeOf(await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs, state }));
    expect(outcome).toMatchObject({ exit: 2, verdict: 'no-comparison', statuses: ['error of aaaaaaa'] });
    expect(outcome.comments).toEqual([expect.stringContaining(reason)]);
    expect(outcome.comments[0]).toMatch(
      /^#7 ### ⛔ Kernel size: nothing was compared: `+ ?report\.json of workflow run 500 /,
    );
  });
});
