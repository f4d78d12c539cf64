import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import { UserError } from '../../../src/user-error.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const SOURCE = `int common[10]; int counter = 5;
  __attribute__((section(".text.in_a_section_with_a_long_name"))) int step(void) { return counter; }
  const char *greet(void) { return "hello world"; }`;

const SCRIPT = `SECTIONS {
  .text 0xffffffff81000000 : { *(.text .text.*) . = ALIGN(64); }
  .rodata : { *(.rodata.*) }
  .data : { *(.data) }
  .bss : { *(.bss) *(COMMON) }
  /DISCARD/ : { *(.note*) *(.eh_frame) }
}`;

function realMap(linker: string, options: readonly string[] = []): string {
  const args = ['-O1', '-ffreestanding', '-fno-pic', '-fcommon', '-mcmodel=kernel'];
  compile(folder, { source: 'one.c', text: SOURCE }, { compiler: 'gcc', args });
  writeFileSync(join(folder.path, 'script.lds'), SCRIPT);
  const ldArgs = ['-T', 'script.lds', '-e', '0', '-Map', 'linked.map', '-o', 'linked', 'one.o', ...options];
  execFileSync(linker, ldArgs, { cwd: folder.path, stdio: 'pipe' });
  return readFileSync(join(folder.path, 'linked.map'), 'utf8');
}

function refusal(text: string): string | undefined {
  try {
    parseLinkMap('vmlinux.map', text);
  } catch (error) {
    if (error instanceof UserError && !error.message.includes('\n')) return error.message;
    throw error;
  }
  return undefined;
}

const WHOLE_UNTIL = { ld: '\nOUTPUT(', 'ld.lld-19': '<internal>:(.shstrtab)' } as const;

describe.each(['ld', 'ld.lld-19'] as const)('a map of %s', (linker) => {
  let whole: string;

  beforeAll(() => {
    whole = realMap(linker);
  });

  test('is read', () => {
    expect(refusal(whole)).toBeUndefined();
  });

  test('has the same content with a table of cross references behind it', () => {
    const longer = realMap(linker, ['--cref']);
    expect(longer).toContain('Cross Reference Table');
    const { inputs, outputs, symbols } = parseLinkMap('longer.map', longer);
    expect(parseLinkMap('vmlinux.map', whole)).toMatchObject({ inputs, outputs, symbols });
  });

  test('that ends before everything is placed is refused, wherever it ends', () => {
    for (let end = 0; end < whole.indexOf(WHOLE_UNTIL[linker]); end++) {
      expect(refusal(whole.slice(0, end))).toContain('vmlinux.map');
    }
  });

  test('that ends in the middle of a line is refused', () => {
    expect(refusal(whole.slice(0, -1))).toContain('ends in the middle of a line');
  });

  test('that lacks or has other characters in places is read or refused', () => {
    const place = fc.nat({ max: whole.length - 1 });
    const change = fc.record({
      at: place,
      length: fc.nat({ max: 60 }),
      by: fc.constantFrom('', ' ', '\n', '0x', ')', '(', 'g'),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = changes.reduce(
          (text, { at, length, by }) => text.slice(0, at) + by + text.slice(at + length),
          whole,
        );
        refusal(changed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a damaged line is named', () => {
  let gnu: string;
  let lld: string;

  beforeAll(() => {
    gnu = realMap('ld');
    lld = realMap('ld.lld-19');
  });

  /** Replaces what a pattern finds, and returns the message with the number of the line where it was. */
  function damage(
    text: string,
    found: RegExp,
    by: string,
  ): { readonly message: string | undefined; readonly line: number } {
    const at = text.search(found);
    expect(at).toBeGreaterThan(0);
    return { message: refusal(text.replace(found, by)), line: text.slice(0, at).split('\n').length };
  }

  test.each([
    ['an input section without an object file', /(?<=\n \.data +0x\w+ +0x4) one\.o/, ''],
    ['an input section without a size', /(?<=\n \.data +0x\w+) +0x4 one\.o/, ''],
    ['an input section with a damaged address', /(?<=\n \.data +0x)f/, '?'],
    ['a long name without the rest', /(?<=\n \.text\.in_a_section_with_a_long_name)\n.*/, ''],
    ['an output section without a size', /(?<=\n\.data +0x\w+) +0x4/, ''],
  ])('in a map of GNU ld: %s', (_, found, by) => {
    const { message, line } = damage(gnu, found, by);
    expect(message).toMatch(new RegExp(`^vmlinux\\.map:${line}: found ".*", expected a section's address`));
  });

  test.each([
    ['a row with a damaged number', /(?<=\n)f(?=\w+ +\w+ +\w+ +\d+ {9}one\.o)/, '?'],
    ['a row without numbers', /(?<=\n)f\w+ +\w+ +\w+ +\d+ (?= {8}one\.o)/, ''],
    ['a blank row', /(?<=\n)f\w+ +\w+ +\w+ +\d+ {9}one\.o.*/, ''],
    ['an input section without an end', /(?<=one\.o:\(\.data)\)/, ''],
  ])('in a map of ld.lld: %s', (_, found, by) => {
    const { message, line } = damage(lld, found, by);
    expect(message).toMatch(new RegExp(`^vmlinux\\.map:${line}: found ".*", expected addresses`));
  });
});

describe('a text that is no map', () => {
  test.each([
    ['', 'an empty file'],
    ['!<arch>\n/ 0 \0', '"!<arch>"'],
    ['\0\x01', String.raw`"\u0000\u0001"`],
    ['c0008000 T _text\nc0008000 T stext\n', '"c0008000 T _text"'],
    ['\nLinker-Skript und Speicherzuordnung\n', '"Linker-Skript und Speicherzuordnung"'],
  ])('%j is refused with what was found and expected', (text, found) => {
    expect(refusal(text)).toMatch(
      /^vmlinux\.map: found .*, expected a map of GNU ld .* or of ld\.lld: link with -Map/,
    );
    expect(refusal(text)).toContain(`found ${found},`);
  });
});

describe('the object file', () => {
  const row = (object: string): string =>
    `             VMA              LMA     Size Align Out     In      Symbol
               0                0        4     4 .text
               0                0        4     4         ${object}:(.text)
               0                0       10     1 .shstrtab
               0                0       10     1         <internal>:(.shstrtab)
`;

  test.each([
    ['fs/dcache.o', 'fs/dcache.o'],
    ['./fs/dcache.o', 'fs/dcache.o'],
    ['lib/lib.a(memcpy.o)', 'lib/memcpy.o'],
    ['./lib/lib.a(memcpy.o)', 'lib/memcpy.o'],
    ['lib.a(memcpy.o)', 'memcpy.o'],
    ['vmlinux.a(init/main.o)', 'init/main.o'],
    ['vmlinux.a(./init/main.o)', 'init/main.o'],
    ['vmlinux.a(init/main.o at 1234)', 'init/main.o'],
    ['lib/lib.a(memcpy.o at 1234)', 'lib/memcpy.o'],
    ['my (old).a/lib.a(memcpy (1).o)', 'my (old).a/memcpy (1).o'],
    ['drivers/a (b).o', 'drivers/a (b).o'],
    ['drivers/a(b)', 'drivers/a(b)'],
    ['<internal>', '[linker]'],
  ])('%s is called %s', (written, name) => {
    expect(parseLinkMap('vmlinux.map', row(written)).inputs[0]!.object).toBe(name);
  });
});
