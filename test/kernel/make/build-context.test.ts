import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceArch } from '../../../src/kernel/make/build-context.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';

test.each(['6.1', '6.12'] as const)(
  'the folder of an architecture is that of the Makefile of %s',
  (version) => {
    const makefile = readFileSync(join(kernelTree(version), 'Makefile'), 'utf8');
    const settings = [...makefile.matchAll(/^ifeq \(\$\(ARCH\),(\w+)\)\n +SRCARCH := (\w+)$/gm)];
    expect(settings.length).toBeGreaterThan(2);
    for (const [, arch = '', folder] of settings) expect([arch, sourceArch(arch)]).toEqual([arch, folder]);
  },
);

test.each(['arm', '__proto__', 'constructor', 'tostring'])('that of %s has its name', (arch) => {
  expect(sourceArch(arch)).toBe(arch);
});
