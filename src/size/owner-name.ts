/**
 * The name under which a symbol's bytes are accounted: without what a compiler or a macro counts up, so that an
 * unrelated line does not rename it, and without the mark of a clone, so that a function is one row.
 */

/** `__initcall__kmod_<module>__<__COUNTER__>_<__LINE__>_<function><level>`, include/linux/init.h `__initcall_id`. */
const INITCALL = '__initcall__kmod_';
const INITCALL_COUNTERS = /__\d+_\d+_/;

/** `__UNIQUE_ID_<prefix><__COUNTER__>`, include/linux/compiler.h `__UNIQUE_ID`. */
const UNIQUE_ID = '__UNIQUE_ID_';

/** The padding before a function that objtool names, tools/objtool/elf.c `elf_create_prefix_symbol`. */
const PREFIX = /^__pfx_(?=.)/;

/** gcc's and clang's clones of a function, such as `foo.constprop.0`, `foo.cold` and `foo.llvm.123`. */
const CLONE = /(?<=.)\.(isra|constprop|part|cold|llvm|lto_priv)(?=\.|$)/g;

/** Counters of compilers: `__key.12`. */
const COUNTER = /\.\d+/g;

/** `foo` for `foo`, `__pfx_foo`, `foo.isra.0` and `foo.cold`; `__key` for `__key.12`. */
export function ownerName(name: string): string {
  const plain = name.replace(PREFIX, '').replace(CLONE, '').replaceAll(COUNTER, '');
  if (plain.startsWith(INITCALL)) return withoutInitcallCounters(plain);
  return plain.startsWith(UNIQUE_ID) ? withoutCounter(plain) : plain;
}

function withoutInitcallCounters(name: string): string {
  const module = name.slice(INITCALL.length);
  const counters = INITCALL_COUNTERS.exec(module);
  return counters === null ? name : `__initcall_${module.slice(counters.index + counters[0].length)}`;
}

/** At the end of `__UNIQUE_ID_<prefix>`. */
function withoutCounter(name: string): string {
  let end = name.length;
  while (/\d/.test(name[end - 1]!)) end--;
  return name.slice(0, end);
}

/** What marks a symbol as a part of its owner beside the owner's own name: `.cold`, `__pfx_`; undefined for none. */
export function cloneMark(name: string): string | undefined {
  const marks = [...(name.match(PREFIX) ?? []), ...(name.match(CLONE) ?? [])];
  return marks.length === 0 ? undefined : marks.join('');
}

const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const PREFIX_BYTES = Uint8Array.from('__pfx_', (char) => char.charCodeAt(0));

export const PREFIX_LENGTH = PREFIX_BYTES.length;

/** Whether a name begins with `__pfx_` and goes on: a third of the names of a kernel for x86-64 does. */
export function hasPrefix(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < PREFIX_LENGTH; i++) {
    if (bytes[start + i] !== PREFIX_BYTES[i]) return false;
  }
  return bytes[start + PREFIX_LENGTH] !== 0;
}

/**
 * Where a name ends of which `ownerName` changes nothing but its prefix: most names are then never decoded. `FOLDED` for
 * others; `start` is behind the prefix.
 */
export function plainEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE) {
    const third = bytes[start + 2]!;
    // __initcall and __UNIQUE_ID
    if (third === 0x69 || third === 0x55) return FOLDED;
  }
  for (let end = start; ; end++) {
    if (bytes[end] === DOT) return FOLDED;
    if (bytes[end] === 0) return end;
  }
}

export const FOLDED = -1;
