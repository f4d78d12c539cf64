import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { bytesSource } from '../../src/elf/byte-source.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { readSymbols } from '../../src/elf/symbols/symbols.ts';
import { bannerOf } from '../../src/size/kernel-banner.ts';
import { buildFolder } from '../support/elf/compile.ts';
import { PROGRAM_MACHINES, linkProgram } from '../support/elf/linked-programs.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const DEBIAN =
  'Linux version 6.12.117 (me@here) (gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils) 2.40) #1 now';
const UNKNOWN = {
  kernelVersion: 'unknown version',
  compiler: 'unknown compiler',
  linker: 'unknown linker',
};

/** What is read off a program that has such a definition. */
function bannerIn(definition: string, machine: (typeof PROGRAM_MACHINES)[number] = PROGRAM_MACHINES[0]) {
  const { path } = linkProgram(folder, machine, { 'a.c': `${definition}\nint main(void) { return 0; }\n` });
  const elf = openElf(bytesSource(path, readFileSync(path)));
  return bannerOf(elf, readSymbols(elf));
}

const defined = (text: string): string => `const char linux_banner[] = ${JSON.stringify(`${text}\n`)};`;

test.each(PROGRAM_MACHINES)('the tools and the version are read off a kernel for $machine', (machine) => {
  expect(bannerIn(defined(DEBIAN), machine)).toEqual({
    kernelVersion: '6.12.117',
    compiler: 'gcc (Debian 12.2.0-14) 12.2.0',
    linker: 'GNU ld (GNU Binutils) 2.40',
  });
});

test.each([
  [
    'Linux version 6.6.1+ (a (b)@c) (clang version 18 (https://x.org/a, b), LLD 18) #2 SMP PREEMPT (x) y',
    { kernelVersion: '6.6.1+', compiler: 'clang version 18 (https://x.org/a, b)', linker: 'LLD 18' },
  ],
  [
    'Linux version 4.19.0 (a@b) (gcc version 8.3.0 (Debian 8.3.0-6)) #1 SMP',
    {
      kernelVersion: '4.19.0',
      compiler: 'gcc version 8.3.0 (Debian 8.3.0-6)',
      linker: 'unknown linker',
    },
  ],
  [
    'Linux version 6.1 (a@b) (gcc \u001B[31m, ld\u0007) #1',
    { kernelVersion: '6.1', compiler: 'gcc \\x1b[31m', linker: 'ld\\x07' },
  ],
])('%j', (text, expected) => {
  expect(bannerIn(`const char linux_banner[] = ${cString(text)};`)).toEqual(expected);
});

/** C has no \u001b, and three octal digits end an escape. */
function cString(text: string): string {
  return `"${text.replaceAll(/[^ -~]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`;
}

test.each([
  ['there is none', 'int other = 1;'],
  ['it is something else', defined('Windows version 1 (a@b) (cl, link) #1')],
  ['it is not in the file', 'char linux_banner[100];'],
  ['it is only referred to', 'extern char linux_banner[] __attribute__((weak)); char *p = linux_banner;'],
  ['it is empty', 'const char linux_banner[1] = "";'],
])('nothing is known where %s', (_what, definition) => {
  expect(bannerIn(definition)).toEqual(UNKNOWN);
});
