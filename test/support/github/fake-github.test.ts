import { describe, expect, onTestFinished, test } from 'vitest';
import { request, start } from './ask-fake-github.ts';
import { refusal } from './fake-github-faults.ts';
import { startFakeGitHub } from './fake-github.ts';
import { checkAnswer } from './openapi-validation.ts';
import { addComment } from './resources/fake-github-state.ts';

const COMMENTS = '/repos/octo/linux/issues/7/comments';

describe('the fake GitHub', () => {
  test('names the field of a body that GitHub would refuse, and records it', async () => {
    const github = await start();
    const response = await request(github, COMMENTS, { method: 'POST', body: '{"body":1}' });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ message: '/requestBody/body must be string' });
    expect(github.problems).toEqual([`POST ${COMMENTS}: /requestBody/body must be string`]);
  });

  test('refuses a query parameter that GitHub does not have', async () => {
    const github = await start();
    expect((await request(github, `${COMMENTS}?perpage=5`)).status).toBe(422);
    expect(github.problems).toEqual([
      `GET ${COMMENTS}: /query must NOT have additional properties (perpage)`,
    ]);
  });

  test('refuses and records a route that it does not have', async () => {
    const github = await start();
    expect((await request(github, '/repos/octo/linux/hooks')).status).toBe(400);
    expect(github.problems).toEqual(['GET /repos/octo/linux/hooks: no such route']);
  });

  test('answers as GitHub describes its comments', async () => {
    const github = await start();
    const created = await request(github, COMMENTS, { method: 'POST', body: '{"body":"hello"}' });
    const comment: unknown = await created.json();
    expect(created.status).toBe(201);
    expect(await checkAnswer('issues/create-comment', { status: 201, body: comment })).toEqual([]);
    const listed: unknown = await (await request(github, COMMENTS)).json();
    expect(listed).toEqual([comment]);
    expect(await checkAnswer('issues/list-comments', { status: 200, body: listed })).toEqual([]);
  });

  test('gives 30 comments a page and links to the next and last', async () => {
    const github = await start();
    for (let number = 1; number <= 61; number++) addComment(github.state, {});
    const response = await request(github, COMMENTS);
    expect(await response.json()).toHaveLength(30);
    const address = `${github.url}${COMMENTS}?per_page=30`;
    expect(response.headers.get('link')).toBe(
      `<${address}&page=2>; rel="next", <${address}&page=3>; rel="last"`,
    );
    expect((await request(github, `${COMMENTS}?per_page=30&page=3`)).headers.get('link')).toBeNull();
  });

  test('does not know a token that is not in its state', async () => {
    const github = await start();
    expect((await request(github, COMMENTS, { headers: { authorization: 'token other' } })).status).toBe(401);
  });

  test('does not know other repositories', async () => {
    const github = await start();
    expect((await request(github, COMMENTS.replace('linux', 'bsd'))).status).toBe(404);
  });

  test.each(['PATCH', 'DELETE'])('forbids a %s of another author’s comment', async (method) => {
    const github = await start();
    const { id } = addComment(github.state, { author: 'alice', body: 'mine' });
    const body = method === 'PATCH' ? { body: '{"body":"yours"}' } : {};
    const response = await request(github, `/repos/octo/linux/issues/comments/${id}`, { method, ...body });
    expect(response.status).toBe(403);
    expect(github.state.comments).toMatchObject([{ body: 'mine' }]);
  });

  test('lets a fault befall only the requests that it is meant for', async () => {
    const effect = refusal(500, 'Server Error');
    const github = await start({ faults: [{ on: 'issues/list-comments', effect, after: 1, times: 2 }] });
    const statuses: number[] = [];
    for (let number = 1; number <= 4; number++) statuses.push((await request(github, COMMENTS)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  test('works without a check of the requests', async () => {
    const github = await startFakeGitHub();
    onTestFinished(github.close);
    expect((await request(github, `${COMMENTS}?perpage=5`)).status).toBe(200);
  });
});
