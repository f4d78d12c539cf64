import { describe, test } from 'vitest';
import { permissionReader } from '../../../src/github/pulls/permission.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal, secondaryLimit } from '../../support/github/fake-github-faults.ts';
import type { FaultEffect } from '../../support/github/fake-github-faults.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const OPERATION = 'repos/get-collaborator-permission-level';

describe.concurrent('the permission of a login', () => {
  test.for([
    ['admin', 'may-write'],
    ['write', 'may-write'],
    ['read', 'may-not'],
    ['none', 'may-not'],
  ] as const)('%s means %s', async ([permission, expected], context) => {
    const github = await startGitHub(context, { state: { permissions: { alice: permission } } });
    context.expect(await permissionReader(repositoryOf(github))('alice')).toBe(expected);
  });

  test('is none for somebody that GitHub does not know', async (context) => {
    const github = await startGitHub(context);
    context.expect(await permissionReader(repositoryOf(github))('dependabot[bot]')).toBe('may-not');
  });

  test('is unknown when the token may not ask', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, { faults: [{ on: OPERATION, effect }] });
    context.expect(await permissionReader(repositoryOf(github))('alice')).toBe('unknown');
  });

  test.for<[string, FaultEffect]>([
    ['GitHub fails', refusal(503, 'Unavailable')],
    ['the rate limit is used up', secondaryLimit(403, 600)],
  ])('is an error when %s', async ([, effect], context) => {
    const github = await startGitHub(context, { faults: [{ on: OPERATION, effect }] });
    const failure = permissionReader(repositoryOf(github))('alice');
    await context.expect(failure).rejects.toThrow(UserError);
    await context.expect(failure).rejects.toThrow('cannot ask what alice may do in octo/linux');
  });

  test('is asked for once, also at the same time and in another case', async (context) => {
    const github = await startGitHub(context, { state: { permissions: { alice: 'write' } } });
    const read = permissionReader(repositoryOf(github));
    await Promise.all([read('alice'), read('alice')]);
    context.expect(await read('Alice')).toBe('may-write');
    context.expect(github.requests).toHaveLength(1);
  });

  test('is asked for each login', async (context) => {
    const github = await startGitHub(context, { state: { permissions: { alice: 'write' } } });
    const read = permissionReader(repositoryOf(github));
    context.expect(await Promise.all([read('alice'), read('mallory')])).toEqual(['may-write', 'may-not']);
  });
});
