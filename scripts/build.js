/** Bundles the action, the command line and its manual, and the demonstration into dist/, with the licences of all. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = {
  action: 'src/action.ts',
  'actions-cache-worker': 'src/cache/actions-cache-worker.ts',
  cli: 'src/cli.ts',
  demo: 'demo/demo.ts',
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: inputs,
  platform: 'node',
  transform: { target: 'node20' },
});
const { output } = await bundle.write({
  dir: join(root, 'dist'),
  format: 'esm',
  entryFileNames: '[name].js',
  // Without a hash, so that the committed files keep their names.
  chunkFileNames: 'shared-[name].js',
});
const modules = output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : []));
writeFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), notices(modules));
const manual = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'manual']);
writeFileSync(join(root, 'dist/kernel-size-budget.1'), manual);

/** @param {readonly string[]} moduleIds */
function notices(moduleIds) {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id)));
  const parts = [...folders].toSorted().map((folder) => notice(folder));
  return `dist/ contains the following packages.\n\n${[...new Set(parts)].join('\n\n')}\n`;
}

/** @param {string} id */
function packageFolder(id) {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
  return match?.[1] === undefined ? [] : [match[1]];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
  return `${'-'.repeat(75)}\n${name} ${version} (${license})\n\n${text}`;
}
