/** Folders of a walk, and the commits that it goes between. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHITECTURES } from './architectures.js';
import { mark } from './edits.js';
import { FRAGMENT } from './kbuild.js';
import { shuffle } from './random.js';
import { openRepository } from './repository.js';

/** No budget is broken, whatever a step adds: a failing check would build head once more from nothing. */
const ROOM = {
  memory: { flash: { base: 0x08000000, size: '64M' }, ram: { base: 0x20000000, size: '64M' } },
  growth: { flash: '64M', ram: '64M' },
};

/**
 * @param {{ root: string, cache: string, folder: string, arch: 'arm' | 'x86', jobs: number, ccache?: string, skip: boolean,
 *   kept: 'nothing' | 'builds' }} options
 */
export function openPlace({ root, cache, folder, arch: name, jobs, ccache, skip, kept }) {
  mkdirSync(folder, { recursive: true });
  const arch = ARCHITECTURES[name];
  const kernel = join(folder, 'linux');
  const repository = openRepository(kernel, cache);
  // What the command line reads of the developer's own files.
  mkdirSync(join(kernel, '.github'), { recursive: true });
  writeFileSync(join(kernel, 'Makefile'), repository.read('linux-6.12', 'Makefile')?.text ?? '');
  writeFileSync(join(kernel, FRAGMENT), arch.fragment);
  const budget = join(folder, 'budget.yml');
  const target = { extends: arch.preset, fragments: [FRAGMENT], ...ROOM };
  writeFileSync(budget, JSON.stringify({ targets: { [arch.preset]: target } }));
  if (kept === 'nothing') forgetBuilds(join(folder, 'cache/kernel-size-budget'));
  const cli = join(root, 'dist/cli.js');
  return {
    folder,
    arch,
    kernel,
    repository,
    budget,
    cli,
    jobs,
    ccache,
    skip,
    presets: join(root, 'presets', arch.preset),
    clean: join(folder, 'clean'),
    workspace: '',
  };
}

/** The same walk begins with the same: nothing but a checkout is kept from the last one. */
function forgetBuilds(cache) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const kept = name === 'store' ? [name] : ['build', 'kernels'].map((part) => join(name, part));
    for (const path of kept) rmSync(join(cache, path), { recursive: true, force: true });
  }
}

/** The first commit, one far from it in the same series, and one of another series. */
export function prepareCommits({ repository, arch }, random) {
  const fragment = { [FRAGMENT]: { mode: '100644', text: arch.fragment } };
  const start = (name) => {
    const parent = repository.hashOf(name);
    return repository.commit({ from: parent, parent, changes: fragment, message: `The walk's fragment` });
  };
  const initial = start('linux-6.12');
  const changes = farChanges(repository, initial, random);
  const far = repository.commit({ from: initial, parent: initial, changes, message: 'Far' });
  return { initial, far, otherSeries: start('linux-6.1') };
}

/** Harmless edits of hundreds of files, half of them in folders that every kernel is made from. */
function farChanges(repository, commit, random) {
  const paths = repository
    .list(commit)
    .filter((path) => /\.[chS]$|\.dtsi?$|(^|\/)(Kconfig|Makefile)$/.test(path));
  const all = paths.filter((path) => !/^(scripts|tools|samples|rust)\/|^Makefile$/.test(path));
  const central = all.filter((path) =>
    /^(kernel|mm|fs|lib|init|arch\/(arm|x86)\/(kernel|mm|lib))\/[^/]+$/.test(path),
  );
  const chosen = [...shuffle(random, all).slice(0, 300), ...shuffle(random, central).slice(0, 300)];
  return Object.fromEntries(
    chosen.flatMap((path, index) => {
      const file = repository.read(commit, path);
      return file === undefined || file.mode === '120000'
        ? []
        : [[path, { ...file, text: file.text + addition(path, index) }]];
    }),
  );
}

function addition(path, index) {
  if (/(Kconfig|Makefile)$/.test(path)) return '\n# far\n';
  return path.endsWith('.c') && index % 2 === 0 ? mark(`walk_far_${index}`, index) : '\n/* far */\n';
}
