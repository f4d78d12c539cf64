/**
 * Reads the maps of ld.lld: columns of numbers, then the name of an output section, indented by 8 that of an input
 * section, by 16 that of a symbol. No specification: https://github.com/llvm/llvm-project/blob/main/lld/ELF/MapFile.cpp
 * writes them. Merged strings belong to no object file there.
 */
import { UserError } from '../user-error.ts';
import type { InputSection } from './link-map.ts';

const HEADER = /^ +VMA +LMA +Size +Align +Out +In +Symbol\n/;

const SYMBOL_INDENT = ' '.repeat(16);
const INPUT_INDENT = ' '.repeat(8);

/** In every ELF file that ld.lld writes, behind all sections that are loaded. */
const LAST_SECTION = '<internal>:(.shstrtab)';

/** Stands behind the map of a link with --cref. */
const CROSS_REFERENCES = '\nCross Reference Table\n';

/** Address, size, indent and text; all numbers but the alignment without `0x` in base 16. */
const ROW = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +[0-9]+ ( *)(.*)$/;

/** Records of `.eh_frame` come one by one, with their offset. */
const RECORD = /\+0x[0-9a-fA-F]+$/;

export function isLldLinkMap(text: string): boolean {
  return HEADER.test(text);
}

/** The input sections in file order, their object files as written. The text ends with a line break. */
export function parseLldLinkMap(name: string, text: string): InputSection[] {
  if (!text.includes(LAST_SECTION)) {
    throw new UserError(`${name}: found no section .shstrtab, expected a whole map of ld.lld: link again`);
  }
  const inputs: InputSection[] = [];
  let output: OutputSection | undefined;
  for (const { start, line } of outerLines(text)) {
    const [, address = '', size = '', indent, rest = ''] = ROW.exec(line) ?? [];
    if (indent === undefined || isCutInput(rest)) throw damaged(name, text.slice(0, start), line);
    if (indent === '') output = openOutput(rest, address);
    else if (output && indent === INPUT_INDENT && size !== '0')
      addInput(inputs, output, { address, size, rest });
  }
  return inputs;
}

interface Line {
  /** Position in the text. */
  readonly start: number;
  readonly line: string;
}

/** Leaves out the header and symbols, most lines of a map. */
function* outerLines(text: string): Generator<Line> {
  const nameColumn = text.indexOf('Out');
  let start = text.indexOf('\n') + 1;
  while (start < text.length && !text.startsWith(CROSS_REFERENCES, start)) {
    const end = text.indexOf('\n', start);
    // Long numbers push a name to the right only, where ROW finds it.
    const indent = start + nameColumn;
    const isSymbol = indent < end && text.startsWith(SYMBOL_INDENT, indent);
    if (!isSymbol) yield { start, line: text.slice(start, end) };
    start = end + 1;
  }
}

interface OutputSection {
  readonly name: string;
  readonly start: bigint;
}

/** Assignments and assertions of the linker script between two sections are none. */
function openOutput(text: string, address: string): OutputSection | undefined {
  if (text === '' || text.includes(' ')) return undefined;
  return { name: text, start: BigInt(`0x${address}`) };
}

interface InputRow {
  readonly address: string;
  readonly size: string;
  /** `fs/dcache.o:(.text)`, or a statement of the linker script. */
  readonly rest: string;
}

function addInput(inputs: InputSection[], output: OutputSection, { address, size, rest }: InputRow): void {
  const at = rest.lastIndexOf(':(');
  if (at < 0) return;
  inputs.push({
    output: output.name,
    name: rest.slice(at + 2, -1).replace(RECORD, ''),
    offset: Number(BigInt(`0x${address}`) - output.start),
    size: Number.parseInt(size, 16),
    object: rest.slice(0, at),
  });
}

function isCutInput(text: string): boolean {
  return text.includes(':(') && !text.endsWith(')');
}

function damaged(name: string, before: string, line: string): UserError {
  const where = `${name}:${before.split('\n').length}`;
  const found = JSON.stringify(line.slice(0, 80));
  return new UserError(
    `${where}: found ${found}, expected addresses, size, alignment and a name: link again`,
  );
}
