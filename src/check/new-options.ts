import { readKconfig } from '../kernel/kconfig/parse-kconfig.ts';
import { sourceArch } from '../kernel/make/build-context.ts';
import { architectureOf } from '../kernel/tree/file-kinds.ts';
import { compareNames } from '../size/columns/compare-names.ts';
import { optionValue } from '../size/kernel-config.ts';
import type { BuiltTarget, RunningCheck, SideSource } from './job.ts';

/** Any file that Kconfig reads: `Kconfig`, `Kconfig.debug`, `arch/arm/Kconfig-nommu`. */
const KCONFIG_FILES = '*Kconfig*';

/** The most options that one note names. */
const MOST_NAMES = 20;

/**
 * Says which options head's Kconfig has and base's has not, where they are off: what a change has put behind one costs
 * nothing in this kernel, which is not to say that it costs nothing.
 */
export async function newOptionNotes(
  job: Pick<RunningCheck, 'checkouts'>,
  head: SideSource,
  targets: readonly BuiltTarget[],
): Promise<string[]> {
  const former = await readFormerOptions(job, head);
  if (former === undefined) return [];
  await head.checkout();
  const named = new Map<string, string[]>();
  const addedFor = new Map<string, readonly string[]>();
  for (const { target, base, head: built } of targets) {
    if (base.kind !== 'ready' || built.kind !== 'ready') continue;
    const architecture = sourceArch(target.arch);
    const added =
      addedFor.get(architecture) ?? addedOptions(former, readKconfig(head.tree.kernel, architecture));
    addedFor.set(architecture, added);
    const off = added.filter((name) => optionValue(built.kernel.config, name) === 'n');
    if (off.length === 0) continue;
    const words = optionWords(off.toSorted(compareNames));
    named.set(words, [...(named.get(words) ?? []), target.name]);
  }
  return [...named].map(([words, names]) => `${names.join(', ')}: ${words}`);
}

/** Base's count where they are in files that the architecture may have. */
function addedOptions(
  former: readonly FormerOption[],
  definitions: ReturnType<typeof readKconfig>,
): string[] {
  const places = [...definitions].flatMap(([name, entries]) =>
    entries.map(({ start: { file } }) => ({ name, file })),
  );
  const architectures = new Set([undefined, ...places.map(({ file }) => architectureOf(file))]);
  const known = new Set(
    former.filter(({ file }) => architectures.has(architectureOf(file))).map(({ name }) => name),
  );
  // A file of another name is not looked into at base.
  const added = places.filter(
    ({ name, file }) => OPTION.test(name) && file.includes('Kconfig') && !known.has(name),
  );
  return [...new Set(added.map(({ name }) => name))];
}

const OPTION = /^\w{1,200}$/;

function optionWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length > shown.length ? [`${names.length - shown.length} more`] : [];
  return `new ${names.length === 1 ? 'option' : 'options'} ${[...shown, ...more].join(', ')}, off here`;
}

/** An option where a Kconfig file of base begins to define it; the file is relative to the kernel's folder. */
interface FormerOption {
  readonly name: string;
  readonly file: string;
}

/** Undefined where head's Kconfig files are base's. */
async function readFormerOptions(
  { checkouts }: Pick<RunningCheck, 'checkouts'>,
  { tree: { git, prefix } }: SideSource,
): Promise<FormerOption[] | undefined> {
  const { base, head } = checkouts;
  const changed = await git.run('diff-tree', '-r', '--name-only', base, head, '--', KCONFIG_FILES);
  if (changed === '') return undefined;
  const output = ['--no-color', '--no-line-number', '--no-column', '--full-name', '--null', '--text'];
  const found = await git.ask('grep', ...output, '-E', DEFINITION, base, '--', KCONFIG_FILES);
  return found?.split('\n').map((line) => {
    // COMMIT:PATH, a zero byte, and the line.
    const [place = '', text = ''] = line.split('\0');
    const path = place.slice(base.length + 1);
    const file = prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path;
    return { name: text.trim().split(/\s+/)[1] ?? '', file };
  });
}

const DEFINITION = '^[[:space:]]*(menu)?config[[:space:]]+[A-Za-z0-9_]+';
