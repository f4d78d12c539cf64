/**
 * Ways in which git runs a program that a configuration, a repository's folder or a tree names (git-config(1),
 * gitattributes(5), githooks(5)), and commands by which git itself takes each of them.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One of the ways. */
export interface GitWay {
  readonly name: string;
  /** The configuration; `program` is an absolute path. */
  readonly config?: (program: string) => string;
  /** Where the program itself has to lie in the repository's folder. */
  readonly file?: string;
  /** What a shell runs in the folder, so that git runs the program; it need not succeed. */
  readonly trigger: string;
}

const setting = (name: string, ...lines: readonly string[]): string => [`[${name}]`, ...lines, ''].join('\n');
const remote = (name: string, url: string, ...more: readonly string[]): string =>
  setting(`remote "${name}"`, `url = ${url}`, ...more);

/** The file that drivers are planted for, which is in the commit that HEAD names. */
const FILE = 'HEAD:linux/vmlinux.lds.S';
const ATTRIBUTES = '*.S filter=planted diff=planted\n*.pl filter=cleaned diff=external\n*.c filter=spawned\n';
const CREDENTIAL = "printf 'protocol=https\\nhost=planted.invalid\\n\\n' | git";

export const GIT_WAYS: readonly GitWay[] = [
  {
    name: 'core.fsmonitor',
    config: (program) => setting('core', `fsmonitor = ${program}`),
    trigger: 'git status',
  },
  {
    name: 'hooks',
    file: 'hooks/reference-transaction',
    trigger: 'git -c core.hooksPath="$PWD/hooks" update-ref refs/planted HEAD',
  },
  {
    name: 'core.hooksPath',
    config: () => setting('core', 'hooksPath = linux/githooks'),
    file: 'githooks/reference-transaction',
    trigger: 'git update-ref refs/hooked HEAD',
  },
  {
    name: 'filter.smudge',
    config: (program) => setting('filter "planted"', `smudge = ${program}`),
    trigger: `git cat-file --filters ${FILE}`,
  },
  {
    name: 'filter.clean',
    config: (program) => setting('filter "cleaned"', `clean = ${program}`),
    trigger: 'git hash-object --path=linux/a.pl --stdin < config',
  },
  {
    name: 'filter.process',
    config: (program) => setting('filter "spawned"', `process = ${program}`),
    trigger: 'git hash-object --path=linux/a.c --stdin < config',
  },
  {
    name: 'diff.textconv',
    config: (program) => setting('diff "planted"', `textconv = ${program}`),
    trigger: `git cat-file --textconv ${FILE}`,
  },
  {
    name: 'diff.command',
    config: (program) => setting('diff "external"', `command = ${program}`),
    trigger: "git show --ext-diff HEAD -- ':(top)*.pl'",
  },
  {
    name: 'remote.uploadpack',
    config: (program) => remote('origin', '.', `uploadpack = ${program}`),
    trigger: 'git fetch origin',
  },
  {
    name: 'a lazy fetch',
    config: (program) => remote('lazy', '.', 'promisor = true', `uploadpack = ${program}`),
    trigger: `git cat-file -p ${'1'.repeat(40)}`,
  },
  {
    name: 'core.sshCommand',
    config: (program) =>
      setting('core', `sshCommand = ${program}`) + remote('ssh', 'ssh://planted.invalid/x'),
    trigger: 'git fetch ssh',
  },
  {
    name: 'ext::',
    config: (program) => setting('protocol "ext"', 'allow = always') + remote('ext', `ext::${program}`),
    trigger: 'git fetch ext',
  },
  {
    name: 'core.gitProxy',
    config: (program) =>
      setting('core', `gitProxy = ${program}`) + remote('proxy', 'git://planted.invalid/x'),
    trigger: 'git fetch proxy',
  },
  {
    name: 'core.alternateRefsCommand',
    config: (program) => setting('core', `alternateRefsCommand = ${program}`),
    trigger: 'git fetch .git HEAD',
  },
  {
    name: 'credential.helper',
    config: (program) => setting('credential', `helper = ${program}`),
    trigger: `${CREDENTIAL} credential fill`,
  },
  {
    name: 'core.askPass',
    config: (program) => setting('core', `askPass = ${program}`),
    trigger: `${CREDENTIAL} -c credential.helper= credential fill`,
  },
  {
    name: 'core.editor',
    config: (program) => setting('core', `editor = ${program}`),
    trigger: 'git commit --allow-empty',
  },
  {
    name: 'gpg.program',
    config: (program) => setting('gpg', `program = ${program}`) + setting('log', 'showSignature = true'),
    trigger: 'git commit -S --allow-empty -m signed',
  },
  {
    name: 'alias',
    config: (program) => setting('alias', `planted = !${program}`),
    trigger: 'git planted',
  },
  {
    name: 'diff.external',
    config: (program) => setting('diff', `external = ${program}`),
    trigger: 'git show --ext-diff HEAD --',
  },
  {
    name: 'gpg.ssh.program',
    config: (program) => setting('gpg "ssh"', `program = ${program}`),
    trigger: 'git -c gpg.format=ssh -c user.signingKey=key commit -S --allow-empty -m signed',
  },
  {
    name: 'trailer.command',
    config: (program) => setting('trailer "planted"', `command = ${program}`),
    trigger: 'git interpret-trailers < config',
  },
  {
    name: 'tar.command',
    config: (program) => setting('tar "planted"', `command = ${program}`),
    trigger: 'git archive --format=planted HEAD',
  },
  {
    name: 'url.insteadOf',
    config: (program) =>
      setting(`url "ext::${program} "`, 'insteadOf = planted:') + remote('other', 'planted:x'),
    trigger: 'git fetch other',
  },
  {
    name: 'config.worktree',
    config: () => setting('extensions', 'worktreeConfig = true'),
    trigger: 'git interpret-trailers < config',
  },
  {
    name: 'include.path',
    config: () => setting('include', 'path = included'),
    trigger: 'git included',
  },
];

