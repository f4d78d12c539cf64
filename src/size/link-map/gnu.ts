/**
 * Reads the maps of GNU ld, from "Linker script and memory map" on. No specification: print_output_section_statement
 * and print_input_section in https://sourceware.org/git/?p=binutils-gdb.git;a=blob;f=ld/ldlang.c write them.
 */
import { UserError } from '../../user-error.ts';
import type { InputSection, MapContents, MapSymbol, OutputPlace } from './map-contents.ts';

const START = 'Linker script and memory map';

/** Stands behind all that the linker script places, in every map. */
const OUTPUT_FILE = '\nOUTPUT(';

const FILL = '*fill*';

/** Statement of a linker script that is printed as one word, like the first line of a long name. */
const CONSTRUCTORS = ' CONSTRUCTORS';

/** `.text  0xADDRESS  0xSIZE`, then an object file, fill pattern or load address; one space before input sections. */
const PLACED = /^ ?(\S+) +0x([0-9a-f]+) +0x([0-9a-f]+)(?: (.*))?$/;

/** Begins as a placed section does. */
const BEGINS_PLACED = /^ ?[^\s(]+ +0x/;

export function isGnuLinkMap(text: string): boolean {
  return text.includes(`\n${START}\n`);
}

/** The input sections in file order, their object files as written. The text ends with a line break. */
export function parseGnuLinkMap(name: string, text: string): MapContents {
  if (!text.includes(OUTPUT_FILE)) {
    throw new UserError(`${name}: found no line "OUTPUT(...)", expected a whole map of GNU ld: link again`);
  }
  const inputs: InputSection[] = [];
  const outputs: OutputPlace[] = [];
  const symbols: MapSymbol[] = [];
  let output: OutputSection | undefined;
  for (const { start, line } of linesFrom(text, text.indexOf(START))) {
    if (line.startsWith('  ')) {
      const symbol = symbolOf(line);
      if (symbol) symbols.push(symbol);
      continue;
    }
    const place = placeOf(line, () => lineAt(text, start + line.length + 1));
    if (isDamaged(line, place)) throw damaged(name, text.slice(0, start), line);
    if (!isInput(line)) {
      output = place && openOutput(place);
      if (output) outputs.push({ name: output.name, address: output.start, size: output.size });
    } else if (place && output && place.size > 0) addInput(inputs, output, place);
  }
  return { linker: 'GNU ld', inputs, outputs, symbols };
}

interface Line {
  /** Position in the text. */
  readonly start: number;
  readonly line: string;
}

/** Leaves out empty ones. */
function* linesFrom(text: string, from: number): Generator<Line> {
  for (let start = from; start < text.length; start = text.indexOf('\n', start) + 1) {
    if (text[start] !== '\n') yield { start, line: lineAt(text, start) };
  }
}

function lineAt(text: string, start: number): string {
  return text.slice(start, text.indexOf('\n', start));
}

/** Address and name, `alpha` or `_text = .`; `PROVIDE (_text = .)` and second halves of a line, with a size, are none. */
const SYMBOL = /^ {16}0x([0-9a-f]+) {16}(\.?[^\s0-9.(][^\s(]*)( = |$)/;

function symbolOf(line: string): MapSymbol | undefined {
  const [, address, name = '', assignment] = SYMBOL.exec(line) ?? [];
  if (address === undefined) return undefined;
  return { name, address: BigInt(`0x${address}`), by: assignment === '' ? 'object' : 'script' };
}

/** Output sections begin in the first column. */
function isInput(line: string): boolean {
  return line.startsWith(' ');
}

interface Place {
  readonly name: string;
  /** Base 16. */
  readonly address: string;
  readonly size: number;
  /** Of an input section the object file. */
  readonly rest: string;
}

interface OutputSection {
  readonly name: string;
  readonly start: bigint;
  readonly size: number;
  /** Where the last of its input sections ends, 0 behind fill. */
  end: number;
}

function openOutput({ name, address, size }: Place): OutputSection {
  return { name, start: BigInt(`0x${address}`), size, end: 0 };
}

/** Reads a line, with the next one if it is a long name alone; undefined if it places nothing. */
function placeOf(line: string, next: () => string): Place | undefined {
  const match = PLACED.exec(isLoneName(line) ? line + next() : line);
  if (match === null) return undefined;
  const [, name = '', address = '', size = '', rest = ''] = match;
  return { name, address, size: Number.parseInt(size, 16), rest };
}

/** Patterns such as `*(.text)` are no names: data that the script adds can follow them on a line of its own. */
function isLoneName(line: string): boolean {
  return !line.includes(' ', 1) && !line.includes('(') && line !== CONSTRUCTORS;
}

/** An output section without content is a name alone. */
function isDamaged(line: string, place: Place | undefined): boolean {
  if (place) return isInput(line) && place.name !== FILL && place.rest === '';
  return BEGINS_PLACED.test(line) || (isInput(line) && isLoneName(line));
}

function damaged(name: string, before: string, line: string): UserError {
  const where = `${name}:${before.split('\n').length}`;
  const found = JSON.stringify(line.slice(0, 80));
  return new UserError(
    `${where}: found ${found}, expected a section's address, size and object file: link again`,
  );
}

/**
 * A section whose strings all merged into those of earlier ones takes no room, but keeps its size in the map: what is
 * next has the same address, or the output section ends there.
 */
function addInput(inputs: InputSection[], output: OutputSection, place: Place): void {
  const offset = Number(BigInt(`0x${place.address}`) - output.start);
  const end = offset + place.size;
  if (offset < output.end) inputs.pop();
  output.end = 0;
  if (place.name === FILL || offset < 0 || end > output.size) return;
  inputs.push({ output: output.name, name: place.name, offset, size: place.size, object: place.rest });
  output.end = end;
}
