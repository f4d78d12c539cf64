/**
 * Reads the maps of ld.lld: columns of numbers, then the name of an output section, indented by 8 that of an input
 * section, by 16 that of a symbol. No specification: https://github.com/llvm/llvm-project/blob/main/lld/ELF/MapFile.cpp
 * writes them. Merged strings belong to no object file there.
 */
import { UserError } from '../../user-error.ts';
import type { InputSection, MapContents, MapSymbol, OutputPlace } from './map-contents.ts';

const HEADER = /^ +VMA +LMA +Size +Align +Out +In +Symbol\n/;

const SYMBOL_INDENT = ' '.repeat(16);
const INPUT_INDENT = ' '.repeat(8);

/** In every ELF file that ld.lld writes, behind all sections that are loaded. */
const LAST_SECTION = '<internal>:(.shstrtab)';

/** Stands behind the map of a link with --cref. */
const CROSS_REFERENCES = '\nCross Reference Table\n';

/** Address, size, indent and text; all numbers but the alignment without `0x` in base 16. */
const ROW = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +[0-9]+ ( *)([^]*)$/;

/** Records of `.eh_frame` come one by one, with their offset. */
const RECORD = /\+0x[0-9a-fA-F]+$/;

export function isLldLinkMap(text: string): boolean {
  return HEADER.test(text);
}

/** The input sections in file order, their object files as written. The text ends with a line break. */
export function parseLldLinkMap(name: string, text: string): MapContents {
  if (!text.includes(LAST_SECTION)) {
    throw new UserError(`${name}: found no section .shstrtab, expected a whole map of ld.lld: link again`);
  }
  const inputs: InputSection[] = [];
  const outputs: OutputPlace[] = [];
  const symbols: MapSymbol[] = [];
  let output: OutputPlace | undefined;
  for (const { start, line } of linesOf(text)) {
    const [, address = '', size = '', indent, rest = ''] = ROW.exec(line) ?? [];
    if (indent === undefined || isCutInput(rest)) throw damaged(name, text.slice(0, start), line);
    const symbol = symbolOf({ address, indent, rest });
    if (symbol) symbols.push(symbol);
    if (indent === '') {
      output = outputOf({ address, size, rest });
      if (output) outputs.push(output);
    } else if (output && indent === INPUT_INDENT && size !== '0')
      addInput(inputs, output, { address, size, rest });
  }
  return { linker: 'ld.lld', inputs, outputs, symbols };
}

interface Line {
  /** Position in the text. */
  readonly start: number;
  readonly line: string;
}

/** Leaves out the header, and what stands behind the map. */
function* linesOf(text: string): Generator<Line> {
  let start = text.indexOf('\n') + 1;
  while (start < text.length && !text.startsWith(CROSS_REFERENCES, start)) {
    const end = text.indexOf('\n', start);
    yield { start, line: text.slice(start, end) };
    start = end + 1;
  }
}

/** `_text = .`; other assignments and assertions of the linker script are of no symbol. */
const ASSIGNMENT = /^(?:PROVIDE\()?([^\s.(][^\s(]*) = /;

function symbolOf({ address, indent, rest }: Omit<InputRow, 'size'> & { readonly indent: string }) {
  const isOfObject = indent === SYMBOL_INDENT;
  const name = isOfObject ? rest : ASSIGNMENT.exec(rest)?.[1];
  if (name === undefined) return undefined;
  const by = isOfObject ? ('object' as const) : ('script' as const);
  return { name, address: BigInt(`0x${address}`), by };
}

/** Assignments and assertions of the linker script between two sections are none. */
function outputOf({ address, size, rest: name }: InputRow): OutputPlace | undefined {
  if (name === '' || name.includes(' ')) return undefined;
  return { name, address: BigInt(`0x${address}`), size: Number.parseInt(size, 16) };
}

interface InputRow {
  readonly address: string;
  readonly size: string;
  /** `fs/dcache.o:(.text)`, or a statement of the linker script. */
  readonly rest: string;
}

function addInput(inputs: InputSection[], output: OutputPlace, { address, size, rest }: InputRow): void {
  const at = rest.lastIndexOf(':(');
  if (at < 0) return;
  inputs.push({
    output: output.name,
    name: rest.slice(at + 2, -1).replace(RECORD, ''),
    offset: Number(BigInt(`0x${address}`) - output.address),
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
