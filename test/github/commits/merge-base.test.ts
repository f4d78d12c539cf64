import { describe, test } from 'vitest';
import { mergeBase } from '../../../src/github/commits/merge-base.ts';
import { UserError } from '../../../src/user-error.ts';
import { clientOf, startGitHub } from '../start-github.ts';

const HEAD = 'a'.repeat(40);
const FORK_POINT = 'b'.repeat(40);

describe.concurrent('the merge base', () => {
  test('is the commit that GitHub names', async (context) => {
    const github = await startGitHub(context, { state: { mergeBases: { [`main...${HEAD}`]: FORK_POINT } } });
    const range = { client: clientOf(github), owner: 'octo', repo: 'linux', base: 'main', head: HEAD };
    context.expect(await mergeBase(range)).toBe(FORK_POINT);
  });

  test('is found for a branch whose name has a slash', async (context) => {
    const base = 'rpi/6.12.y';
    const github = await startGitHub(context, {
      state: { mergeBases: { [`${base}...${HEAD}`]: FORK_POINT } },
    });
    const range = { client: clientOf(github), owner: 'octo', repo: 'linux', base, head: HEAD };
    context.expect(await mergeBase(range)).toBe(FORK_POINT);
  });

  test('of commits that share none is an error of the user', async (context) => {
    const github = await startGitHub(context);
    const range = { client: clientOf(github), owner: 'octo', repo: 'linux', base: 'main', head: HEAD };
    const failure = mergeBase(range);
    await context.expect(failure).rejects.toThrow(UserError);
    await context
      .expect(failure)
      .rejects.toThrow(`GitHub cannot compare main with ${HEAD} in octo/linux (404 Not Found)`);
  });
});
