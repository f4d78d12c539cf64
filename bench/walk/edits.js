/** Steps that change what sources and headers say. */
import { pick } from './random.js';

/**
 * Changes the text of a file of the tip; undefined where it is not there or stays as it is.
 * @param {import('./walk.js').Walk} walk
 * @param {string | undefined} path
 * @param {(text: string) => string} edit
 */
export function edited(walk, path, edit) {
  const file = path === undefined ? undefined : walk.read(path);
  if (path === undefined || file === undefined || file.mode === '120000') return undefined;
  const text = edit(file.text);
  return text === file.text ? undefined : { changes: { [path]: { ...file, text } }, note: path };
}

const source = (walk) => pick(walk.random, walk.built.sources);

/** Headers that at least `from` and at most `to` of the sources include. */
const header = (walk, from, to) => {
  const count = walk.built.sources.length;
  const found = walk.built.headers.filter(([, users]) => users >= from * count && users <= to * count);
  return pick(walk.random, found)?.[0];
};

/** Data of every object that includes it; assembly and linker scripts are left alone. */
export const mark = (name, value) =>
  `\n#if !defined(__ASSEMBLY__) && !defined(LINKER_SCRIPT) && !defined(__DTS__)\n` +
  `static const int __attribute__((__used__)) ${name} = ${value};\n#endif\n`;

/** Puts text in front of the last `#endif`, which ends the guard of a header. */
const inGuard = (text, more) => {
  const end = text.lastIndexOf('\n#endif');
  return end < 0 ? text + more : text.slice(0, end + 1) + more + text.slice(end + 1);
};

export const EDITS = {
  'function body': (walk) =>
    edited(walk, source(walk), (text) =>
      text.replace(/\)\n\{\n(?!\s*asm)/, ')\n{\n\tasm volatile("nop");\n'),
    ),
  string: (walk) =>
    edited(walk, source(walk), (text) => {
      const name = `walk_text_${walk.number}`;
      return `${text}\nstatic const char __attribute__((__used__)) ${name}[] = "step ${walk.number}";\n`;
    }),
  'static function': (walk) =>
    edited(walk, source(walk), (text) => {
      const name = `walk_function_${walk.number}`;
      return `${text}\nstatic int __attribute__((__used__)) ${name}(int x)\n{\n\treturn x * ${walk.number + 3};\n}\n`;
    }),
  'comment in a source': (walk) => edited(walk, source(walk), (text) => `/* step ${walk.number} */\n${text}`),
  'comment in a header': (walk) =>
    edited(walk, header(walk, 0.05, 0.6), (text) => `/* step ${walk.number} */\n${text}`),
  'header included everywhere': (walk) =>
    edited(walk, header(walk, 0.75, 1), (text) =>
      inGuard(text, mark(`walk_everywhere_${walk.number}`, walk.number)),
    ),
  'header included by some': (walk) =>
    edited(walk, header(walk, 0.02, 0.3), (text) =>
      inGuard(text, mark(`walk_some_${walk.number}`, walk.number)),
    ),
  'header included by few': (walk) =>
    edited(walk, header(walk, 0.001, 0.02), (text) =>
      inGuard(text, mark(`walk_few_${walk.number}`, walk.number)),
    ),
  'assembly source': (walk) =>
    edited(
      walk,
      pick(walk.random, walk.built.assembly),
      (text) => `${text}\n.section .rodata\n.byte ${walk.number % 256}\n`,
    ),
  'document and unbuilt source': (walk) => ({
    changes: {
      'Documentation/walk.rst': { mode: '100644', text: `Step ${walk.number}\n` },
      'drivers/net/walk-unbuilt.c': { mode: '100644', text: `int walk_${walk.number};\n` },
    },
    note: 'nothing that is built',
  }),
};
