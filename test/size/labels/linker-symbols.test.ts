import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accountOf } from '../../../src/cli/diff.ts';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import { requireOwnMap } from '../../../src/size/same-build/map-match.ts';
import { listCells } from '../../support/elf/accounting-builders.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const FILES = {
  'a.c': 'int distant(int); int near(int x) { return distant(x) + 1; }',
  'b.c':
    '__attribute__((section(".far"))) int distant(int x) { return x * 3; }\n' +
    'static __attribute__((noinline)) int __own(int x) { return x + 1; } int caller(int x) { return __own(x); }',
};

/** In segments of their own, or the file would hold what is between them. */
const SCRIPT = `PHDRS { near PT_LOAD; far PT_LOAD; }
SECTIONS {
  .text 0x8000 : { *(.text) } :near
  .far 0x80000000 : { *(.far) } :far
  /DISCARD/ : { *(.eh_frame* .ARM.*) }
}`;

const LINKS = [
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-', linker: 'arm-linux-gnueabi-ld', stub: '__distant_veneer' },
  {
    machine: 'ARM',
    prefix: 'arm-linux-gnueabi-',
    linker: 'ld.lld-19',
    stub: '__ARMv5LongLdrPcThunk_distant',
  },
  {
    machine: 'AArch64',
    prefix: 'aarch64-linux-gnu-',
    linker: 'aarch64-linux-gnu-ld',
    stub: '__distant_veneer',
  },
  {
    machine: 'AArch64',
    prefix: 'aarch64-linux-gnu-',
    linker: 'ld.lld-19',
    stub: '__AArch64AbsLongThunk_distant',
  },
];

describe.each(LINKS)('what $linker puts between objects of $machine', ({ prefix, linker, stub }) => {
  const path = join(folder.path, `${prefix}${linker}`);
  mkdirSync(path);
  for (const [source, text] of Object.entries(FILES)) {
    compile(
      { ...folder, path },
      { source, text },
      { compiler: `${prefix}gcc`, args: ['-O1', '-ffreestanding'] },
    );
  }
  writeFileSync(join(path, 'l.lds'), SCRIPT);
  execFileSync(linker, ['-T', 'l.lds', '-e', '0', '-Map', 'map', '-o', 'vmlinux', 'a.o', 'b.o'], {
    cwd: path,
    stdio: 'pipe',
  });
  const vmlinux = bytesSource('vmlinux', readFileSync(join(path, 'vmlinux')));

  test('is of no file where there is no map', () => {
    const owners = new Map(listCells(accountOf(vmlinux)).map(({ name, object }) => [name, object]));
    expect([owners.get(stub), owners.get('__own')]).toEqual(['[linker]', 'b.c']);
  });

  test('does not speak against the map', () => {
    const elf = openElf(vmlinux);
    const map = parseLinkMap('map', readFileSync(join(path, 'map'), 'utf8'));
    expect(() =>
      requireOwnMap(elf, readSymbols(elf), { ...map, name: 'map', evidence: 'all' }),
    ).not.toThrow();
  });
});
