/** Steps in which a file takes the place of another: of its name, of one that the build makes, by a link. */
import { basename } from 'node:path';
import { edited, mark } from './edits.js';
import { pick } from './random.js';

const regular = (text) => ({ mode: '100644', text });

/** A header that is found before another of its name, and its removal later. */
const shadowing = (choose) => (walk) => {
  const chosen = choose(walk);
  if (chosen === undefined || walk.read(chosen.path) !== undefined) return undefined;
  const remove = (later) =>
    later.read(chosen.path) === undefined
      ? undefined
      : { changes: { [chosen.path]: null }, note: chosen.path };
  return {
    changes: { [chosen.path]: regular(chosen.text) },
    note: chosen.path,
    later: ['header that shadows, removed', remove],
  };
};

const shadowWrapper = shadowing((walk) => {
  const name = pick(walk.random, walk.built.wrappers);
  const guard = `_WALK_${walk.number}_H`;
  const text = `#ifndef ${guard}\n#define ${guard}\n#include <asm-generic/${name}>\n${mark(`walk_shadow_${walk.number}`, 1)}#endif\n`;
  return { path: `arch/${walk.arch.folder}/include/asm/${name}`, text };
});

const shadowInclude = shadowing((walk) => {
  const found = walk.built.headers.filter(([path, users]) => path.startsWith('include/linux/') && users > 3);
  const path = pick(walk.random, found)?.[0];
  if (path === undefined || walk.read(path) === undefined) return undefined;
  const text = `#include_next <${path.slice('include/'.length)}>\n#ifndef WALK_${walk.number}\n#define WALK_${walk.number}\n`;
  return {
    path: `arch/${walk.arch.folder}/${path}`,
    text: `${text}${mark(`walk_shadow_${walk.number}`, 2)}#endif\n`,
  };
});

const shadowMade = shadowing((walk) => {
  const { path, of } = pick(walk.random, walk.arch.shadows);
  const made = walk.made(of);
  if (made === undefined) return undefined;
  const text = made.includes('__SYSCALL(')
    ? made.replace(/(__SYSCALL\(30, )\w+/, '$1sys_ni_syscall')
    : made + mark(`walk_shadow_${walk.number}`, 3);
  return { path, text };
});

/** Commits a file that a rule makes in the place of that rule, and takes both back later. */
function takeMadeName(walk) {
  const { path, makefile } = pick(walk.random, walk.arch.generated);
  const made = walk.made(path);
  const rules = walk.read(makefile);
  if (made === undefined || rules === undefined || walk.read(path) !== undefined) return undefined;
  const target = basename(path).replace('.', '\\.');
  const rule = new RegExp(`^\\$\\(obj\\)/${target}:.*\\n(\\t.*\\n?)+`, 'm');
  const text = walk.random() < 0.7 ? rules.text.replace(rule, '') : rules.text;
  const changed = path.endsWith('.h')
    ? made.replace(/0x[0-9a-f]{8}/, '0x12345678')
    : made + mark(`walk_made_${walk.number}`, 4);
  const back = (later) =>
    later.read(path) === undefined ? undefined : { changes: { [path]: null, [makefile]: rules }, note: path };
  return {
    changes: { [path]: regular(changed), [makefile]: { ...rules, text } },
    note: `${path}${text === rules.text ? ', rule kept' : ''}`,
    later: ['source with a made file’s name, removed', back],
  };
}

function addLink(walk) {
  const user = pick(walk.random, walk.built.sources);
  const [one, other] = [1, 2].map((value) => `include/linux/walk-${walk.number}-${value}.h`);
  const link = `include/linux/walk-${walk.number}.h`;
  const step = edited(walk, user, (text) => `#include <linux/walk-${walk.number}.h>\n${text}`);
  if (step === undefined || one === undefined || other === undefined) return undefined;
  const changes = {
    ...step.changes,
    [one]: regular(mark(`walk_link_${walk.number}`, 1)),
    [other]: regular(mark(`walk_link_${walk.number}`, 2)),
    [link]: { mode: '120000', text: basename(one) },
  };
  const turn = (later) =>
    later.read(link) === undefined
      ? undefined
      : { changes: { [link]: { mode: '120000', text: basename(other) } }, note: link };
  return { changes, note: link, later: ['link changed', turn] };
}

export const SHADOWS = {
  'header that shadows a wrapper': shadowWrapper,
  'header that shadows another': shadowInclude,
  'header that shadows a made one': shadowMade,
  'source with a made file’s name': takeMadeName,
  'new link': addLink,
};
