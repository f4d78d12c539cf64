import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { checkToy } from '../support/kernel/toy-check.ts';
import { type ToyKernel, budgetFile, createToyKernel } from '../support/kernel/toy-kernel.ts';

const IDENTIFIED = { 'drivers/id.c': 'const char id[] = "$Id$";\n' };
const IDENT = { '.gitattributes': 'id.c ident\n' };

/** Bytes of the string as git itself writes the file of a commit, with the terminating zero. */
async function sizeAt(kernel: ToyKernel, hash: string): Promise<number> {
  await kernel.git('checkout', '-q', '--detach', hash);
  await kernel.write({ 'drivers/id.c': null });
  await kernel.git('checkout', '-q', '--', 'drivers/id.c');
  const text = await kernel.git('cat-file', '--filters', `${hash}:drivers/id.c`);
  await kernel.git('checkout', '-q', 'main');
  return /"(.*)"/.exec(text)![1]!.length + 1;
}

const rowOf = (report: Report) => {
  const row = report.targets[0]?.delta?.symbols?.rows.find(({ name }) => name === 'id');
  return row === undefined ? undefined : [row.old, row.new];
};

test('attributes alone change a kernel, there and back, on builds that are kept too', async () => {
  await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), ...IDENTIFIED });
  const plain = kernel.original;
  const ident = await kernel.commit(IDENT);
  const sizes = [await sizeAt(kernel, plain), await sizeAt(kernel, ident)];
  expect(sizes).toEqual([5, 48]);
  for (const options of [{}, {}, { cache: false }]) {
    const there = await checkToy(kernel, { base: plain, head: ident, ...options });
    expect(rowOf(there.report)).toEqual(sizes);
    const back = await checkToy(kernel, { base: ident, head: plain, ...options });
    expect(rowOf(back.report)).toEqual(sizes.toReversed());
  }
});

test('a kernel that was kept is built again where the machine converts otherwise', async () => {
  await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), ...IDENTIFIED });
  await kernel.commit({ 'drivers/other.c': 'int other;\n' });
  const first = await checkToy(kernel);
  await kernel.write({ '.git/info/attributes': 'id.c ident\n' });
  const second = await checkToy(kernel);
  const rodata = ({ report }: typeof first) =>
    report.targets[0]?.delta?.metrics.find(({ metric }) => metric === 'rodata')?.head ?? 0;
  expect(rodata(second) - rodata(first)).toBeGreaterThanOrEqual(43);
});
