import { afterAll, expect, test } from 'vitest';
import { allocatedSections } from '../../../src/size/metrics/section-kind.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type KernelName, linkKernel } from '../../support/elf/linked-kernel.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function kinds(name: KernelName): Record<string, string> {
  const { image } = linkKernel(folder, name);
  return Object.fromEntries(allocatedSections(image).map((section) => [section.name, section.kind]));
}

test('a kernel that executes in place has init sections in flash and in RAM', () => {
  expect(kinds('arm-xip')).toEqual({
    '.head.text': 'text',
    '.text': 'text',
    '.rodata': 'rodata',
    __ex_table: 'rodata',
    '.ARM.unwind_idx': 'rodata',
    '.vectors': 'text',
    '.init.text': 'init',
    '.exit.text': 'init',
    '.init.rodata': 'init',
    '.data': 'data',
    '.data.ro_after_init': 'data',
    '.init.data': 'init',
    '.data..percpu': 'init',
    '.bss': 'bss',
  });
});

test('the linker flags .rodata with data that is read-only after init as writable; it is rodata all the same', () => {
  expect(kinds('arm-mmu')).toMatchObject({ '.rodata': 'rodata', __ex_table: 'rodata' });
});

test('what lies between the marks of init memory is init, whatever it is called', () => {
  expect(kinds('s390x')).toMatchObject({ '.vectors': 'init', '.data..percpu': 'init', '.init.bss': 'init' });
});

test('a per-cpu area linked to address 0 is data', () => {
  expect(kinds('x86-64')['.data..percpu']).toBe('data');
});
