import { beforeAll, describe, expect, test } from 'vitest';
import type { Delta } from '../../../src/size/delta/delta.ts';
import { describeDemoChanges } from '../../support/kernel/describe-demo-changes.ts';
import { type Edits, commitEdits } from '../../support/kernel/kernel-commits.ts';
import { checkRealKernel, forgetMeasuredKernels } from '../../support/kernel/real-kernels.ts';

beforeAll(() => forgetMeasuredKernels('6.12'));

/** What the accounted table says of a change of Linux 6.12. */
async function deltaOf(edits: Edits, preset = 'arm-tiny'): Promise<Delta> {
  const head = await commitEdits('6.12', edits);
  const checked = await checkRealKernel({
    version: '6.12',
    base: 'original',
    head,
    budgetFile: `targets:\n  ${preset}: { extends: ${preset} }\n`,
  });
  expect(checked.stderr).toContain('done');
  return checked.report.targets[0]!.delta!;
}

/** Rows as a developer writes them: kind, name, object, bytes. */
function rowsOf({ accounted }: Delta): string[] {
  return accounted!.rows.map(
    ({ kind, name, object, delta, renamedFrom, inlinedInto }) =>
      `${kind} ${name} ${object ?? ''} ${delta}` +
      (renamedFrom === undefined ? '' : ` was ${renamedFrom}`) +
      (inlinedInto.length === 0 ? '' : ` inlined into ${inlinedInto.join(', ')}`),
  );
}

/** Rows by hand: kind, name, object, bytes. */
describe('a commit that changes only', () => {
  test('a string', async () => {
    const delta = await deltaOf({
      'kernel/panic.c': (text) => text.replaceAll('"Not tainted"', '"Not tainted at all"'),
    });
    expect(rowsOf(delta)).toEqual([
      'literal Not tainted at all kernel/panic.o 19',
      'literal Not tainted kernel/panic.o -12',
      // The page behind .rodata has room.
      'fill [alignment fill]  -7',
    ]);
  });

  test('a comment, at the top of a file with an initcall', async () => {
    const delta = await deltaOf({
      'kernel/time/timekeeping.c': (text) => `/* A comment. */\n\n${text}`,
    });
    expect(rowsOf(delta)).toEqual([]);
  });

  test('the order of functions', async () => {
    const delta = await deltaOf({
      'lib/cmdline.c': (text) => {
        const start = text.indexOf('/**\n *	memparse');
        const end = text.indexOf('EXPORT_SYMBOL(memparse);\n') + 'EXPORT_SYMBOL(memparse);\n'.length;
        return text.slice(0, start) + text.slice(end) + text.slice(start, end);
      },
    });
    expect(rowsOf(delta)).toEqual([]);
  });

  test("a function's name", async () => {
    const delta = await deltaOf({
      'lib/vsprintf.c': (text) => text.replaceAll('put_dec_helper4', 'put_four_digits'),
    });
    expect(rowsOf(delta)).toEqual(['symbol put_four_digits lib/vsprintf.o 0 was put_dec_helper4']);
  });

  test('an option that is on by default', async () => {
    const delta = await deltaOf({
      'init/Kconfig': (text) => `${text}\nconfig SIZE_TABLE\n\tdef_bool y\n`,
      'lib/cmdline.c': (text) => `${text}\n#ifdef CONFIG_SIZE_TABLE\nint size_table[64] = { 1 };\n#endif\n`,
    });
    expect(rowsOf(delta)).toEqual([
      'symbol size_table lib/cmdline.o 256',
      // Behind .data comes a page boundary.
      'fill [alignment fill]  -256',
    ]);
    expect(delta.config).toMatchObject([
      { name: 'SIZE_TABLE', head: 'y', kind: 'added', cause: { kind: 'default', file: 'init/Kconfig' } },
    ]);
    expect(delta.split).toMatchObject({ kind: 'split', code: { rows: [] } });
  });

  test('one function from static to inline', async () => {
    const delta = await deltaOf({
      'lib/vsprintf.c': (text) =>
        text.replace(
          'static noinline_for_stack\nchar *widen_string',
          'static __always_inline\nchar *widen_string',
        ),
    });
    expect(rowsOf(delta)).toEqual([
      'symbol widen_string lib/vsprintf.o -100 inlined into dentry_name, device_node_string, fwnode_string, string_nocheck',
      'symbol move_right lib/vsprintf.o 56',
      'symbol dentry_name lib/vsprintf.o 44',
      'symbol device_node_string lib/vsprintf.o 44',
      'symbol fwnode_string lib/vsprintf.o 36',
      'symbol string_nocheck lib/vsprintf.o 36',
      'table [unwind table] lib/vsprintf.o 12',
      'table [unwind index] lib/vsprintf.o 8',
      // gcc compiles some of those that call these otherwise.
      'symbol check_pointer lib/vsprintf.o 2',
      'symbol date_str lib/vsprintf.o 2',
      'symbol time_str lib/vsprintf.o 2',
      'symbol default_pointer lib/vsprintf.o -2',
    ]);
  });

  test('a node of the device tree', async () => {
    const delta = await deltaOf(
      {
        'arch/arm/boot/dts/st/stm32f469-disco.dts': (text) =>
          `${text}\n/ {\n\tsize-node {\n\t\tstatus = "okay";\n\t};\n};\n`,
      },
      'stm32f469',
    );
    expect(rowsOf(delta)).toEqual([]);
    // 8 of tokens, 12 of name; 12 of property header, 8 of value.
    expect(delta.deviceTree?.rows).toEqual([{ node: '/size-node', head: 40, change: 'added' }]);
  });
});

// In this file, since it reads what lies in a build folder that the checks above build in too.
describeDemoChanges();
