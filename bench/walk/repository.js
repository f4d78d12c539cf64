/** The walk's own repository: commits are made without a work tree. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of a commit; `text` is a link's target for the mode 120000.
 * @typedef {{ readonly mode: string, readonly text: string }} File
 * What a commit changes, by path: a file, or null for one that goes.
 * @typedef {Readonly<Record<string, File | null>>} Changes
 */

const PERSON = 'A Developer <developer@kernel.test> 1767225600 +0000';

/**
 * Opens the repository in `folder`, a clone of `cache`/linux-6.12 that knows linux-6.1 too; it is made where it is
 * missing.
 * @param {string} folder
 * @param {string} cache
 */
export function openRepository(folder, cache) {
  const linux = join(cache, 'linux-6.12');
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', '--no-tags', linux, folder]);
    const other = join(cache, 'linux-6.1', '.git/objects');
    // Read where they are, as those of the clone are.
    writeFileSync(join(folder, '.git/objects/info/alternates'), `${join(linux, '.git/objects')}\n${other}\n`);
    for (const name of ['linux-6.1', 'linux-6.12']) {
      const original = ['-C', join(cache, name), 'rev-parse', 'refs/tags/original'];
      const commit = execFileSync('git', original, { encoding: 'utf8' }).trim();
      execFileSync('git', ['-C', folder, 'tag', name, commit]);
    }
  }
  return commitsOf(folder);
}

/** @param {string} folder */
function commitsOf(folder) {
  /** @param {readonly string[]} args */
  const git = (args, input = '') =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 28,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  return {
    folder,
    /** @param {string} name */
    hashOf: (name) => git(['rev-parse', `${name}^{commit}`]).trim(),
    /** @param {string} commit */
    treeOf: (commit) => git(['rev-parse', `${commit}^{tree}`]).trim(),
    /** @param {string} commit */
    list: (commit) => git(['ls-tree', '-r', '-z', '--name-only', commit]).split('\0').filter(Boolean),
    /**
     * @param {string} commit
     * @param {string} path
     * @returns {File | undefined}
     */
    read: (commit, path) => {
      const [mode, , hash] = git(['ls-tree', commit, '--', path]).split(/[ \t]/);
      if (mode === undefined || hash === undefined || mode === '040000') return undefined;
      return { mode, text: git(['cat-file', 'blob', hash]) };
    },
    /**
     * Commits `changes` on the tree of `from`, as a child of `parent`; returns the hash.
     * @param {{ from: string, parent: string, changes: Changes, message: string }} commit
     */
    commit: ({ from, parent, changes, message }) => {
      const tree = git(['rev-parse', `${from}^{tree}`]).trim();
      // git-fast-import(1); a reference keeps the commit for good.
      const head = [
        'commit refs/walk/last',
        `committer ${PERSON}`,
        data(message),
        `from ${parent}`,
        `M 040000 ${tree} `,
      ];
      git(['fast-import', '--quiet', '--force'], `${[...head, ...changeLines(changes)].join('\n')}\n`);
      const hash = git(['rev-parse', 'refs/walk/last']).trim();
      git(['update-ref', `refs/walk/${hash}`, hash]);
      return hash;
    },
  };
}

/** Removals first: a folder may take a file's place. */
function changeLines(changes) {
  const entries = Object.entries(changes);
  const removed = entries.flatMap(([path, file]) => (file === null ? [`D ${path}`] : []));
  const written = entries.flatMap(([path, file]) =>
    file === null ? [] : [`M ${file.mode} inline ${path}`, data(file.text)],
  );
  return [...removed, ...written];
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}`;
