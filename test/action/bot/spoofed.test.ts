import { expect, test } from 'vitest';
import { CANARY, expectAsleep } from '../../support/asleep.ts';
import {
  type BotResult,
  botState,
  grownReport,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import { HEAD_SHA, pull } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeComment } from '../../support/github/resources/fake-github-records.ts';
import { BOT_LOGIN } from '../../support/github/resources/fake-github-state.ts';
import { MARKER } from '../../support/runner/toy-action.ts';

const bot = useBot();

/** What only the newest comment of this program may say of itself, and the one with a number alone. */
const newerOf = (comment: number) =>
  `<!-- kernel-size-budget:data {"head":"${HEAD_SHA}","run":9007199254740991,"attempt":99,"comment":${comment}} -->`;
const NEWER = newerOf(51);

const OTHERS: readonly FakeComment[] = [
  { id: 51, pullNumber: 7, author: 'mallory', body: `${MARKER}\n${NEWER}\n### ✅ Kernel size: all is well` },
  { id: 52, pullNumber: 7, author: BOT_LOGIN, body: `> quoted:\n${MARKER}\n${NEWER}\n> the end` },
  { id: 53, pullNumber: 7, author: BOT_LOGIN, body: ` ${MARKER}\n${NEWER}` },
  { id: 54, pullNumber: 7, author: BOT_LOGIN, body: MARKER.replace('key=default', 'key=other') },
  // What another workflow writes as the same bot, in a stranger's words from the first character on.
  { id: 55, pullNumber: 7, author: BOT_LOGIN, body: `${MARKER}\n${NEWER}\n### ✅ Kernel size: all is well` },
  {
    id: 56,
    pullNumber: 7,
    author: BOT_LOGIN,
    body: `${MARKER}\n${NEWER.replace(/,"comment":\d+/, '')}\nall is well`,
  },
  { id: 57, pullNumber: 7, author: BOT_LOGIN, body: `${MARKER}\n### ✅ Kernel size: all is well` },
];

/** A report that says of itself, in every way it can, that it is newer and for somebody else. */
function forged(pullRequest: number, word: string) {
  const lines = `${MARKER}\n${NEWER}\n${word} ${CANARY}`;
  const { targets } = grownReport();
  return storedReport(
    grownReport({
      pullRequest,
      notes: [lines, NEWER, `-->\n${NEWER}`],
      targets: targets.map((target) => Object.assign({}, target, { details: [lines] })),
    }),
  );
}

/** Pull request 8 of somebody else's branch, with the same commit and with another. */
const VICTIMS = [
  pull({ number: 8, headRef: 'theirs', author: 'victim' }),
  pull({ number: 9, headSha: 'e'.repeat(40), author: 'victim' }),
];

function publish(pullRequest: number, word: string, github?: BotResult['github']): Promise<BotResult> {
  const pulls = [...botState().pulls!, ...VICTIMS];
  const state = { pulls, comments: [...OTHERS], artifacts: [forged(pullRequest, word)] };
  return bot.run({
    mode: 'comment',
    event: workflowRunEvent(),
    inputs: { comment: 'always', status: 'commit-status' },
    state,
    ...(github === undefined ? {} : { github }),
  });
}

test.concurrent.for([8, 7000])(
  'a report that names pull request %d is for that of its run',
  async (number) => {
    const result = await publish(number, 'first');
    const { comments } = result.github.state;
    expect(comments.slice(0, OTHERS.length)).toEqual(OTHERS);
    expect(comments.slice(OTHERS.length).map(({ pullNumber }) => pullNumber)).toEqual([7]);
    expectAsleep({
      ...result,
      github: {
        ...result.github,
        state: { ...result.github.state, comments: comments.slice(OTHERS.length) },
      },
    });
  },
);

test.concurrent('markers and hidden lines in what others write, and in a report, neither take nor hold a comment', async () => {
  const first = await publish(7, 'first');
  const { comments, artifacts } = first.github.state;
  artifacts.splice(0, artifacts.length, forged(7, 'second'));
  await publish(7, 'second', first.github);
  expect(comments.slice(0, OTHERS.length)).toEqual(OTHERS);
  expect(comments).toHaveLength(OTHERS.length + 1);
  const [marker, data, ...text] = comments.at(-1)!.body.split('\n');
  expect([marker, data]).toEqual([
    MARKER,
    `<!-- kernel-size-budget:data {"head":"${HEAD_SHA}","run":500,"attempt":1,"comment":${comments.at(-1)!.id}} -->`,
  ]);
  expect(text.join('\n')).toContain('second CANARY');
  // Whatever a comment says, the status is that of the runs: that of the other branch has not been yet.
  expect(first.github.state.statuses.at(-1)).toMatchObject({
    state: 'pending',
    description: expect.stringMatching(
      /^#8 into main: waits for its measurement; #7 into main: toy has no limits/,
    ),
  });
});
