import { expect, test } from 'vitest';
import { stableObject } from '../../../src/size/names/generated-objects.ts';

test.each([
  ['.tmp_vmlinux2.kallsyms.o', '.tmp_vmlinux.kallsyms.o'],
  ['.tmp_vmlinux.kallsyms3.o', '.tmp_vmlinux.kallsyms.o'],
  ['.tmp_kallsyms2.o', '.tmp_vmlinux.kallsyms.o'],
  ['.tmp_vmlinux1.btf.o', '.tmp_vmlinux.btf.o'],
  ['/tmp/ccRdprMo.ltrans0.ltrans.o', '[lto]'],
  ['vmlinux.o.ltrans12.ltrans.o', '[lto]'],
  ['vmlinux.o.lto.o', '[lto]'],
  ['vmlinux.o.lto.3.o', '[lto]'],
  ['ld-temp.o', '[lto]'],
  ['vmlinux.o.lto.fs/dcache.o', 'fs/dcache.o'],
  ['fs/vmlinux.o.lto.dcache.o', 'fs/dcache.o'],
  ['vmlinux.o.lto.vmlinux.a(dcache.o at 96).o', 'vmlinux.a(dcache.o at 96)'],
  ['/tmp/ccAbCd12.o', '[temporary object]'],
  ['core.20c418149eb3754d-cgu.0', 'core'],
])('%s is the object %s', (path, name) => {
  expect(stableObject(path)).toBe(name);
});

test.each(['fs/dcache.o', 'dcache.c', 'kernel/kallsyms.o', 'lib/lto.o', 'lto.c', '.btf.vmlinux.bin.o', ''])(
  '%s keeps its name',
  (path) => {
    expect(stableObject(path)).toBe(path);
  },
);
