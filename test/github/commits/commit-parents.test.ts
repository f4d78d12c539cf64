import { describe, test } from 'vitest';
import { commitParents } from '../../../src/github/commits/commit-parents.ts';
import { refusal } from '../../support/github/fake-github-faults.ts';
import { BASE_SHA, commit, HEAD_SHA } from '../../support/github/resources/fake-github-builders.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const MERGE = 'c'.repeat(40);

describe.concurrent('the parents of a commit', () => {
  test('are in the order that git has them in', async (context) => {
    const merge = commit({ sha: MERGE, parents: [HEAD_SHA, BASE_SHA] });
    const github = await startGitHub(context, { state: { commits: [merge] } });
    context.expect(await commitParents(repositoryOf(github), MERGE)).toEqual([HEAD_SHA, BASE_SHA]);
  });

  test('are none for the first commit', async (context) => {
    const github = await startGitHub(context, { state: { commits: [commit({ parents: [] })] } });
    context.expect(await commitParents(repositoryOf(github), HEAD_SHA)).toEqual([]);
  });

  test('are undefined for a commit that GitHub does not know', async (context) => {
    const github = await startGitHub(context);
    context.expect(await commitParents(repositoryOf(github), MERGE)).toBeUndefined();
  });

  test('are undefined for what is no hash', async (context) => {
    const effect = refusal(422, 'The SHA parameter must be exactly 40 characters');
    const github = await startGitHub(context, { faults: [{ on: 'git/get-commit', effect }] });
    context.expect(await commitParents(repositoryOf(github), 'main')).toBeUndefined();
  });

  test('are an error when GitHub does not answer', async (context) => {
    const effect = refusal(502, 'Server Error');
    const github = await startGitHub(context, { faults: [{ on: 'git/get-commit', effect }] });
    await context
      .expect(commitParents(repositoryOf(github), MERGE))
      .rejects.toThrow(`cannot read commit ${MERGE} of octo/linux (502 Server Error)`);
  });
});
