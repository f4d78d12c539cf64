/**
 * Tells by which options kbuild takes an object into the kernel: the lists `obj-$(CONFIG_…)` of its folder and of those
 * above, and the parts of composite objects (Documentation/kbuild/makefiles.rst, "The kbuild files").
 */
import { basename, dirname, isAbsolute } from 'node:path/posix';
import { readSourceFile } from './source-file.ts';

/** One assignment of a kbuild file: `obj-$(CONFIG_FUTEX) += futex/`. */
interface ObjectList {
  /** `obj`, `lib`, or what a composite object is called. */
  readonly name: string;
  /** Options that it depends on, its own first, then those of the conditions around it. */
  readonly options: readonly string[];
  readonly members: ReadonlySet<string>;
}

/** Deeper than folders of a kernel and composites in composites. */
const DEEPEST = 32;

/**
 * Makes the reader of one tree. The options of `kernel/futex/core.o` come innermost first, without `CONFIG_`; none where
 * it is always built, or where kbuild's files do not say it plainly.
 */
export function objectOptionReader(tree: string): (object: string) => readonly string[] {
  const known = new Map<string, readonly ObjectList[]>();
  const listsOf = (folder: string): readonly ObjectList[] => {
    const lists = known.get(folder) ?? readLists(tree, folder);
    known.set(folder, lists);
    return lists;
  };
  return (object) => {
    const options: string[] = [];
    let [folder, member] = [dirname(object), basename(object)];
    // Objects of a compiler's library have absolute paths.
    if (!object.endsWith('.o') || isAbsolute(object)) return options;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const list = listsOf(folder).find(({ members }) => members.has(member));
      options.push(...(list?.options ?? []));
      const isComposite = list !== undefined && list.name !== 'obj' && list.name !== 'lib';
      if (!isComposite && folder === '.') break;
      [folder, member] = isComposite ? [folder, `${list.name}.o`] : [dirname(folder), `${basename(folder)}/`];
    }
    return options;
  };
}

/** Kbuild takes the file `Kbuild` where there is one (scripts/Makefile.build). */
function readLists(tree: string, folder: string): readonly ObjectList[] {
  const text = readSourceFile(tree, `${folder}/Kbuild`) ?? readSourceFile(tree, `${folder}/Makefile`) ?? '';
  return parseLists(text);
}

function parseLists(text: string): ObjectList[] {
  const lists: ObjectList[] = [];
  const conditions: string[][] = [];
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    const code = line.split('#', 1)[0]!.trim();
    const [word = ''] = code.split(/[\s(]/, 1);
    if (/^ifn?(?:eq|def)$/.test(word)) conditions.push(optionsIn(code));
    else if (word === 'endif') conditions.pop();
    else lists.push(...listOf(code, conditions.flat()));
  }
  return lists;
}

function optionsIn(code: string): string[] {
  return Array.from(code.matchAll(/CONFIG_(\w+)/g), ([, name]) => name!);
}

/** None of another line. */
function listOf(code: string, conditions: readonly string[]): ObjectList[] {
  const equals = code.indexOf('=');
  const target = code
    .slice(0, Math.max(0, equals))
    .replace(/[:+?]$/, '')
    .trimEnd();
  const dash = target.lastIndexOf('-');
  const suffix = target.slice(dash + 1);
  const own = optionsIn(suffix);
  if (dash < 1 || (own.length === 0 && suffix !== 'y' && suffix !== 'objs')) return [];
  const members = new Set(
    code
      .slice(equals + 1)
      .trim()
      .split(/\s+/),
  );
  return [{ name: target.slice(0, dash), options: [...own, ...conditions], members }];
}
