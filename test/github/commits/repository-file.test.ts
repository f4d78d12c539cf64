import { describe, test } from 'vitest';
import { readRepositoryFile } from '../../../src/github/commits/repository-file.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal } from '../../support/github/fake-github-faults.ts';
import { pull } from '../../support/github/resources/fake-github-builders.ts';
import { rejectionOf, repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const NOTHING_SHOWN = (['repos/get-content', 'repos/compare-commits'] as const).map((on) => ({
  on,
  effect: refusal(404, 'Not Found'),
}));

const BUDGET = { path: '.github/kernel-size.yml', ref: 'main' };

describe.concurrent('a file of a repository', () => {
  test('is read as text', async (context) => {
    const text = `# größe\n${'targets: {}\n'.repeat(50)}`;
    const github = await startGitHub(context, { state: { files: { 'main:.github/kernel-size.yml': text } } });
    context.expect(await readRepositoryFile(repositoryOf(github), BUDGET)).toBe(text);
  });

  test('may be empty', async (context) => {
    const github = await startGitHub(context, { state: { files: { 'main:.github/kernel-size.yml': '' } } });
    context.expect(await readRepositoryFile(repositoryOf(github), BUDGET)).toBe('');
  });

  test('is that of the branch or commit that is named', async (context) => {
    const files = { 'main:size.yml': 'of main', 'rpi/6.12.y:size.yml': 'of rpi' };
    const github = await startGitHub(context, { state: { files } });
    const wanted = { path: 'size.yml', ref: 'rpi/6.12.y' };
    context.expect(await readRepositoryFile(repositoryOf(github), wanted)).toBe('of rpi');
  });

  test('is undefined when there is none on the branch', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull()] } });
    context.expect(await readRepositoryFile(repositoryOf(github), BUDGET)).toBeUndefined();
  });

  test.for([
    ['the branch is not there', 'rpi', []],
    ['the token may not read contents', 'main', NOTHING_SHOWN],
  ] as const)('is not taken for absent when %s', async ([, baseRef, faults], context) => {
    const github = await startGitHub(context, { faults, state: { pulls: [pull({ baseRef })] } });
    await context
      .expect(readRepositoryFile(repositoryOf(github), BUDGET))
      .rejects.toThrow(
        'cannot read files of main in octo/linux (404 Not Found); expected something that exists',
      );
  });

  test('may have as many bytes as GitHub sends', async (context) => {
    const text = 'x'.repeat(1024 * 1024);
    const github = await startGitHub(context, { state: { files: { 'main:size.yml': text } } });
    context
      .expect(await readRepositoryFile(repositoryOf(github), { path: 'size.yml', ref: 'main' }))
      .toHaveLength(text.length);
  });

  test('is refused when it has more', async (context) => {
    const text = 'x'.repeat(1024 * 1024 + 1);
    const github = await startGitHub(context, { state: { files: { 'main:size.yml': text } } });
    const error = await rejectionOf(
      readRepositoryFile(repositoryOf(github), { path: 'size.yml', ref: 'main' }),
    );
    context.expect(error).toBeInstanceOf(UserError);
    context
      .expect(error)
      .toHaveProperty(
        'message',
        'cannot read size.yml of main in octo/linux: it has 1048577 bytes; expected a text file of up to 1048576 ' +
          'bytes: name another path',
      );
  });

  test.for([
    ['a folder', []],
    ['a symlink', { type: 'symlink', size: 4, target: '/etc' }],
    ['a submodule', { type: 'submodule', size: 0, submodule_git_url: 'https://github.test/x/y' }],
  ] as const)('is refused when it is %s', async ([kind, body], context) => {
    const effect = { kind: 'answer', answer: { status: 200, body } } as const;
    const github = await startGitHub(context, { faults: [{ on: 'repos/get-content', effect }] });
    await context
      .expect(readRepositoryFile(repositoryOf(github), BUDGET))
      .rejects.toThrow(`cannot read .github/kernel-size.yml of main in octo/linux: it is ${kind}; expected`);
  });

  test('needs a permission, which the error names', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, { faults: [{ on: 'repos/get-content', effect }] });
    await context
      .expect(readRepositoryFile(repositoryOf(github), BUDGET))
      .rejects.toThrow('add `contents: read` to the job');
  });

  test('is not taken for absent when GitHub does not answer', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'repos/get-content', effect: refusal(502, 'Server Error') }],
    });
    await context
      .expect(readRepositoryFile(repositoryOf(github), BUDGET))
      .rejects.toThrow('GitHub failed 3 times: run the job again');
  });
});
