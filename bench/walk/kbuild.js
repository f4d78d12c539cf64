/** Steps that change how the kernel is configured and built. */
import { dirname, join } from 'node:path';
import { edited } from './edits.js';
import { pick } from './random.js';

export const FRAGMENT = '.github/walk.config';

const KCONFIGS = ['init/Kconfig', 'lib/Kconfig', 'mm/Kconfig', 'fs/Kconfig', 'drivers/base/Kconfig'];

/** Nothing but libraries that other options bring. */
const SELECTED = [
  'GLOB',
  'CRC16',
  'CRC7',
  'CRC8',
  'BITREVERSE',
  'XXHASH',
  'LZO_DECOMPRESS',
  'ZLIB_INFLATE',
  'REED_SOLOMON',
  'LRU_CACHE',
  'CLZ_TAB',
];

/** Adds an option to a Kconfig file, and code that asks for it. */
const option = (definition) => (walk) => {
  const name = `WALK_${walk.number}`;
  const kconfig = edited(
    walk,
    pick(walk.random, KCONFIGS),
    (text) => `${text}\nconfig ${name}\n${definition(walk)}`,
  );
  const code = edited(
    walk,
    pick(walk.random, walk.built.sources),
    (text) => `${text}${conditional(name, walk.number)}`,
  );
  if (kconfig === undefined || code === undefined) return undefined;
  const path = kconfig.note;
  const change = (later) =>
    edited(later, path, (text) =>
      text.replace(
        new RegExp(`(config ${name}\\n(?:\\t.*\\n)*?\\t(?:default|def_bool) )(\\w+)`),
        (_, before, value) => before + otherValue(value),
      ),
    );
  return {
    changes: { ...kconfig.changes, ...code.changes },
    note: `${path} ${name}`,
    later: ['default of an option', change],
  };
};

const conditional = (name, number) =>
  `\n#ifdef CONFIG_${name}\nstatic const int __attribute__((__used__)) walk_option_${number} = CONFIG_${name};\n#endif\n`;

const otherValue = (value) => ({ y: 'n', n: 'y' })[value] ?? String(Number(value) + 1);

const realDefault = (walk) => {
  const [name, from, to] = pick(walk.random, [
    ['PANIC_TIMEOUT', /default \d+/, `default ${walk.number}`],
    ['FRAME_WARN', /default \d+ if !64BIT\n/, `default ${4096 + walk.number} if !64BIT\n`],
  ]);
  return edited(walk, 'lib/Kconfig.debug', (text) => {
    const at = text.indexOf(`\nconfig ${name}\n`);
    return text.slice(0, at) + text.slice(at).replace(from, to);
  });
};

const makefileBeside = (walk) => join(dirname(pick(walk.random, walk.built.sources)), 'Makefile');

/** A line that every file of the target's kernel is made with, in one of two Makefiles. */
const flag = (path) => (walk) =>
  edited(walk, path(walk), (text) => {
    const more = pick(walk.random, [
      `-DWALK=${walk.number}`,
      '-fno-jump-tables',
      '-fno-inline-small-functions',
      '-fno-ipa-sra',
    ]);
    return text.replace(/^(KBUILD_CFLAGS\s*\+=.*)$/m, `$1\nKBUILD_CFLAGS += ${more}`);
  });

function addSyscall(walk) {
  const { path, abi } = walk.arch.syscalls;
  return edited(walk, path, (text) => {
    const numbers = [...text.matchAll(/^(\d+)\t/gm)].map(([, number]) => Number(number));
    return `${text.trimEnd()}\n${Math.max(...numbers) + 1}\t${abi}\twalk_${walk.number}\tsys_ni_syscall\n`;
  });
}

function toggleFragment(walk) {
  const file = walk.read(FRAGMENT);
  const name = pick(walk.random, walk.arch.toggles);
  if (file === undefined) return undefined;
  const isOn = file.text.includes(`${name}=y`);
  const others = file.text.split('\n').filter((line) => line !== '' && !line.includes(name));
  const text = `${[...others, isOn ? `# ${name} is not set` : `${name}=y`].join('\n')}\n`;
  return { changes: { [FRAGMENT]: { ...file, text } }, note: `${name} ${isOn ? 'off' : 'on'}` };
}

export const KBUILD = {
  'new option': option(() => '\tdef_bool y\n'),
  'new number option': option((walk) => `\tint\n\tdefault ${walk.number}\n`),
  'option that selects': option((walk) => `\tdef_bool y\n\tselect ${pick(walk.random, SELECTED)}\n`),
  'default of an option of Linux': realDefault,
  'flags of a folder': (walk) =>
    edited(
      walk,
      makefileBeside(walk),
      (text) =>
        `${text}\nccflags-y += ${pick(walk.random, [`-DWALK=${walk.number}`, '-fno-ipa-sra', '-O1'])}\n`,
    ),
  'flags of a folder and those below': (walk) =>
    edited(walk, makefileBeside(walk), (text) => `${text}\nsubdir-ccflags-y += -fno-ipa-cp\n`),
  'flags of a file': (walk) => {
    const path = pick(walk.random, walk.built.sources);
    const object = path.slice(path.lastIndexOf('/') + 1).replace(/c$/, 'o');
    return edited(walk, join(dirname(path), 'Makefile'), (text) => `${text}\nCFLAGS_${object} += -O1\n`);
  },
  'version of the kernel': (walk) =>
    edited(walk, 'Makefile', (text) => text.replace(/^(SUBLEVEL = )\d+/m, `$1${walk.number}`)),
  'flags of everything': flag(() => 'Makefile'),
  'flags of an architecture': flag((walk) => `arch/${walk.arch.folder}/Makefile`),
  'linker script': (walk) =>
    edited(walk, pick(walk.random, walk.arch.linkerScripts), (text) =>
      text.includes('HEAD_TEXT\n\tTEXT_TEXT') || !text.includes('_stext = .;')
        ? text.replace(/^(#define TEXT_TEXT\b.*\\\n)/m, `$1\t\t. = . + ${16 + walk.number * 4};\t\\\n`)
        : text.replace('_stext = .;', `. = . + ${16 + walk.number * 4};\n\t\t_stext = .;`),
    ),
  'fragment of the target': toggleFragment,
  'comment in a script': (walk) =>
    edited(
      walk,
      pick(walk.random, [
        'scripts/xz_wrap.sh',
        'scripts/link-vmlinux.sh',
        'scripts/mksysmap',
        'scripts/syscalltbl.sh',
      ]),
      (text) => `${text}\n# step ${walk.number}\n`,
    ),
  'script that no rule names': (walk) =>
    edited(walk, 'scripts/xz_wrap.sh', (text) =>
      text.replace(/dict=(\d+)MiB/, (_, size) => `dict=${Number(size) === 128 ? 1 : 128}MiB`),
    ),
  'program of the build': (walk) =>
    edited(
      walk,
      pick(walk.random, ['scripts/kallsyms.c', 'scripts/mod/modpost.c', 'scripts/basic/fixdep.c']),
      (text) => `${text}\n/* step ${walk.number} */\n`,
    ),
  'table of system calls': addSyscall,
  'device tree': (walk) =>
    edited(walk, pick(walk.random, walk.arch.deviceTrees), (text) =>
      text.replace('\n/ {\n', `\n/ {\n\twalk-${walk.number} = "step";\n`),
    ),
};
