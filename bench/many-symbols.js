import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Symbols of one object. */
const OBJECT_SIZE = 2500;

/**
 * Links two files of `count` sized symbols as a kernel has them: their names as long, some static and called the same in
 * each object, some of them clones; functions aligned, string literals. One symbol of a hundred grew, one of a thousand
 * has another name. Returns their paths.
 * @param {string} folder
 * @param {number} count
 */
export function linkManySymbols(folder, count) {
  return ['old', 'new'].map((side) => {
    const objects = join(folder, `${side}-objects`);
    mkdirSync(objects);
    const names = [];
    for (let first = 0; first < count; first += OBJECT_SIZE) {
      const name = `object-${first / OBJECT_SIZE}`;
      const end = Math.min(count, first + OBJECT_SIZE);
      writeFileSync(
        join(objects, `${name}.s`),
        assembler(name, { first, end, change: side === 'old' ? 0 : 1 }),
      );
      execFileSync('as', ['-o', `${name}.o`, `${name}.s`], { cwd: objects });
      names.push(`${name}.o`);
    }
    execFileSync('ld', ['-e', '0', '-o', join('..', side), ...names], { cwd: objects });
    rmSync(objects, { recursive: true });
    return join(folder, side);
  });
}

const WORDS = [
  'acpi',
  'clk',
  'drm',
  'ext4',
  'get',
  'init',
  'ioctl',
  'mlx5',
  'probe',
  'register',
  'tcp',
  'update',
];

/**
 * @param {string} object
 * @param {{ first: number, end: number, change: number }} symbols
 */
function assembler(object, { first, end, change }) {
  const lines = [`.file "${object}.c"`];
  for (let i = first; i < end; i++) {
    const isFunction = i % 3 !== 0;
    const size = 4 + (i % 61) + (i % 100 === 0 ? change * 8 : 0);
    const name = symbolName(i, change);
    const isGlobal = i % 4 === 0 && !name.startsWith('__func__');
    lines.push(isFunction ? '.text\n.p2align 4' : '.data', ...(isGlobal ? [`.globl "${name}"`] : []));
    lines.push(`.type "${name}", ${isFunction ? '@function' : '@object'}`, `"${name}": .skip ${size}`);
    lines.push(`.size "${name}", ${size}`);
    if (i % 10 === 0)
      lines.push('.section .rodata.str1.1,"aMS",@progbits,1', `.string "${name}: failed: %d"`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * @param {number} i
 * @param {number} change
 */
function symbolName(i, change) {
  if (i % 30 === 9) return `__func__.${i}`;
  const words = [i, i * 7, i * 31].map((n) => WORDS[n % WORDS.length]).join('_');
  return `${words}_${i % 1000 === 1 ? `${change}_` : ''}${i}${i % 50 === 0 ? '.isra.0' : ''}`;
}
