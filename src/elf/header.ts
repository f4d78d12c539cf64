import { UserError } from '../user-error.ts';
import { readRange } from './byte-range.ts';
import type { ByteSource } from './byte-source.ts';
import { type Encoding, fieldReader } from './field-reader.ts';
import { SIGNATURE_BYTES, describeContent } from './file-kind.ts';

/** The ELF header; counts as they stand in it, before extended numbering. */
export interface ElfHeader extends Encoding {
  readonly type: number;
  readonly machine: number;
  readonly flags: number;
  readonly segmentsOffset: number;
  readonly segmentEntrySize: number;
  readonly segmentCount: number;
  readonly sectionsOffset: number;
  readonly sectionEntrySize: number;
  readonly sectionCount: number;
  readonly namesIndex: number;
}

const IDENT_SIZE = 16;

/** Reads the ELF header (gABI chapter 2); a `UserError` says what the file is when it is not ELF. */
export function readHeader(source: ByteSource): ElfHeader {
  const encoding = readIdent(source);
  const size = encoding.class === 32 ? 52 : 64;
  const fields = fieldReader(readRange(source, { what: 'the ELF header', offset: 0, size }), encoding);
  const [segments, sections, rest] = encoding.class === 32 ? [28, 32, 42] : [32, 40, 54];
  return {
    ...encoding,
    type: fields.half(16),
    machine: fields.half(18),
    flags: fields.word(encoding.class === 32 ? 36 : 48),
    segmentsOffset: fields.size(segments),
    sectionsOffset: fields.size(sections),
    segmentEntrySize: fields.half(rest),
    segmentCount: fields.half(rest + 2),
    sectionEntrySize: fields.half(rest + 4),
    sectionCount: fields.half(rest + 6),
    namesIndex: fields.half(rest + 8),
  };
}

function readIdent(source: ByteSource): Encoding {
  const head = source.read(0, Math.min(source.size, SIGNATURE_BYTES));
  const isElf = head[0] === 0x7f && head[1] === 0x45 && head[2] === 0x4c && head[3] === 0x46;
  if (!isElf) throw new UserError(`${source.name} is not ELF but ${describeContent(head)}`);
  if (head.length < IDENT_SIZE) {
    throw new UserError(
      `${source.name}: the ELF header ends after ${head.length} bytes; the file is truncated`,
    );
  }
  const [elfClass, data, version] = [head[4], head[5], head[6]];
  expectIdent(source, { offset: 4, what: 'class', found: elfClass, expected: '1 (32 bit) or 2 (64 bit)' });
  expectIdent(source, { offset: 5, what: 'byte order', found: data, expected: '1 (little) or 2 (big)' });
  if (version !== 1) {
    throw new UserError(
      `${source.name}: ELF version ${version} at offset 6, expected 1; is the file damaged?`,
    );
  }
  return { class: elfClass === 1 ? 32 : 64, littleEndian: data === 1 };
}

interface IdentField {
  readonly offset: number;
  readonly what: string;
  readonly found: number | undefined;
  readonly expected: string;
}

function expectIdent(source: ByteSource, { offset, what, found, expected }: IdentField): void {
  if (found === 1 || found === 2) return;
  throw new UserError(
    `${source.name}: ELF ${what} ${found} at offset ${offset}, expected ${expected}; is the file damaged?`,
  );
}
