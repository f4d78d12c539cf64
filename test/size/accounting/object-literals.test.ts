import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { listCells } from '../../support/elf/accounting-builders.ts';
import { COMPILERS, buildFolder, compile } from '../../support/elf/compile.ts';

const TEXTS = [
  'a message with %d in it',
  'ok',
  'x',
  '#!',
  'a second, rather long message of another function',
];
const SOURCE = `void use(const void *);
  void f(void) { ${TEXTS.slice(0, 3)
    .map((text) => `use("${text}");`)
    .join(' ')} }
  void g(void) { ${TEXTS.slice(3)
    .map((text) => `use("${text}");`)
    .join(' ')} use(u"wide text"); use(U"wider"); }`;

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

describe.each(COMPILERS)('the literals of an object for $machine', ({ machine, prefix, args }) => {
  const object = compile(
    folder,
    { source: `literals-${machine.replaceAll(/\W/g, '-')}.c`, text: SOURCE },
    { compiler: `${prefix}gcc`, args: ['-O2', '-ffreestanding', '-fno-pic', ...args] },
  );
  const elf = openElf(bytesSource(object, readFileSync(object)));
  const cells = listCells(accountFor(elf, readSymbols(elf), { map: undefined, contents: 'kept' }));
  const literals = cells.filter(({ kind }) => kind === 'literal').map(({ name }) => name);

  test('are those of the source, short ones and wide ones too', () => {
    expect(literals.toSorted()).toEqual([...TEXTS, 'wide text', 'wider'].toSorted());
  });

  test('of one byte a character are those that readelf lists', () => {
    const sections = cells.filter(({ section }) => section.includes('.str1.')).map(({ section }) => section);
    const listed = [...new Set(sections)].flatMap((section) => {
      const output = execFileSync(`${prefix}readelf`, ['-p', section, object], { encoding: 'utf8' });
      return Array.from(output.matchAll(/^ {2}\[ *\w+\] {2}(.*)$/gm), ([, text]) => text!);
    });
    expect(listed.toSorted()).toEqual([...TEXTS].toSorted());
  });
});