/** Where what is planted runs to: a program for each way, which leaves a mark. */
export interface Marks {
  readonly programOf: (way: GitWay) => string;
  /** Names of the ways that were taken so far. */
  readonly taken: () => Promise<string[]>;
}

/** Programs in a folder of their own, outside of what is measured. */
export async function createMarks(folder: string): Promise<Marks> {
  const programOf = ({ name }: GitWay): string => join(folder, 'programs', name.replaceAll(/\W/g, '-'));
  const taken = join(folder, 'taken');
  await mkdir(taken, { recursive: true });
  for (const way of GIT_WAYS) {
    await writeProgram(programOf(way), `#!/bin/sh\ntouch '${join(taken, way.name)}'\nexit 1\n`);
  }
  return { programOf, taken: () => readdir(taken) };
}

async function writeProgram(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await chmod(path, 0o755);
}

/** Makes the folder `linux` of a work tree what git takes for a bare repository, on the objects of the one around it. */
export async function plantRepository(
  folder: string,
  { head, marks }: { head: string; marks: Marks },
): Promise<void> {
  const configured = GIT_WAYS.map((way) => way.config?.(marks.programOf(way)) ?? '');
  const core = setting('core', 'repositoryformatversion = 0', 'bare = false', 'worktree = ..');
  const namedBy = (way: string): string => marks.programOf(GIT_WAYS.find(({ name }) => name === way)!);
  const files = {
    HEAD: `${head}\n`,
    'refs/heads/.keep': '',
    'objects/info/alternates': '../../.git/objects\n',
    config: [core, ...configured].join(''),
    included: setting('alias', `included = !${namedBy('include.path')}`),
    'config.worktree': setting('trailer "of-worktree"', `command = ${namedBy('config.worktree')}`),
    '.gitattributes': ATTRIBUTES,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const way of GIT_WAYS) {
    if (way.file === undefined) continue;
    await writeProgram(join(folder, way.file), `#!/bin/sh\nexec '${marks.programOf(way)}'\n`);
  }
}

const AUTHOR = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a',
};

/** Takes a way by git as it is, in a folder that was planted. */
export function takeWay(folder: string, { trigger }: GitWay): Promise<void> {
  const env = { ...process.env, ...AUTHOR, GIT_EDITOR: undefined };
  return new Promise((resolve) => {
    execFile('sh', ['-c', trigger], { cwd: folder, env }, () => resolve());
  });
}
