import type { Target } from '../../src/budget/target.ts';
import { type MeasuredSides, compareTarget } from '../../src/check/compare-target.ts';
import type { Outcome } from '../../src/check/job.ts';
import { bytesSource } from '../../src/elf/byte-source.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { readSymbols } from '../../src/elf/symbols/symbols.ts';
import type { ComparedTarget } from '../../src/report/report.ts';
import { accountFor } from '../../src/size/accounting/accounting.ts';
import type { Measurement } from '../../src/size/measurement.ts';
import { buildElf } from '../support/elf/elf-builder.ts';
import { symbolColumns } from '../support/elf/symbol-columns.ts';
import { PROVENANCE } from '../support/report/report-builders.ts';

/** A kernel of one function. */
const ELF = openElf(bytesSource('vmlinux', buildElf()));
const ACCOUNTING = accountFor(ELF, readSymbols(ELF), { map: undefined, contents: 'kept' });

export function measured(overrides: Partial<Measurement> = {}): Outcome {
  const measurement: Measurement = {
    metrics: { flash: 1000, ram: 500 },
    sections: [],
    symbols: symbolColumns([]),
    accounting: ACCOUNTING,
    subsystems: new Map(),
    spans: [],
    isCompressed: false,
    uncompressed: {},
    config: new Map(),
    deviceTree: undefined,
    provenance: PROVENANCE,
    ...overrides,
  };
  return { kind: 'measured', measurement };
}

/** A target that measured the same on both sides, but for what is given. */
export function comparedWith({
  target: limits,
  status = 'kept',
  ...sides
}: Partial<MeasuredSides & Pick<ComparedTarget, 'status'>> & {
  readonly target?: Partial<Target>;
} = {}): ComparedTarget {
  const target = targetWith(limits);
  return {
    target,
    status,
    comparison: compareTarget(target, { base: measured(), head: measured(), ...sides }),
  };
}

function targetWith(overrides: Partial<Target> = {}): Target {
  return {
    name: 'toy',
    arch: 'arm',
    crossCompile: '',
    llvm: undefined,
    base: { kind: 'tinyconfig' },
    fragments: [],
    make: {},
    image: 'zImage',
    dtb: undefined,
    memory: {},
    budgets: {},
    growth: {},
    nearLimit: 0.95,
    ...overrides,
  };
}
