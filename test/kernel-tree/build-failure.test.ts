import { spawnSync } from 'node:child_process';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { describeFailure } from '../../src/kernel/build-failure.ts';

/** Ends of logs as kbuild, compilers and linkers write them. */
test.each([
  {
    what: 'the error of a compiler before the ones of make',
    log: [
      '  CC      fs/dcache.o',
      "fs/dcache.c: In function 'd_alloc':",
      "fs/dcache.c:12:2: warning: unused variable 'x' [-Wunused-variable]",
      "fs/dcache.c:15:9: error: 'gone' undeclared (first use in this function)",
      'make[2]: *** [scripts/Makefile.build:244: fs/dcache.o] Error 1',
      'make: *** [Makefile:234: __sub-make] Error 2',
    ],
    cause: "fs/dcache.c:15:9: error: 'gone' undeclared (first use in this function)",
  },
  {
    what: 'a header that is missing',
    log: ['kernel/x.c:1:10: fatal error: gone.h: No such file or directory', 'compilation terminated.'],
    cause: 'kernel/x.c:1:10: fatal error: gone.h: No such file or directory',
  },
  {
    what: 'the linker',
    log: ["arm-linux-gnueabi-ld: section .data will not fit in region 'ram'", 'make: *** [x] Error 1'],
    cause: "arm-linux-gnueabi-ld: section .data will not fit in region 'ram'",
  },
  {
    what: 'no warning of the linker',
    log: [
      'ld: warning: vmlinux has a LOAD segment with RWX permissions',
      "x.o: undefined reference to `gone'",
    ],
    cause: "x.o: undefined reference to `gone'",
  },
  {
    what: 'modpost',
    log: ['ERROR: modpost: "gone" [drivers/x.ko] undefined!', 'make[1]: *** [Makefile.modpost:145] Error 1'],
    cause: 'ERROR: modpost: "gone" [drivers/x.ko] undefined!',
  },
  {
    what: 'a tool that is missing',
    log: ['/bin/sh: 1: bc: not found', 'make[1]: *** [Kbuild:24: include/generated/timeconst.h] Error 127'],
    cause: '/bin/sh: 1: bc: not found',
  },
  {
    what: 'Kconfig',
    log: [
      'drivers/Kconfig:7:warning: multi-line strings not supported',
      'init/Kconfig:2085: syntax error',
      'init/Kconfig:2085: unknown statement "frobnicate"',
      'make[3]: *** [scripts/kconfig/Makefile:85: allnoconfig] Error 1',
    ],
    cause: 'init/Kconfig:2085: syntax error',
  },
  {
    what: 'Kconfig’s own search for the compiler',
    log: [
      'make[2]: nonexist-gcc: No such file or directory',
      '  GEN     Makefile',
      "scripts/Kconfig.include:40: C compiler 'nonexist-gcc' not found",
      'make[3]: *** [scripts/kconfig/Makefile:85: allnoconfig] Error 1',
    ],
    cause: "scripts/Kconfig.include:40: C compiler 'nonexist-gcc' not found",
  },
  {
    what: 'make where nothing else says why',
    log: ['  HOSTCC  scripts/x', 'make: *** [Makefile:1] Error 1'],
    cause: 'make: *** [Makefile:1] Error 1',
  },
  { what: 'the last line where no line is an error', log: ['something', 'odd', ''], cause: 'odd' },
  { what: 'that there is nothing', log: [], cause: 'make printed nothing' },
])('a failed build is told by $what', ({ log, cause }) => {
  expect(describeFailure(log)).toBe(cause);
});

const GONE = 'int gone(void);\nint main(void)\n{\n\treturn gone();\n}\n';

/** What real tools print. */
test.each([
  {
    what: 'a makefile that make cannot read',
    makefile: 'all:\n        echo spaces\n',
    cause: /^Makefile:2: \*\*\* missing separator.*  Stop\.$/,
  },
  {
    what: 'a makefile of a folder',
    makefile: 'all:\n\t@$(MAKE) -f sub.mk\n',
    files: { 'sub.mk': 'all:\n        echo spaces\n' },
    cause: /^sub\.mk:2: \*\*\* missing separator/,
  },
  {
    what: 'what a makefile says itself',
    makefile: '$(error CROSS_COMPILE is not set)\n',
    cause: /^Makefile:1: \*\*\* CROSS_COMPILE is not set\.  Stop\.$/,
  },
  {
    what: 'the assembler',
    makefile: 'all:\n\tas x.s -o x.o\n',
    files: { 'x.s': '\tnop\n\tbogus\n' },
    cause: /^x\.s:2: Error: no such instruction/,
  },
  {
    what: 'the assembler of another machine',
    makefile: 'all:\n\tarm-linux-gnueabi-gcc -c x.S\n',
    files: { 'x.S': '\tnop\n\tbogus\n' },
    cause: /^x\.S:2: Error: bad instruction `bogus'$/,
  },
  {
    what: 'a compiler that make cannot find',
    makefile: 'all:\n\tnonexist-gcc -c x.c\n',
    cause: /^make: nonexist-gcc: No such file or directory$/,
  },
  {
    what: 'a compiler that sh cannot find',
    makefile: 'all:\n\tnonexist-gcc -c "x.c"\n',
    cause: /^\/bin\/sh: .*nonexist-gcc: not found$/,
  },
  {
    what: 'a compiler that bash cannot find',
    makefile: 'SHELL = /bin/bash\nall:\n\tset -e; nonexist-gcc -c x.c\n',
    cause: /^\/bin\/bash: .*nonexist-gcc: command not found$/,
  },
  {
    what: 'a compiler that may not be run',
    makefile: 'all:\n\t./x.c\n',
    files: { 'x.c': '' },
    cause: /^make: \.\/x\.c: Permission denied$/,
  },
  {
    what: 'the linker, not the compiler that calls it',
    makefile: 'all:\n\tgcc x.c\n',
    files: { 'x.c': GONE },
    cause: /: undefined reference to `gone'$/,
  },
  {
    what: 'the compiler, not a tool that was only tried',
    makefile: 'all:\n\t-nonexist-pahole --version\n\tgcc -c x.c\n',
    files: { 'x.c': '#error no FLAG\n' },
    cause: /^x\.c:1:2: error: #error no FLAG$/,
  },
])('a real log is told by $what', async ({ makefile, files = {}, cause }) => {
  await using folder = await createFixture({ Makefile: makefile, ...files });
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' };
  const { stdout, status } = spawnSync('sh', ['-c', 'make 2>&1'], {
    cwd: folder.path,
    env,
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(describeFailure(stdout.split('\n'))).toMatch(cause);
});
