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
    what: 'make where nothing else says why',
    log: ['  HOSTCC  scripts/x', 'make: *** [Makefile:1] Error 1'],
    cause: 'make: *** [Makefile:1] Error 1',
  },
  { what: 'the last line where no line is an error', log: ['something', 'odd', ''], cause: 'odd' },
  { what: 'that there is nothing', log: [], cause: 'make printed nothing' },
])('a failed build is told by $what', ({ log, cause }) => {
  expect(describeFailure(log)).toBe(cause);
});
