import type { KernelTree } from '../../budget/file/tree-problems.ts';
import { parseMaintainers } from '../../size/maintainers/parse-maintainers.ts';
import { matchesGlob } from '../../size/selectors/glob.ts';
import { sourceArch } from '../make/build-context.ts';

/** A kernel tree by the names of its files; a few are read, where they are at hand. */
export interface ListedTree {
  /** Paths of all files. */
  readonly files: readonly string[];
  readonly read: (path: string) => string | undefined;
}

/** What ARCH= may be besides the folders below arch/ (Makefile, "Additional ARCH settings"). */
const FURTHER_ARCHITECTURES = ['i386', 'x86_64', 'sparc64', 'parisc64'];

/** Looks at the tree when it is asked. */
export function kernelListing({ files, read }: ListedTree): KernelTree {
  const folders = once(() => foldersOf(files));
  const titles = once(() => titlesIn(read('MAINTAINERS')));
  const namesIn = (arch: string, folder: string, ending: string): string[] =>
    files
      .filter((path) => path.startsWith(`arch/${sourceArch(arch)}/${folder}`) && path.endsWith(ending))
      .map((path) => path.slice(path.lastIndexOf('/') + 1));
  const tests = {
    dir: (name: string) => files.some((path) => matchesGlob(`${name}*`, path)),
    object: (name: string) => mayHaveObject(name, { files, folders: folders(), read }),
    subsystem: (name: string) =>
      titles()?.some(({ all }) => all.some((title) => matchesGlob(name, title))) ?? true,
  };
  return {
    architectures: architecturesOf(files),
    defconfigs: (arch) => {
      const makefile = `arch/${sourceArch(arch)}/Makefile`;
      const made = madeDefconfigs(files.includes(makefile) ? read(makefile) : '');
      return made && [...namesIn(arch, 'configs/', 'defconfig'), ...made, 'defconfig'];
    },
    deviceTrees: (arch) => namesIn(arch, 'boot/dts/', '.dts'),
    mayHave: (kind, name) => tests[kind](name),
    names: (kind) => {
      if (kind === 'subsystem') return titles()?.map(({ title }) => title) ?? [];
      return kind === 'dir' ? [...folders()].map((folder) => `${folder}/`) : files.flatMap(objectOf);
    },
  };
}

function architecturesOf(files: readonly string[]): string[] {
  const folders = files.flatMap((path) => /^arch\/([^/]+)\/Kconfig$/.exec(path)?.[1] ?? []);
  return [...folders, ...FURTHER_ARCHITECTURES.filter((arch) => folders.includes(sourceArch(arch)))];
}

function foldersOf(files: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const path of files) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** Those that an architecture's Makefile merges (arch/powerpc); undefined where it computes their names (arch/mips). */
function madeDefconfigs(makefile: string | undefined): string[] | undefined {
  // What `make defconfig` takes may be computed: that is the name of a file.
  const rules = makefile?.replaceAll(/^[ \t]*KBUILD_DEFCONFIG\b.*/gm, '');
  if (rules === undefined || /[)}][\w.-]*_defconfig/.test(rules)) return undefined;
  return (rules.match(/[\w.-]+/g) ?? []).filter((word) => word.endsWith('defconfig'));
}

interface Title {
  readonly title: string;
  /** With the list, too, as a report has it. */
  readonly all: readonly string[];
}

function titlesIn(maintainers: string | undefined): readonly Title[] | undefined {
  if (maintainers === undefined) return undefined;
  return parseMaintainers(maintainers).map(({ name, list }) => ({
    title: name,
    all: list === undefined ? [name] : [name, `${name} <${list}>`],
  }));
}

/** An object's file may be made of any kind of source, and so are some that only a Makefile names. */
function mayHaveObject(name: string, tree: ListedTree & { readonly folders: ReadonlySet<string> }): boolean {
  const wild = name.search(/[*?]/);
  const fixed = wild === -1 ? name : name.slice(0, wild);
  const folder = fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')));
  if (folder !== '' && !tree.folders.has(folder)) return false;
  // What is made anew for each kernel, such as .vmlinux.export.o, has no source at all.
  if (wild !== -1 || folder === '' || !name.endsWith('.o')) return wild !== -1 || folder === '';
  const stem = name.slice(0, -2);
  if (tree.files.some((path) => path === stem || path.startsWith(`${stem}.`))) return true;
  const base = stem.slice(folder.length + 1);
  const makefiles = ['Makefile', 'Kbuild'].map((file) => `${folder}/${file}`);
  return makefiles.some((path) => {
    if (!tree.files.includes(path)) return false;
    const text = tree.read(path);
    // Of a commit that is not checked out nothing is known but the names.
    return text === undefined || namesWord(text, base) || computesName(text, base);
  });
}

/** Whether a Makefile puts a name together from a part like this one's beginning: `vdso-image-%.o`, `entry-$(BITS).o`. */
function computesName(text: string, name: string): boolean {
  return text.split(/[%$]/).some((before) => {
    const part = /[\w-]{4,40}$/.exec(before.slice(-40))?.[0];
    return part !== undefined && name.startsWith(part);
  });
}

/** Whether a Makefile has a name, not as a part of a longer one. */
function namesWord(text: string, name: string): boolean {
  const isEdge = (character: string | undefined): boolean => !/[\w-]/.test(character ?? ' ');
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (isEdge(text[at - 1]) && isEdge(text[at + name.length])) return true;
  }
  return false;
}

function objectOf(path: string): string[] {
  const stem = /^(.*)\.(c|S|rs)$/.exec(path)?.[1];
  return stem === undefined ? [] : [`${stem}.o`];
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => (done ??= { value: work() }).value;
}
