/** Objects that tools name for one link alone: with the number of a pass or of a partition, at random, by a hash. */

/** Gives the name that stays; undefined for an object that is not the tool's. */
interface GeneratedObject {
  readonly nameOf: (path: string) => string | undefined;
  readonly source: string;
}

/** What belongs to no source file: link-time optimization has mixed them. */
const LTO = '[lto]';

const OBJECTS: readonly GeneratedObject[] = [
  {
    // Passes until nothing moves any more: 6.12 .tmp_vmlinux2.kallsyms.o, before it .tmp_vmlinux.kallsyms2.o.
    nameOf: replaced(/^\.tmp_(vmlinux\d*\.kallsyms\d*|kallsyms\d+)\.o$/, '.tmp_vmlinux.kallsyms.o'),
    source: 'linux/scripts/link-vmlinux.sh, kallsyms_step and sysmap_and_kallsyms',
  },
  {
    nameOf: replaced(/^\.tmp_vmlinux\d*\.btf\.o$/, '.tmp_vmlinux.btf.o'),
    source: 'linux/scripts/link-vmlinux.sh, gen_btf',
  },
  { nameOf: replaced(/\.ltrans\d+\.ltrans\.o$/, LTO), source: 'gcc/lto-wrapper.cc' },
  { nameOf: replaced(/^(ld-temp\.o|lto\.tmp|<artificial>)$/, LTO), source: 'llvm/lib/LTO/LTO.cpp; gcc/lto' },
  { nameOf: replaced(/^\/tmp\/lto-llvm-[0-9a-f]+\.o$/, LTO), source: 'llvm/tools/gold/gold-plugin.cpp' },
  { nameOf: lldObject, source: 'lld/ELF/LTO.cpp, BitcodeCompiler::compile' },
  {
    nameOf: replaced(/^\/tmp\/cc[A-Za-z0-9]{6}\.o$/, '[temporary object]'),
    source: 'libiberty/make-temp-file.c',
  },
  { nameOf: crateName, source: 'rustc_monomorphize/src/partitioning.rs, of codegen units' },
];

function replaced(pattern: RegExp, name: string): (path: string) => string | undefined {
  return (path) => (pattern.test(path) ? name : undefined);
}

const LLD = '.lto.';

/** `fs/vmlinux.o.lto.dcache.o` of `fs/dcache.o` with ThinLTO, `vmlinux.o.lto.o` or with the number of a partition without. */
function lldObject(path: string): string | undefined {
  const at = path.indexOf(LLD);
  if (at === -1 || !path.endsWith('.o')) return undefined;
  const module = path.slice(at + LLD.length, -'.o'.length);
  if (module === '' || /^\d+$/.test(module)) return LTO;
  if (module.endsWith(')')) return module;
  return module.includes('/') ? `${module}.o` : `${path.slice(0, path.lastIndexOf('/', at) + 1)}${module}.o`;
}

/** `core.20c418149eb3754d-cgu.0`. */
function crateName(path: string): string | undefined {
  const unit = /\.[0-9a-f]{16}-cgu\.\d+$/.exec(path);
  return unit === null ? undefined : path.slice(0, unit.index);
}

/** The name of an object or a source file without what its tool chose for one link. */
export function stableObject(path: string): string {
  for (const { nameOf } of OBJECTS) {
    const name = nameOf(path);
    if (name !== undefined) return name;
  }
  return path;
}
