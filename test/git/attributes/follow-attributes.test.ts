import { readFileSync, statSync } from 'node:fs';
import { appendFile, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from '../../../demo/kernel-repository.ts';
import { createGit } from '../../../src/git/git.ts';
import { type SourceTree, openCheckout, openWorktree } from '../../../src/git/sources/source-tree.ts';
import { type Files, type Repository, createRepository } from '../../support/git/repository.ts';

const FILES: Files = {
  'a.c': '/* $Id$ */\nint a;\n',
  'b.h': '#define B 1\n/* ä */\n',
  'empty.c': '',
  'drivers/a.c': '/* $Id$ */\nint b;\n',
  'drivers/tty/a.c': 'int c;\n/* ü */\n',
  'mixed.c': 'int d;\r\nint e;\n',
  'data.bin': 'a\0b\nc\r\n',
};

/** What a commit changes, with the files as they are. */
const CHANGES: Readonly<Record<string, Files>> = {
  'eol=crlf': { '.gitattributes': '*.c text eol=crlf\n' },
  'eol=crlf alone': { '.gitattributes': '*.c eol=crlf\n' },
  'text=auto with CR LF': { '.gitattributes': '* text=auto eol=crlf\n' },
  ident: { '.gitattributes': '*.c ident\n' },
  'working-tree-encoding': { '.gitattributes': '*.h text working-tree-encoding=UTF-16LE\n' },
  'an encoding of as many bytes for ASCII': { '.gitattributes': '* working-tree-encoding=ISO-8859-1\n' },
  'a macro': { '.gitattributes': '[attr]dos text eol=crlf\n*.c dos\n' },
  'a nested file': { 'drivers/.gitattributes': '*.c eol=crlf ident\n' },
  'a nested file against the root’s': {
    '.gitattributes': '*.c eol=crlf\n',
    'drivers/tty/.gitattributes': 'a.c -text\n',
  },
  'a path in the root’s file': { '.gitattributes': '/drivers/**/a.c eol=crlf\n' },
  'attributes of the file itself': { '.gitattributes': '.gitattributes eol=crlf\n*.c eol=crlf\n' },
  'the old name crlf': { '.gitattributes': '*.c crlf eol=crlf\n' },
  'export-subst': { '.gitattributes': '*.c export-subst\n' },
  'text, which says nothing here': { '.gitattributes': '* text=auto\n*.bin binary\n' },
  'attributes and a file': {
    '.gitattributes': '*.c eol=crlf\n',
    'a.c': 'int changed;\n',
    'new.c': 'int n;\n',
  },
};

const PLACES = {
  worktree: (repository: Repository) =>
    openWorktree(createGit(repository.folder, process.env), repository.beside('source')),
  checkout: async (repository: Repository) => {
    const folder = repository.beside('runner');
    await git(repository.folder, ['clone', '-q', '.', folder]);
    return openCheckout(createGit(folder, process.env));
  },
} as const;

/** Commits these files and leaves others as they are in git, whatever attributes say of them now. */
async function commitOnly(repository: Repository, files: Files): Promise<string> {
  await repository.write(files);
  await repository.git('add', '--', ...Object.keys(files));
  await repository.git('commit', '-q', '-m', 'Change attributes');
  return repository.git('rev-parse', 'HEAD');
}

/** The bytes of all files of a commit in a folder. */
async function bytesIn(
  repository: Repository,
  folder: string,
  hash: string,
): Promise<Record<string, string>> {
  const paths = (await repository.git('ls-tree', '-r', '--name-only', '-z', hash)).split('\0');
  const named = paths.filter((path) => path !== '');
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** What a fresh clone of a commit has. */
async function cloned(repository: Repository, hash: string, ...config: readonly string[]) {
  const folder = repository.beside(`clone-${hash}`);
  await rm(folder, { recursive: true, force: true });
  await git(repository.folder, ['clone', '-q', '--no-checkout', '.', folder]);
  await git(folder, [...config, 'checkout', '-q', hash]);
  return bytesIn(repository, folder, hash);
}

describe.each(Object.entries(CHANGES))('%s', (_what, change) => {
  let repository: Repository;
  const commits: { readonly hash: string; readonly bytes: Record<string, string> }[] = [];

  beforeAll(async () => {
    repository = await createRepository(FILES);
    for (const hash of [await repository.git('rev-parse', 'HEAD'), await commitOnly(repository, change)]) {
      commits.push({ hash, bytes: await cloned(repository, hash) });
    }
  });
  afterAll(() => repository[Symbol.asyncDispose]());

  test.each(Object.entries(PLACES))(
    'there and back, the %s has what a fresh clone has',
    async (_place, open) => {
      await using source = await open(repository);
      for (const { hash, bytes } of [...commits, ...commits.slice(0, 1)]) {
        await source.checkOut(hash);
        expect(await bytesIn(repository, source.root, hash)).toEqual(bytes);
      }
    },
  );
});

/** git compares the contents of files that are no older than its index. */
async function makeOld(folder: string): Promise<void> {
  const old = new Date('2026-01-01T00:00:00Z');
  const paths = (await git(folder, ['ls-files', '-z'])).split('\0').filter((path) => path !== '');
  for (const path of paths) await utimes(join(folder, path), old, old);
  await git(folder, ['update-index', '-q', '--refresh']);
}

const CRLF: Files = { '.gitattributes': '*.c eol=crlf\n' };

async function twoCommits() {
  const repository = await createRepository(FILES);
  const commits = [await repository.git('rev-parse', 'HEAD'), await commitOnly(repository, CRLF)] as const;
  return { repository, commits };
}

test('a file that was written anew is newer, and others keep their time', async () => {
  const { repository, commits } = await twoCommits();
  await using _repository = repository;
  const source = await PLACES.worktree(repository);
  const timeOf = (path: string): number => statSync(join(source.root, path)).mtimeMs;
  await source.checkOut(commits[0]);
  const before = { converted: timeOf('a.c'), other: timeOf('b.h') };
  await source.checkOut(commits[1]);
  expect(timeOf('a.c')).toBeGreaterThan(before.converted);
  expect(timeOf('b.h')).toBe(before.other);
});

describe('a worktree that is kept', () => {
  /** The worktree after a run at `first`, `meanwhile` and another run at `then`. */
  async function runs(
    [first, then]: readonly [string, string],
    repository: Repository,
    meanwhile: (source: SourceTree) => Promise<unknown>,
  ): Promise<Record<string, string>> {
    const source = await PLACES.worktree(repository);
    await source.checkOut(first);
    await meanwhile(source);
    const next = await PLACES.worktree(repository);
    await next.checkOut(then);
    return bytesIn(repository, next.root, then);
  }

  test('follows attributes that the repository has for itself', async () => {
    const { repository, commits } = await twoCommits();
    await using _repository = repository;
    const info = join(repository.folder, '.git/info');
    const found = await runs([commits[0], commits[0]], repository, async () => {
      await mkdir(info, { recursive: true });
      await writeFile(join(info, 'attributes'), '*.h eol=crlf\n');
    });
    expect(found['b.h']).toBe(Buffer.from('#define B 1\r\n/* ä */\r\n').toString('latin1'));
  });

  test.each([
    ['core.autocrlf', 'true'],
    ['core.eol', 'crlf'],
  ])('follows %s', async (name, value) => {
    const { repository, commits } = await twoCommits();
    await using _repository = repository;
    const hash = await commitOnly(repository, { '.gitattributes': '* text=auto\n' });
    const found = await runs([hash, hash], repository, () => repository.git('config', name, value));
    expect(found).toEqual(await cloned(repository, hash, '-c', `${name}=${value}`));
    expect(found['a.c']).toContain('\r\n');
    expect(commits).not.toContain(hash);
  });

  test('follows the attributes of a user', async () => {
    const { repository, commits } = await twoCommits();
    await using _repository = repository;
    await writeFile(repository.beside('attributes'), '*.h eol=crlf\n');
    const found = await runs([commits[0], commits[0]], repository, () =>
      repository.git('config', 'core.attributesFile', repository.beside('attributes')),
    );
    expect(found['b.h']).toContain('\r\n');
  });

  test('has nothing of attributes that a build left in it', async () => {
    const { repository, commits } = await twoCommits();
    await using _repository = repository;
    const found = await runs([commits[0], commits[0]], repository, async ({ root }) => {
      await writeFile(join(root, 'drivers/.gitattributes'), '*.c eol=crlf\n');
      await appendFile(join(root, 'drivers/a.c'), 'changed by the build');
    });
    expect(found).toEqual(await cloned(repository, commits[0]));
  });

  test('is written anew where a run was cut off in its check-out', async () => {
    const { repository, commits } = await twoCommits();
    await using _repository = repository;
    const found = await runs([commits[1], commits[0]], repository, async ({ git: worktree }) => {
      const { gitDir } = await worktree.repository();
      await rm(join(gitDir, 'kernel-size-budget-conversions'));
      // As far as git had come: HEAD, the index and the attributes, but no file whose blob is the same.
      await worktree.run('checkout', '-q', '--detach', commits[0]);
    });
    expect(found).toEqual(await cloned(repository, commits[0]));
  });
});

describe('a runner’s checkout', () => {
  test.each(['by CR LF', 'by ident'])(
    'that an earlier job left converted %s is what a fresh clone is',
    async (how) => {
      await using repository = await createRepository(FILES);
      const first = await repository.git('rev-parse', 'HEAD');
      const attributes = how === 'by ident' ? '*.c ident\n' : '*.c eol=crlf\n';
      const second = await commitOnly(repository, { '.gitattributes': attributes });
      // As actions/checkout brings a checkout that is there to another commit.
      const folder = repository.beside('runner');
      await git(repository.folder, ['clone', '-q', '.', folder]);
      await makeOld(folder);
      await git(folder, ['checkout', '-q', '--force', '--detach', first]);
      expect(readFileSync(join(folder, 'a.c'), 'utf8')).not.toBe(FILES['a.c']);
      expect(await git(folder, ['status', '--porcelain'])).toBe('');
      await using source = await openCheckout(createGit(folder, process.env));
      for (const hash of [first, second, first]) {
        await source.checkOut(hash);
        expect(await bytesIn(repository, folder, hash)).toEqual(await cloned(repository, hash));
      }
    },
  );
});
