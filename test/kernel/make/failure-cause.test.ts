import { spawnSync } from 'node:child_process';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { type BuildFailure, searchFailure } from '../../../src/kernel/make/failure-cause.ts';

function failureIn(lines: readonly string[]): BuildFailure {
  const search = searchFailure();
  for (const line of lines) search.add(line);
  return search.found();
}

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
    what: 'the compiler of Rust',
    log: [
      '  RUSTC L rust/kernel.o',
      'error[E0425]: cannot find value `gone` in this scope',
      '  --> rust/kernel/a.rs:10:5',
      'error: aborting due to 1 previous error',
      'make[2]: *** [rust/Makefile:460: rust/kernel.o] Error 1',
    ],
    cause: 'error[E0425]: cannot find value `gone` in this scope',
  },
  {
    what: 'modpost where it does not say ERROR',
    log: [
      'FATAL: modpost: Section mismatches detected.',
      'make[2]: *** [scripts/Makefile.modpost:145: x] Error 1',
    ],
    cause: 'FATAL: modpost: Section mismatches detected.',
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
    cause: 'init/Kconfig:2085: unknown statement "frobnicate"',
  },
  {
    what: 'Kconfig that says only that there is a mistake',
    log: [
      'init/Kconfig:101: syntax error',
      'init/Kconfig:101: invalid statement',
      'make[3]: *** [scripts/kconfig/Makefile:85: allnoconfig] Error 1',
    ],
    cause: 'init/Kconfig:101: syntax error',
  },
  {
    what: 'the block of Kconfig that has no end, not where that was noticed',
    log: [
      'init/Kconfig:101: syntax error',
      'init/Kconfig:101: invalid statement',
      'Kconfig:33: syntax error',
      'init/Kconfig:100: missing end statement for this entry',
    ],
    cause: 'init/Kconfig:100: missing end statement for this entry',
  },
  {
    what: 'options that select each other',
    log: [
      'error: recursive dependency detected!',
      '\tsymbol FOO is selected by BAR',
      'make: *** [Makefile:7: x] Error 2',
    ],
    cause: 'error: recursive dependency detected!',
  },
  {
    what: 'the full disk, not what follows from it',
    log: [
      "x.c:3:1: error: expected ';' before end of input",
      'x.s: Assembler messages:',
      "x.s: Error: can't write 40 bytes to section .text of x.o: 'No space left on device'",
    ],
    cause: "x.s: Error: can't write 40 bytes to section .text of x.o: 'No space left on device'",
  },
  {
    what: 'the memory that was short',
    log: [
      'gcc: fatal error: Killed signal terminated program cc1',
      'compilation terminated.',
      'make[4]: *** [scripts/Makefile.build:234: lib/string.o] Error 1',
    ],
    cause: 'gcc: fatal error: Killed signal terminated program cc1',
  },
  {
    what: 'the last words of a script',
    log: [
      'Traceback (most recent call last):',
      '  File "scripts/x.py", line 1, in <module>',
      "ModuleNotFoundError: No module named 'gone'",
      'make[2]: *** [scripts/Makefile.vmlinux:34: vmlinux] Error 1',
      'make[1]: *** [Makefile:1165: vmlinux] Error 2',
    ],
    cause: "ModuleNotFoundError: No module named 'gone'",
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
  expect(failureIn(log).cause).toBe(cause);
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
    what: 'the region that is too small',
    makefile: 'all:\n\tarm-linux-gnueabi-gcc -nostdlib -static -T x.lds x.c\n',
    files: {
      'x.c': 'char large[100000];\nint _start(void)\n{\n\treturn large[0];\n}\n',
      'x.lds':
        'MEMORY { RAM (rwx) : ORIGIN = 0, LENGTH = 64K }\nSECTIONS { .text : { *(.text) } > RAM .bss : { *(.bss) } > RAM }\n',
    },
    cause: /ld: region `RAM' overflowed by \d+ bytes$/,
  },
  {
    what: 'a disk that is full',
    makefile: 'all:\n\tgcc -c x.c -o /dev/full\n',
    files: { 'x.c': GONE },
    cause: /No space left on device/,
  },
  {
    what: 'memory that is short',
    makefile: 'all:\n\tulimit -v 500000; gcc -c x.c\n',
    files: { 'x.c': 'int x[1 << 28] = { [0 ... (1 << 28) - 1] = 1 };\n' },
    cause: /memory/,
  },
  {
    what: 'what a script says before it fails',
    makefile: 'all:\n\tperl -e "die qq(no such table\\n)"\n',
    cause: /^no such table$/,
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
  expect(failureIn(stdout.split('\n')).cause).toMatch(cause);
});

describe('the lines around the cause', () => {
  test('are what the compiler shows of it, and how it came there', () => {
    const { excerpt } = failureIn([
      '  CC      lib/a.o',
      'In file included from lib/a.c:3:',
      "include/linux/b.h: In function 'b':",
      "include/linux/b.h:7:9: error: 'gone' undeclared (first use in this function)",
      '    7 |  return gone;',
      '      |         ^~~~',
      'include/linux/b.h:7:9: note: each undeclared identifier is reported only once',
      '  CC      lib/c.o',
      'make[4]: *** [scripts/Makefile.build:234: lib/a.o] Error 1',
    ]);
    expect(excerpt).toEqual([
      'In file included from lib/a.c:3:',
      "include/linux/b.h: In function 'b':",
      "include/linux/b.h:7:9: error: 'gone' undeclared (first use in this function)",
      '    7 |  return gone;',
      '      |         ^~~~',
      'include/linux/b.h:7:9: note: each undeclared identifier is reported only once',
    ]);
  });

  test('are few, however many errors there are', () => {
    const errors = Array.from({ length: 1000 }, (_, index) => `a.c:${index + 1}:1: error: expected ';'`);
    const { cause, excerpt } = failureIn(errors);
    expect([cause, excerpt.length]).toEqual(["a.c:1:1: error: expected ';'", 12]);
  });

  test('are the last ones where none says why', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    expect(failureIn(lines).excerpt).toEqual(lines.slice(-20));
  });
});

test.each([
  ['make[4]: *** [scripts/Makefile.build:234: lib/a.o] Killed', true],
  ['make: *** [Makefile:2: all] Segmentation fault (core dumped)', true],
  ['make[1]: *** [Makefile:2: all] Error 137', true],
  ['make[1]: *** [Makefile:2: all] Error 143', true],
  ['make[1]: *** [Makefile:2: all] Error 1', false],
  ['make[1]: *** [Makefile:2: all] Error 127', false],
  ["make[1]: *** No rule to make target 'x'.  Stop.", false],
])('"%s" says whether a signal has ended a command: %s', (line, expected) => {
  expect(failureIn([line]).wasKilled).toBe(expected);
});

test('a command that a signal ends is known by what make prints', () => {
  const makefile = 'all:\n\t@kill -9 $$$$\n';
  const { stdout } = spawnSync('sh', ['-c', 'make -f - 2>&1'], {
    input: makefile,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    encoding: 'utf8',
  });
  expect(failureIn(stdout.split('\n')).wasKilled).toBe(true);
});
