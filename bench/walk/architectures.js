/** What differs between the two kernels that walks are made on. */

const X86 = { fragments: [], goals: ['bzImage'], files: ['vmlinux', '.config', 'arch/x86/boot/bzImage'] };

/** Of each: a preset, what is made of it, and places in the source that only it has. */
export const ARCHITECTURES = {
  arm: {
    preset: 'stm32f469',
    folder: 'arm',
    variables: ['ARCH=arm', 'CROSS_COMPILE=arm-linux-gnueabi-'],
    compiler: 'arm-linux-gnueabi-gcc',
    built: {
      fragments: ['stm32f469.config', 'since-6.10.config'],
      goals: ['xipImage', 'st/stm32f469-disco.dtb'],
      files: ['vmlinux', '.config', 'arch/arm/boot/xipImage', 'arch/arm/boot/dts/st/stm32f469-disco.dtb'],
    },
    // Before 6.5 device trees had no folders of vendors.
    builtIn61: {
      fragments: ['stm32f469.config', 'before-6.10.config'],
      goals: ['xipImage', 'stm32f469-disco.dtb'],
      files: ['vmlinux', '.config', 'arch/arm/boot/xipImage', 'arch/arm/boot/dts/stm32f469-disco.dtb'],
    },
    // CRC32 brings a table that is generated beside its source.
    fragment: 'CONFIG_CRC32=y\n',
    toggles: [
      'CONFIG_PRINTK_TIME',
      'CONFIG_MULTIUSER',
      'CONFIG_EPOLL',
      'CONFIG_FUTEX',
      'CONFIG_BUG',
      'CONFIG_EVENTFD',
      'CONFIG_CRC32',
    ],
    linkerScripts: ['arch/arm/kernel/vmlinux-xip.lds.S', 'include/asm-generic/vmlinux.lds.h'],
    deviceTrees: ['arch/arm/boot/dts/st/stm32f469-disco.dts', 'arch/arm/boot/dts/st/stm32f429.dtsi'],
    syscalls: { path: 'arch/arm/tools/syscall.tbl', abi: 'common' },
    generated: [{ path: 'lib/crc32table.h', makefile: 'lib/Makefile' }],
    shadows: [
      { path: 'arch/arm/include/asm/mach-types.h', of: 'arch/arm/include/generated/asm/mach-types.h' },
      { path: 'include/generated/timeconst.h', of: 'include/generated/timeconst.h' },
    ],
  },
  x86: {
    preset: 'x86-tiny',
    folder: 'x86',
    variables: ['ARCH=x86'],
    compiler: 'gcc',
    built: X86,
    builtIn61: X86,
    // A virtual terminal has two sources that are generated.
    fragment: 'CONFIG_CRC32=y\nCONFIG_TTY=y\nCONFIG_INPUT=y\nCONFIG_VT=y\nCONFIG_CONSOLE_TRANSLATIONS=y\n',
    toggles: [
      'CONFIG_PRINTK',
      'CONFIG_MULTIUSER',
      'CONFIG_EPOLL',
      'CONFIG_FUTEX',
      'CONFIG_BUG',
      'CONFIG_EVENTFD',
      'CONFIG_CRC32',
      'CONFIG_KALLSYMS',
    ],
    linkerScripts: ['arch/x86/kernel/vmlinux.lds.S', 'include/asm-generic/vmlinux.lds.h'],
    deviceTrees: [],
    syscalls: { path: 'arch/x86/entry/syscalls/syscall_32.tbl', abi: 'i386' },
    generated: [
      { path: 'lib/crc32table.h', makefile: 'lib/Makefile' },
      { path: 'arch/x86/kernel/cpu/capflags.c', makefile: 'arch/x86/kernel/cpu/Makefile' },
      { path: 'drivers/tty/vt/consolemap_deftbl.c', makefile: 'drivers/tty/vt/Makefile' },
    ],
    shadows: [
      { path: 'arch/x86/include/asm/syscalls_32.h', of: 'arch/x86/include/generated/asm/syscalls_32.h' },
      { path: 'include/generated/timeconst.h', of: 'include/generated/timeconst.h' },
    ],
  },
};
