import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../../../src/cli/diff.ts';
import { openElfSource } from '../../../src/kernel/elf-source.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import { directoryParts } from '../../../src/size/delta/by-directory.ts';
import { listCells } from '../elf/accounting-builders.ts';
import { nmAddresses, objcopySize, readelfSections } from '../elf/binutils.ts';
import { mapLiterals } from '../elf/map-literals.ts';
import { mapBytesByFolder } from '../elf/map-sums.ts';
import { type RealCheckResult, checkRealKernel, keepPresetKernel } from './real-kernels.ts';

const ARM = 'arm-linux-gnueabi-';

/** Presets, what their sizes are read off with, and where PAGE_OFFSET is for the one with an MMU. */
const PRESETS = [
  { name: 'stm32f469', prefix: ARM, image: 'arch/arm/boot/xipImage' },
  { name: 'stm32f767', prefix: ARM, image: 'arch/arm/boot/xipImage' },
  { name: 'versatilepb', prefix: ARM, image: 'arch/arm/boot/zImage' },
  { name: 'arm-tiny', prefix: ARM, image: 'arch/arm/boot/zImage' },
  { name: 'x86-tiny', prefix: '', image: 'arch/x86/boot/bzImage' },
] as const;

const BUDGET_FILE = `targets:\n${PRESETS.map(({ name }) => `  ${name}: { extends: ${name} }\n`).join('')}`;

