import { expect, test } from 'vitest';
import { ask, request, start } from '../ask-fake-github.ts';
import { startFakeGitHub } from '../fake-github.ts';
import { HEAD_SHA } from './fake-github-builders.ts';
import { addComment, BOT_LOGIN, BOT_TOKEN } from './fake-github-state.ts';

const CONTENTS = '/repos/octo/linux/contents/.github%2Fsize.yml';
const ANNOTATION = {
  path: 'Makefile',
  start_line: 1,
  end_line: 1,
  annotation_level: 'warning',
  message: 'grew',
};

function output(fields: object): object {
  return { name: 'size', head_sha: HEAD_SHA, output: { title: 'too big', summary: 'by 4 KiB', ...fields } };
}

test('an update of a check adds annotations to those that it has', async () => {
  const github = await start();
  await ask(github, 'POST check-runs', output({ annotations: [ANNOTATION] }));
  const more = { conclusion: 'failure', output: { summary: 'by 8 KiB', annotations: [ANNOTATION] } };
  await ask(github, 'PATCH check-runs/3001', more);
  expect(github.problems).toEqual([]);
  expect(github.state.checks).toMatchObject([
    {
      status: 'completed',
      conclusion: 'failure',
      title: 'too big',
      summary: 'by 8 KiB',
      annotations: [ANNOTATION, ANNOTATION],
    },
  ]);
});

test.each([
  ['51 annotations', { annotations: Array.from({ length: 51 }, () => ANNOTATION) }],
  ['a summary of over 65,535 bytes', { summary: 'ü'.repeat(32_768) }],
  ['a text of over 65,535 bytes', { text: 'ü'.repeat(32_768) }],
])('a check with %s is refused', async (_what, fields) => {
  const github = await startFakeGitHub();
  const answer = await ask(github, 'POST check-runs', output(fields)).finally(github.close);
  expect(answer.status).toBe(422);
  expect(github.state.checks).toEqual([]);
});

test('a check as large as it may be is taken', async () => {
  const github = await start();
  const annotations = Array.from({ length: 50 }, () => ANNOTATION);
  const answer = await ask(github, 'POST check-runs', output({ summary: 's'.repeat(65_535), annotations }));
  expect(answer.status).toBe(201);
});

test('a commit status is kept, and refused when its description is over 140 characters', async () => {
  const github = await start();
  const status = { state: 'failure', context: 'size', target_url: 'https://github.test/' };
  await ask(github, `POST statuses/${HEAD_SHA}`, { ...status, description: 'd'.repeat(140) });
  const refused = await ask(github, `POST statuses/${HEAD_SHA}`, { ...status, description: 'd'.repeat(141) });
  expect(refused.status).toBe(422);
  expect(github.state.statuses).toEqual([
    {
      sha: HEAD_SHA,
      context: 'size',
      state: 'failure',
      description: 'd'.repeat(140),
      targetUrl: 'https://github.test/',
    },
  ]);
});

test('a file is that of the branch which is asked for, and of the default branch otherwise', async () => {
  const github = await start({
    state: { files: { 'main:.github/size.yml': 'on main', 'lts:.github/size.yml': 'on lts' } },
  });
  const headers = { authorization: `token ${BOT_TOKEN}`, accept: 'application/vnd.github.raw+json' };
  const read = async (query: string): Promise<string> =>
    (await request(github, `${CONTENTS}${query}`, { headers })).text();
  expect([await read(''), await read('?ref=lts')]).toEqual(['on main', 'on lts']);
  expect((await request(github, `${CONTENTS}?ref=other`)).status).toBe(404);
});

test('a file is in base 64 unless it is asked for raw, and missing above 1 MiB', async () => {
  const files = { 'main:.github/size.yml': 'limits: {}\n', 'main:big': 'x'.repeat(1_048_577) };
  const github = await start({ state: { files } });
  expect(await (await request(github, CONTENTS)).json()).toMatchObject({
    encoding: 'base64',
    content: 'bGltaXRzOiB7fQo=\n',
    // git hash-object
    sha: '2cd4a247e7d14d20d4475f8c3e7b277d8e261f68',
  });
  expect((await ask(github, 'GET contents/big')).body).toMatchObject({ encoding: 'none', content: '' });
});

test('a login that is no collaborator has no permission', async () => {
  const github = await start({ state: { permissions: { alice: 'write' } } });
  expect((await ask(github, 'GET collaborators/alice/permission')).body).toMatchObject({
    permission: 'write',
  });
  expect((await ask(github, 'GET collaborators/bob/permission')).status).toBe(404);
});

test('the same reaction of the same user counts once', async () => {
  const github = await start();
  const { id } = addComment(github.state, {});
  const react = async (): Promise<number> =>
    (await ask(github, `POST issues/comments/${id}/reactions`, { content: 'eyes' })).status;
  expect([await react(), await react()]).toEqual([201, 200]);
  expect(github.state.reactions).toEqual([{ commentId: id, content: 'eyes', user: BOT_LOGIN }]);
});
