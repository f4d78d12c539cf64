import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { accountForProgram, accountWithoutMap } from '../../support/elf/linked-programs.ts';
import { linkPainted, paintedBytes, paintedObjects } from '../../support/elf/painted-programs.ts';

const MACHINES = [
  { machine: 'x86-64', prefix: '', args: [] },
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-', args: [] },
  { machine: 'AArch64', prefix: 'aarch64-linux-gnu-', args: [] },
  { machine: 'RISC-V', prefix: 'riscv64-linux-gnu-', args: ['-mno-relax'] },
  { machine: 'big-endian S/390', prefix: 's390x-linux-gnu-', args: [] },
];

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

describe.each(MACHINES)('each byte of a program for $machine is owned by what painted it', (machine) => {
  const check = (expectOwners: (program: ReturnType<typeof linkPainted>) => void): void => {
    fc.assert(
      fc.property(paintedObjects, (objects) => expectOwners(linkPainted(folder, machine, objects))),
      { numRuns: 8 },
    );
  };

  test('with a link map, which tells the object too', () => {
    check((program) => {
      const cells = listCells(accountForProgram(program));
      const owner = ({ kind, name, object }: (typeof cells)[number]): string =>
        kind === 'fill' ? `${kind} ${name}` : `${kind} ${name} ${object}`;
      expect(
        sumBy(
          cells,
          (cell) => `${cell.section} ${owner(cell)}`,
          ({ bytes }) => bytes,
        ),
      ).toEqual(paintedBytes(program));
    });
  });

  test('without a link map', () => {
    check((program) => {
      const cells = listCells(accountWithoutMap(program));
      const painted = Object.entries(paintedBytes(program)).map(([owner, bytes]) => ({
        owner: owner.replace(/ [abc]\.o$/, ''),
        bytes,
      }));
      expect(
        sumBy(
          cells,
          ({ section, kind, name }) => `${section} ${kind} ${name}`,
          ({ bytes }) => bytes,
        ),
      ).toEqual(
        sumBy(
          painted,
          ({ owner }) => owner,
          ({ bytes }) => bytes,
        ),
      );
    });
  });
});