/** Builds every preset of one kernel twice from one commit and holds its numbers against binutils. */
export function describePresets(version: '6.1' | '6.12'): void {
  let checked: RealCheckResult;

  beforeAll(async () => {
    checked = await checkRealKernel({
      version,
      base: 'original',
      head: 'original',
      budgetFile: BUDGET_FILE,
      // With a store head would be base's measurement.
      options: ['--cache-size', '0', '--no-skip'],
    });
    for (const { name } of PRESETS) await keepPresetKernel(version, name, checked);
  });

  function targetOf(name: string): TargetReport {
    return checked.report.targets.find(({ target }) => target === name)!;
  }

  function bytes(name: string, metric: string): number | undefined {
    return targetOf(name).delta?.metrics.find((one) => one.metric === metric)?.head;
  }

  test('base against itself passes', () => {
    expect({ exitCode: checked.exitCode, stderr: checked.stderr }).toMatchObject({ exitCode: 0 });
  });

  test.each(PRESETS)('$name against itself has no row and no change', ({ name }) => {
    const { delta } = targetOf(name);
    expect(delta?.symbols).toMatchObject({ rows: [], added: 0, removed: 0, grown: 0, shrunk: 0 });
    expect(delta?.symbols?.before).toBeGreaterThan(100_000);
    expect(delta?.metrics.map(({ base, head }) => head - base!)).toEqual(delta?.metrics.map(() => 0));
    expect(delta?.sections.filter(({ base, head }) => base !== head)).toEqual([]);
  });

  test.each(PRESETS)('$name has the image that lies in the build folder', ({ name, image }) => {
    expect(bytes(name, 'image')).toBe(statSync(join(checked.output(name), image)).size);
  });

  test.each(PRESETS)('$name has the allocated sections that readelf lists', ({ name, prefix }) => {
    const listed = readelfSections(join(checked.output(name), 'vmlinux'), prefix);
    const sections = targetOf(name).delta!.sections.map((section) => ({
      name: section.name,
      size: section.head,
    }));
    expect(sections).toEqual(listed);
    const kinds = ['text', 'rodata', 'data', 'bss', 'init'].map((metric) => bytes(name, metric)!);
    expect(kinds.reduce((a, b) => a + b)).toBe(listed.reduce((sum, { size }) => sum + size, 0));
  });

  test.each(PRESETS)("$name has the literals that its objects' string sections hold", ({ name, prefix }) => {
    const vmlinux = join(checked.output(name), 'vmlinux');
    const held = mapLiterals(vmlinux, prefix);
    expect(held.size).toBeGreaterThan(200);
    expect(literalsOf(vmlinux, `${vmlinux}.map`)).toEqual(held);
    // Without a map a few look like other bytes; texts that are no literals, such as the banner, look like one.
    const guessed = literalsOf(vmlinux, undefined);
    expect([...held].filter((text) => !guessed.has(text)).length).toBeLessThanOrEqual(10);
    expect([...guessed].filter((text) => !held.has(text)).length).toBeLessThanOrEqual(8);
  });

  test.each(PRESETS.slice(0, 2))(
    '$name executes in place: flash as objcopy, RAM as nm',
    ({ name, prefix }) => {
      const vmlinux = join(checked.output(name), 'vmlinux');
      const at = nmAddresses(vmlinux, prefix);
      expect(bytes(name, 'image')).toBe(objcopySize(vmlinux, prefix));
      // The flash begins 32K before the image.
      expect(bytes(name, 'flash')).toBe(objcopySize(vmlinux, prefix) + 0x8000);
      expect(bytes(name, 'ram')).toBe(at.get('_end')! - at.get('_sdata')!);
      const init = at.get('__init_end')! - at.get('__init_begin')!;
      expect(bytes(name, 'ram-after-init')).toBe(at.get('_end')! - at.get('_sdata')! - init);
    },
  );

  test.each(PRESETS)('$name has an owner for each byte', ({ name, prefix }) => {
    const { accounted } = targetOf(name).delta!;
    const listed = readelfSections(join(checked.output(name), 'vmlinux'), prefix);
    expect(accounted).toMatchObject({ rows: [], hasMaps: true });
    expect(accounted!.sections.map((section) => ({ name: section.name, size: section.head }))).toEqual(
      listed,
    );
    expect(accounted!.sections.filter(({ residual }) => residual !== 0)).toEqual([]);
    const owned = accounted!.objects.reduce((sum, { head }) => sum + head, 0);
    expect(owned).toBe(listed.reduce((sum, { size }) => sum + size, 0));
  });

  test.each(PRESETS)('$name has an image and a memory that sections and gaps fill', ({ name, prefix }) => {
    const { spans } = targetOf(name).delta!;
    const [image, memory] = spans;
    expect(image?.head).toBe(objcopySize(join(checked.output(name), 'vmlinux'), prefix));
    for (const { head, parts, residual } of [image!, memory!]) {
      expect(residual).toBe(0);
      expect(parts.reduce((sum, part) => sum + part.head, 0)).toBe(head);
    }
    if (prefix === ARM) expect(memory?.head).toBe(bytes(name, 'ram'));
  });

  test.each(PRESETS)('$name has the directories that its link map has', ({ name, prefix }) => {
    const vmlinux = join(checked.output(name), 'vmlinux');
    const listed = mapBytesByFolder(
      join(checked.output(name), 'vmlinux.map'),
      new Set(readelfSections(vmlinux, prefix).map((section) => section.name)),
    );
    const ours = directoryParts(targetOf(name).delta!.accounted!.objects)
      .filter(({ depth, name: directory }) => depth === 0 && directory.endsWith('/'))
      .map(({ name: directory, head }) => [directory, head]);
    expect(new Map(ours as [string, number][])).toEqual(
      new Map([...listed].filter(([folder]) => folder.endsWith('/'))),
    );
  });

  test('versatilepb has all from PAGE_OFFSET to _end in RAM', () => {
    const at = nmAddresses(join(checked.output('versatilepb'), 'vmlinux'), ARM);
    expect(bytes('versatilepb', 'ram')).toBe(at.get('_end')! - 0xc0000000);
    expect(bytes('versatilepb', 'flash')).toBe(bytes('versatilepb', 'image')! + bytes('versatilepb', 'dtb')!);
  });

  test('arm-tiny has _stext to _end in RAM', () => {
    const at = nmAddresses(join(checked.output('arm-tiny'), 'vmlinux'), ARM);
    expect(bytes('arm-tiny', 'ram')).toBe(at.get('_end')! - at.get('_stext')!);
  });

  test('x86-tiny needs at least its own span in RAM to boot', () => {
    const at = nmAddresses(join(checked.output('x86-tiny'), 'vmlinux'), '');
    expect(bytes('x86-tiny', 'ram')).toBeGreaterThanOrEqual(at.get('_end')! - at.get('_text')!);
  });
}

/** As bytes, each a character. */
function literalsOf(vmlinux: string, mapPath: string | undefined): Set<string> {
  using source = openElfSource(vmlinux);
  const literals = listCells(accountOf(source, { mapPath })).filter(({ kind }) => kind === 'literal');
  return new Set(literals.map(({ name }) => Buffer.from(name).toString('latin1')));
}
