import { describe, test } from 'vitest';
import { viewerLogin } from '../../../src/github/api/viewer.ts';
import { refusal } from '../../support/github/fake-github-faults.ts';
import { clientOf, startGitHub } from '../start-github.ts';

describe.concurrent('the login of a token', () => {
  test('is what GraphQL says', async (context) => {
    const github = await startGitHub(context, { state: { tokens: { personal: 'alice' } } });
    context.expect(await viewerLogin(clientOf(github, { token: 'personal' }))).toBe('alice');
  });

  test('is that of the Actions bot when GraphQL is forbidden', async (context) => {
    const github = await startGitHub(context, {
      state: { tokens: { personal: 'alice' } },
      faults: [{ on: 'graphql', effect: refusal(403, 'Resource not accessible by integration') }],
    });
    context.expect(await viewerLogin(clientOf(github, { token: 'personal' }))).toBe('github-actions[bot]');
  });

  test('is that of the Actions bot when GraphQL answers with errors', async (context) => {
    const answer = { status: 200, body: { data: null, errors: [{ message: 'no viewer' }] } };
    const github = await startGitHub(context, {
      state: { tokens: { personal: 'alice' } },
      faults: [{ on: 'graphql', effect: { kind: 'answer', answer } }],
    });
    context.expect(await viewerLogin(clientOf(github, { token: 'personal' }))).toBe('github-actions[bot]');
  });

  test('is not guessed when GitHub does not answer', async (context) => {
    const github = await startGitHub(context, { faults: [{ on: 'graphql', effect: { kind: 'drop' } }] });
    await context.expect(viewerLogin(clientOf(github))).rejects.toHaveProperty('status', 500);
  });
});
