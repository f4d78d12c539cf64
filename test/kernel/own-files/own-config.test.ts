import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { requireOwnConfig } from '../../../src/kernel/own-files/own-config.ts';
import { configVersion, parseKernelConfig } from '../../../src/size/kernel-config.ts';
import { SYMBOLS_OF_OPTIONS } from '../../../src/size/same-build/config-evidence.ts';
import type { Evidence } from '../../../src/size/same-build/evidence.ts';
import { UserError } from '../../../src/user-error.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type KernelName, linkKernel } from '../../support/elf/linked-kernel.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

let links = 0;

/** A kernel with more C code; what says whose `.config` is refused, and why. */
function refusals(
  more = '',
  { name = 'arm-mmu', evidence = 'all' }: { readonly name?: KernelName; readonly evidence?: Evidence } = {},
): (config: string) => string | undefined {
  const path = join(folder.path, `kernel-${links++}`);
  mkdirSync(path);
  const kernel = linkKernel({ ...folder, path }, name, { more });
  const elf = openElf(bytesSource('vmlinux', readFileSync(kernel.path)));
  return (config) => {
    try {
      requireOwnConfig(elf, readSymbols(elf), {
        name: '.config',
        version: configVersion(config),
        options: parseKernelConfig(config),
        evidence,
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return /^\.config is not the configuration of vmlinux: (.*); give the \.config of the same build$/.exec(
        error.message,
      )?.[1];
    }
    return undefined;
  };
}

const banner = (version: string): string =>
  `const char linux_banner[] = "Linux version 6.12.1-mine (me@here) (gcc (Debian 12) 12.2.0, GNU ld 2.40) ${version}\\n";`;

/** What every kernel has: an option that a whole .config leaves out is off. */
const WHOLE = 'void start_kernel(void) {}';

describe('a configuration against the banner:', () => {
  const small = refusals(
    `${banner('#1 SMP PREEMPT_DYNAMIC Thu Jan 1')} ${WHOLE} void smp_call_function_many(void) {}`,
  );

  const own = [
    '#\n# Linux/arm 6.12.1 Kernel Configuration\n#',
    'CONFIG_CC_VERSION_TEXT="gcc (Debian 12) 12.2.0"',
    'CONFIG_LOCALVERSION="-mine"',
    'CONFIG_SMP=y\nCONFIG_PREEMPT_BUILD=y\nCONFIG_PREEMPT_DYNAMIC=y\n',
  ].join('\n');

  test('is its own', () => {
    expect(small(own)).toBeUndefined();
    expect(small(own.replace('6.12.1 ', '6.12.1-mine '))).toBeUndefined();
  });

  test.each([
    ['6.12.1 K', '6.12.10 K', 'it is of 6.12.10 by its title, vmlinux of 6.12.1-mine'],
    ['6.12.1 K', '6.12 K', 'it is of 6.12 by its title, vmlinux of 6.12.1-mine'],
    ['6.12.1 K', '6.1.1 K', 'it is of 6.1.1 by its title, vmlinux of 6.12.1-mine'],
    ['-mine', '-other', 'CONFIG_LOCALVERSION is "-other", vmlinux is 6.12.1-mine'],
    [
      '12.2.0"',
      '13.1.0"',
      'CONFIG_CC_VERSION_TEXT is "gcc (Debian 12) 13.1.0", vmlinux was compiled by "gcc (Debian 12) 12.2.0"',
    ],
    ['CONFIG_SMP=y', '# CONFIG_SMP is not set', 'CONFIG_SMP is n, the banner of vmlinux says SMP'],
    ['CONFIG_SMP=y\n', '', 'CONFIG_SMP is n, the banner of vmlinux says SMP'],
    [
      'CONFIG_PREEMPT_DYNAMIC=y\n',
      '',
      'CONFIG_PREEMPT_BUILD is y, the banner of vmlinux says PREEMPT_DYNAMIC',
    ],
    ['_DYNAMIC=y', '_RT=y', 'CONFIG_PREEMPT_RT is y, the banner of vmlinux says PREEMPT_DYNAMIC'],
  ])('with %j as %j it is not', (from, to, expected) => {
    expect(own).toContain(from);
    expect(small(own.replace(from, to))).toBe(expected);
  });

  test('a distribution counts versions in its own way', () => {
    const text = banner('#1').replace('6.12.1-mine', '6.12.0-3-amd64');
    expect(refusals(text)(own.replaceAll(/CONFIG_.*\n/g, '').replace('6.12.1 ', '6.12.38 '))).toBeUndefined();
    expect(refusals(text)('# Linux/arm 6.11.0 Kernel Configuration\n')).toContain(
      'it is of 6.11.0 by its title',
    );
  });

  test('a word that the banner lacks is missed', () => {
    const quiet = refusals(banner('#1 Thu Jan 1'));
    expect(quiet('CONFIG_SMP=y\n')).toBe('CONFIG_SMP is y, the banner of vmlinux says no SMP');
    expect(quiet('# CONFIG_SMP is not set\n')).toBeUndefined();
  });
});

describe('a configuration against what an option builds:', () => {
  const kernel = refusals(
    `${WHOLE} void handle_mm_fault(void) {} char __log_buf[4096]; void _printk(void) {}`,
  );
  const own = 'CONFIG_MMU=y\nCONFIG_PRINTK=y\nCONFIG_LOG_BUF_SHIFT=12\n';

  test.each([
    [own, undefined],
    [own.replace('MMU=y', 'MMU=n'), 'CONFIG_MMU is n, vmlinux has handle_mm_fault'],
    ['CONFIG_PRINTK=y\n', 'CONFIG_MMU is n, vmlinux has handle_mm_fault'],
    [`${own}CONFIG_BLOCK=y\n`, 'CONFIG_BLOCK is y, vmlinux has no submit_bio'],
    [`${own}CONFIG_DEBUG_FS=m\n`, undefined],
    [`${own}CONFIG_BLOCK=y\nCONFIG_LD_DEAD_CODE_DATA_ELIMINATION=y\n`, undefined],
    [own.replace('=12', '=13'), 'CONFIG_LOG_BUF_SHIFT is 13, vmlinux has __log_buf of 4096 bytes'],
    [`${own}CONFIG_XIP_KERNEL=y\n`, 'CONFIG_XIP_KERNEL is y, vmlinux has no _xiprom'],
  ])('%j', (config, expected) => {
    expect(kernel(config)).toBe(expected);
  });

  test('of a kernel that was built here, what is missing says nothing', () => {
    const built = refusals(`${WHOLE} void handle_mm_fault(void) {}`, { evidence: 'certain' });
    expect(built('CONFIG_MMU=y\nCONFIG_BLOCK=y\n')).toBeUndefined();
    expect(built('# CONFIG_MMU is not set\n')).toBe('CONFIG_MMU is n, vmlinux has handle_mm_fault');
  });

  test('of what is no whole kernel, only what both state is compared', () => {
    const part = refusals('void submit_bio(void) {}');
    expect(part('CONFIG_SMP=y\nCONFIG_MODULES=y\n')).toBeUndefined();
    expect(part('# CONFIG_BLOCK is not set\n')).toBe('CONFIG_BLOCK is n, vmlinux has submit_bio');
  });
});

describe('a configuration against the kind of file:', () => {
  test.each([
    ['arm-mmu', 'CONFIG_ARM=y\nCONFIG_MMU=y\nCONFIG_PAGE_OFFSET=0xC0000000\n', undefined],
    ['arm-mmu', 'CONFIG_ARM64=y\n', 'CONFIG_ARM64 is y, vmlinux is for ELF machine 40'],
    ['arm-mmu', 'CONFIG_64BIT=y\n', 'CONFIG_64BIT is y, vmlinux is a 32-bit file'],
    ['arm-mmu', 'CONFIG_CPU_BIG_ENDIAN=y\n', 'CONFIG_CPU_BIG_ENDIAN is y, vmlinux is little-endian'],
    [
      'arm-mmu',
      'CONFIG_MMU=y\nCONFIG_PAGE_OFFSET=0x80000000\n',
      'CONFIG_PAGE_OFFSET is 0x80000000, vmlinux begins at 0xc0008000',
    ],
    ['arm-xip', 'CONFIG_XIP_KERNEL=y\nCONFIG_XIP_PHYS_ADDR=0x08008000\n', undefined],
    ['arm-xip', '# CONFIG_XIP_KERNEL is not set\n', 'CONFIG_XIP_KERNEL is n, vmlinux has _xiprom'],
    [
      'arm-xip',
      'CONFIG_XIP_PHYS_ADDR=0x08010000\n',
      'CONFIG_XIP_PHYS_ADDR is 0x8010000, vmlinux is linked to 0x8008000',
    ],
    ['arm-xip', 'CONFIG_MMU=y\nCONFIG_XIP_PHYS_ADDR=0x00008000\n', undefined],
    ['x86-64', 'CONFIG_X86_64=y\nCONFIG_64BIT=y\n', undefined],
    ['x86-64', 'CONFIG_X86_32=y\n', 'CONFIG_X86_32 is y, vmlinux is for ELF machine 62'],
    ['m68k', 'CONFIG_M68K=y\n# CONFIG_64BIT is not set\n', undefined],
    ['s390x', 'CONFIG_S390=y\n# CONFIG_64BIT is not set\n', 'CONFIG_64BIT is n, vmlinux is a 64-bit file'],
  ] as const)('%s with %j', (name, config, expected) => {
    expect(refusals('', { name })(config)).toBe(expected);
  });
});

describe('a configuration against the one that the kernel carries', () => {
  const own = '#\n# Linux/arm 6.12.1 Kernel Configuration\n#\nCONFIG_A=y\n# CONFIG_B is not set\n';

  function carrying(contents: Buffer): ReturnType<typeof refusals> {
    const path = join(folder.path, `config_data-${links}.gz`);
    writeFileSync(path, contents);
    return refusals(`asm(".pushsection .rodata\\n.ascii \\"IKCFG_ST\\"\\n.global kernel_config_data\\n"
      "kernel_config_data:\\n.incbin \\"${path}\\"\\n.global kernel_config_data_end\\n"
      "kernel_config_data_end:\\n.ascii \\"IKCFG_ED\\"\\n.popsection\\n");`);
  }

  test('is decided by every option', () => {
    const kernel = carrying(gzipSync(own));
    expect(kernel(own)).toBeUndefined();
    expect(kernel(own.replace('A=y', 'A=m'))).toBe(
      'CONFIG_A is m, in the configuration that vmlinux carries y',
    );
    expect(kernel(`${own}CONFIG_C=y\n`)).toBe(
      'CONFIG_C is y, in the configuration that vmlinux carries absent',
    );
    expect(kernel(own.replace('CONFIG_A=y\n', ''))).toContain('CONFIG_A is absent');
  });

  test('is refused where that is damaged', () => {
    expect(carrying(Buffer.from('no gzip'))(own)).toContain('cannot be unpacked');
  });
});

describe.each(['6.1', '6.12'] as const)('in Linux %s', (version) => {
  test.each(SYMBOLS_OF_OPTIONS.filter(({ file }) => !file.includes('{')))(
    '$file defines what $option builds',
    ({ file, symbols }) => {
      const text = readFileSync(join(kernelTree(version), file), 'utf8');
      for (const symbol of symbols) {
        const isMade = symbol === 'kallsyms_names';
        expect(isMade || new RegExp(`^\\S.*\\b${symbol}[ ([]|^${symbol}\\(`, 'm').test(text), symbol).toBe(
          true,
        );
      }
    },
  );
});
