/**
 * Programs whose bytes say themselves whose they are: the assembler paints each thing in a value of its own, and what it
 * and the linker put in between has no paint. Who owns a byte is then read off the linked file.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { BuildFolder } from './compile.ts';
import type { LinkedProgram } from './linked-programs.ts';

const SECTIONS = ['.text', '.rodata', '.data'] as const;
type PaintedSection = (typeof SECTIONS)[number];

/** One thing in an object; sizes in bytes, alignment as a power of two. */
interface Thing {
  readonly section: PaintedSection;
  readonly align: number;
  readonly size: number;
  /**
   * `outer` has another symbol within it, `alias` a second name; `label` has no size, and `bare` is more of it than the symbol
   * says. Both begin and end where words do: of data of other sizes nobody could tell the zeros at the end from fill.
   */
  readonly kind: 'sized' | 'local' | 'outer' | 'alias' | 'label' | 'bare' | 'text';
}

const thing: fc.Arbitrary<Thing> = fc.record({
  section: fc.constantFrom(...SECTIONS),
  align: fc.constantFrom(0, 1, 2, 3, 4, 6),
  size: fc.integer({ min: 3, max: 40 }),
  kind: fc.constantFrom('sized', 'sized', 'local', 'outer', 'alias', 'label', 'bare', 'text'),
});

/** Three objects of some things each. */
export const paintedObjects = fc.array(fc.array(thing, { minLength: 4, maxLength: 16 }), {
  minLength: 3,
  maxLength: 3,
});

/** Values that are no part of an empty instruction, a trap or a text on any machine. */
const PAINTS = Array.from({ length: 0x7f }, (_, i) => 0x81 + i).filter(
  (value) =>
    !'84 89 8d 90 a0 af b4 b6 bc bd bf c0 cc d4 d5 e0 e1 e3 e8 e9 eb f0 f3 f6 fe'
      .split(' ')
      .includes(value.toString(16)),
);

/** What the paint of a byte says. */
interface Painted {
  readonly kind: 'symbol' | 'unattributed';
  readonly name: string;
  readonly object: string;
}

/** A linked program and what its paints stand for. */
export interface PaintedProgram extends LinkedProgram {
  readonly paints: ReadonlyMap<number, Painted>;
  /** The object of each text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** An assembler and a linker. */
export interface PaintingMachine {
  readonly prefix: string;
  readonly args: readonly string[];
}

const SCRIPT = `SECTIONS {
  . = 0x100000;
  .text : { *(.text) . = ALIGN(256); }
  .rodata : { *(.rodata) *(.rodata.*) }
  .data : { *(.data) . = ALIGN(64); }
  /DISCARD/ : { *(.note*) *(.comment) *(.ARM*) *(.riscv*) *(.gnu*) }
}`;

let links = 0;

export function linkPainted(
  folder: BuildFolder,
  { prefix, args }: PaintingMachine,
  objects: readonly (readonly Thing[])[],
): PaintedProgram {
  const path = join(folder.path, `painted-${links++}`);
  mkdirSync(path);
  const paints = new Map<number, Painted>();
  const texts = new Map<string, string>();
  const names = objects.map((things, i) => {
    const object = `${'abc'[i]}.o`;
    writeFileSync(join(path, `${i}.s`), assembler(things, { object, paints, texts }));
    execFileSync(`${prefix}as`, [...args, '-o', object, `${i}.s`], { cwd: path, stdio: 'pipe' });
    return object;
  });
  writeFileSync(join(path, 'script.lds'), SCRIPT);
  const command = ['-T', 'script.lds', '-e', '0', '-Map', 'map', '-o', 'program', ...names];
  execFileSync(`${prefix}ld`, command, { cwd: path, stdio: 'pipe' });
  const mapText = readFileSync(join(path, 'map'), 'utf8');
  return { path: join(path, 'program'), prefix, mapText, paints, texts };
}

interface Palette {
  readonly object: string;
  readonly paints: Map<number, Painted>;
  readonly texts: Map<string, string>;
}

function assembler(things: readonly Thing[], palette: Palette): string {
  return things.map((one) => linesOf(one, palette).join('\n')).join('\n') + '\n';
}

function linesOf({ section, align, size, kind }: Thing, { object, paints, texts }: Palette): string[] {
  const paint = (owner: Painted['kind'], name: string): number => {
    const value = PAINTS[paints.size % PAINTS.length]!;
    paints.set(value, { kind: owner, name, object });
    return value;
  };
  const name = `${kind}_${paints.size}`;
  const least = kind === 'label' || kind === 'bare' ? 2 : 0;
  const start = [`.section ${section}`, `.p2align ${Math.max(align, least)}`];
  const fill = (bytes: number, value: number) => `.fill ${bytes},1,${value}`;
  const symbol = (own: string, bytes: number) => [`.type ${own},%object`, `.size ${own},${bytes}`];
  if (kind === 'text') {
    const text = `message ${texts.size} of ${'words '.repeat(size % 5)}here`;
    texts.set(text, object);
    return ['.section .rodata.str1.1,"aMS",%progbits,1', `.asciz "${text}"`];
  }
  if (kind === 'label')
    return [...start, `${name}:`, fill(4 * size, paint('unattributed', '[unattributed]'))];
  const value = paint('symbol', name);
  if (kind === 'outer') {
    const inner = `inner_${paints.size}`;
    return [
      ...start,
      `.globl ${name}, ${inner}`,
      `${name}:`,
      fill(1, value),
      `${inner}:`,
      fill(1, paint('symbol', inner)),
      fill(size - 2, value),
      ...symbol(name, size),
      ...symbol(inner, 1),
    ];
  }
  const lines = [...start, `${name}:`, fill(size, value), ...symbol(name, size)];
  if (kind === 'local') return lines;
  if (kind === 'bare')
    return [...lines, fill(4 * size - (size % 4), paint('unattributed', '[unattributed]'))];
  if (kind === 'alias') lines.push(`.set another_${name},${name}`, ...symbol(`another_${name}`, size));
  return [...lines, `.globl ${name}`];
}

/** Bytes by section, kind, name and object of the owner, as the paint says; fill is of no object. */
export function paintedBytes(program: PaintedProgram): Record<string, number> {
  const sums: Record<string, number> = {};
  const add = (section: string, owner: string, bytes: number): void => {
    sums[`${section} ${owner}`] = (sums[`${section} ${owner}`] ?? 0) + bytes;
  };
  for (const section of SECTIONS) {
    const bytes = contentsOf(program, section);
    for (let at = 0; at < bytes.length; at++) {
      const painted = program.paints.get(bytes[at]!);
      const text =
        section === '.rodata' && bytes[at]! >= 0x20 && bytes[at]! < 0x7f ? textAt(bytes, at) : undefined;
      if (text !== undefined) {
        add(section, `literal ${text} ${program.texts.get(text)}`, text.length + 1);
        at += text.length;
      } else if (painted === undefined) add(section, 'fill [alignment fill]', 1);
      else add(section, `${painted.kind} ${painted.name} ${painted.object}`, 1);
    }
  }
  return sums;
}

function textAt(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(at, bytes.indexOf(0, at))).toString('latin1');
}

function contentsOf({ path, prefix }: LinkedProgram, section: string): Uint8Array {
  const output = `${path}${section}`;
  execFileSync(`${prefix}objcopy`, ['-O', 'binary', '-j', section, path, output]);
  return readFileSync(output);
}
