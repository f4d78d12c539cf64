/** Steps that let files come, go and move. */
import { basename, dirname, join } from 'node:path';
import { edited } from './edits.js';
import { pick } from './random.js';

const regular = (text) => ({ mode: '100644', text });

/** A built source whose object one line of the Makefile beside it names. */
function listedSource(walk) {
  for (let attempt = 0; attempt < 30; attempt++) {
    const path = pick(walk.random, walk.built.sources);
    const makefile = join(dirname(path), 'Makefile');
    const text = walk.read(makefile)?.text;
    const file = walk.read(path);
    const object = basename(path).replace(/c$/, 'o');
    const named = text?.split(/[\s:=]+/).filter((word) => word === object).length;
    if (file?.mode === '100644' && named === 1) return { path, file, makefile, object, lines: text ?? '' };
  }
  return undefined;
}

function addSource(walk) {
  const folder = pick(walk.random, ['kernel', 'lib', 'mm', 'fs', 'drivers/base', 'init']);
  const name = `walk-added-${walk.number}`;
  const makefile = walk.read(`${folder}/Makefile`);
  if (makefile === undefined) return undefined;
  const text = `#include <linux/kernel.h>\nconst char walk_added_${walk.number}[] = "a string of ${name}";\n`;
  const changes = {
    [`${folder}/${name}.c`]: regular(`${text}int walk_number_${walk.number} = ${walk.number};\n`),
    [`${folder}/Makefile`]: { ...makefile, text: `${makefile.text}\nobj-y += ${name}.o\n` },
  };
  return { changes, note: `${folder}/${name}.c`, later: ['delete a source', removing(changes, makefile)] };
}

/** Takes what was added away again; the line of the Makefile goes too. */
function removing(changes, makefile) {
  return (walk) => {
    const paths = Object.keys(changes).filter((path) => walk.read(path) !== undefined);
    const gone = Object.fromEntries(paths.map((path) => [path, null]));
    const at = paths.find((path) => path.endsWith('/Makefile'));
    if (paths.length < Object.keys(changes).length || at === undefined) return undefined;
    const added = changes[at].text.slice(makefile.text.length);
    const text = walk.read(at).text.replace(added, '');
    return { changes: { ...gone, [at]: { ...makefile, text } }, note: paths.join(' ') };
  };
}

function renameSource(walk) {
  const found = listedSource(walk);
  if (found === undefined) return undefined;
  const { path, file, makefile, object, lines } = found;
  const renamed = `walk-${walk.number}-${basename(path)}`;
  const text = lines.replaceAll(
    new RegExp(`(^|[\\s=_])${object.replace('.', '\\.')}(?=$|[\\s:=])`, 'gm'),
    (whole, before) => whole.replace(object, before === '_' ? object : renamed.replace(/c$/, 'o')),
  );
  const changes = {
    [path]: null,
    [join(dirname(path), renamed)]: file,
    [makefile]: { mode: '100644', text },
  };
  return { changes, note: `${path} -> ${renamed}` };
}

/** The headers beside a source, which only it includes, so that the rest need not be rewritten. */
function renameHeader(walk) {
  const users = walk.built.sources.filter((path) => /^#include ".*\.h"$/m.test(walk.read(path)?.text ?? ''));
  for (let attempt = 0; attempt < 30; attempt++) {
    const path = pick(walk.random, users);
    const [, name] = /^#include "([^"/]*\.h)"$/m.exec(walk.read(path)?.text ?? '') ?? [];
    const header = join(dirname(path), name ?? '');
    const file = name === undefined ? undefined : walk.read(header);
    if (file?.mode !== '100644') continue;
    const renamed = `walk-${walk.number}-${name}`;
    const includers = walk.built.sources.filter((other) => dirname(other) === dirname(path));
    const rewritten = includers.flatMap((other) => {
      const step = edited(walk, other, (text) =>
        text.replaceAll(`#include "${name}"`, `#include "${renamed}"`),
      );
      return step === undefined ? [] : Object.entries(step.changes);
    });
    return {
      changes: { ...Object.fromEntries(rewritten), [header]: null, [join(dirname(path), renamed)]: file },
      note: header,
    };
  }
  return undefined;
}

function addFolder(walk) {
  const folder = `drivers/walk-${walk.number}`;
  const makefile = walk.read('drivers/Makefile');
  if (makefile === undefined) return undefined;
  const changes = {
    [`${folder}/Makefile`]: regular('obj-y += folder.o\nccflags-y += -DWALK_FOLDER=1\n'),
    [`${folder}/folder.c`]: regular(`int walk_folder_${walk.number} = WALK_FOLDER;\n`),
    'drivers/Makefile': { ...makefile, text: `${makefile.text}\nobj-y += walk-${walk.number}/\n` },
  };
  const remove = (later) => {
    const now = later.read('drivers/Makefile');
    if (later.read(`${folder}/folder.c`) === undefined || now === undefined) return undefined;
    const text = now.text.replace(`\nobj-y += walk-${walk.number}/\n`, '');
    return {
      changes: {
        [`${folder}/Makefile`]: null,
        [`${folder}/folder.c`]: null,
        'drivers/Makefile': { ...now, text },
      },
      note: folder,
    };
  };
  return { changes, note: folder, later: ['delete a folder', remove] };
}

function changeMode(walk) {
  const path = pick(walk.random, walk.built.sources);
  const file = walk.read(path);
  if (file === undefined || file.mode === '120000') return undefined;
  return { changes: { [path]: { ...file, mode: file.mode === '100644' ? '100755' : '100644' } }, note: path };
}

/** Includes data as it is: of that the compiler notes nothing. */
function addData(walk) {
  const makefile = walk.read('kernel/Makefile');
  if (makefile === undefined) return undefined;
  const [name, data] = [`walk-data-${walk.number}`, `include/walk-${walk.number}.bin`];
  const changes = {
    [`kernel/${name}.S`]: regular(`.section .rodata\n.incbin "walk-${walk.number}.bin"\n`),
    [data]: regular('first content\n'),
    'kernel/Makefile': { ...makefile, text: `${makefile.text}\nobj-y += ${name}.o\n` },
  };
  const change = (later) =>
    later.read(data) === undefined
      ? undefined
      : { changes: { [data]: regular('other content\n') }, note: data };
  return { changes, note: data, later: ['data that a source includes', change] };
}

export const FILES = {
  'new source': addSource,
  'rename a source': renameSource,
  'rename a header': renameHeader,
  'new folder': addFolder,
  'mode of a source': changeMode,
  'new data': addData,
  'delete a source, keep its line': (walk) => {
    const found = listedSource(walk);
    return found && { changes: { [found.path]: null }, note: found.path };
  },
  'delete a header that is included': (walk) => {
    const few = walk.built.headers.filter(([path, users]) => users < 5 && walk.read(path) !== undefined);
    const path = pick(walk.random, few)?.[0];
    return path === undefined ? undefined : { changes: { [path]: null }, note: path };
  },
  'source that does not compile': (walk) =>
    edited(walk, pick(walk.random, walk.built.sources), (text) => `${text}\n#error step ${walk.number}\n`),
  'source that does not link': (walk) =>
    edited(
      walk,
      'init/main.c',
      (text) =>
        `${text}\nextern int walk_gone_${walk.number};\nint *walk_refers_${walk.number} = &walk_gone_${walk.number};\n`,
    ),
};
