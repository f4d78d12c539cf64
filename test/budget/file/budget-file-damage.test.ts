import { assert, constantFrom, nat, oneof, property, record, string } from 'fast-check';
import { expect, it } from 'vitest';
import { parseBudgetFile } from '../../../src/budget/file/budget-file.ts';
import { UserError } from '../../../src/user-error.ts';

const SOUND = `nearLimit: 95%
targets:
  a: &a
    arch: arm
    image: zImage
    base: tinyconfig
    llvm: "-19"
    fragments: [x.config, { file: y.config, since: "6.10" }]
    make: { KCFLAGS: -Os }
    memory: { flash: { base: 0x08000000, size: 2M }, dtb: 0 }
    budgets: { ram: 324K, flash: 0x51000 }
    growth: { flash: 0 }
  b: *a
`;

function refusal(text: string): unknown {
  try {
    parseBudgetFile({ text, path: 'budget.yml', presets: new Map(), fileExists: () => true });
    return undefined;
  } catch (error) {
    return error;
  }
}

it('the file that is damaged below is sound', () => {
  expect(refusal(SOUND)).toBeUndefined();
});

it('a damaged file is read or refused by a message with a place, never a crash', () => {
  const piece = oneof(
    string(),
    constantFrom(
      ': ',
      '- ',
      '[',
      '{',
      '*a',
      '&a ',
      '!!binary ',
      '<<: *a',
      '\n',
      '? ',
      '1',
      'null',
      '__proto__',
      '|\n',
    ),
  );
  const damage = record({ at: nat(SOUND.length), length: nat(30), piece });
  const isClean = ({
    at,
    length,
    piece: inserted,
  }: {
    at: number;
    length: number;
    piece: string;
  }): boolean => {
    const error = refusal(SOUND.slice(0, at) + inserted + SOUND.slice(at + length));
    if (error === undefined) return true;
    if (!(error instanceof UserError)) throw error;
    const lines = error.details.length > 0 ? error.details : [error.message];
    return lines.every((line) => /^budget\.yml:[1-9]\d*:[1-9]\d*: \P{Cc}+$/u.test(line));
  };
  assert(property(damage, isClean), { numRuns: 500 });
});
