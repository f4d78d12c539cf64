import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Links two files of `count` sized symbols with names as long as a kernel's, of which some differ; returns their paths.
 * @param {string} folder
 * @param {number} count
 */
export function linkManySymbols(folder, count) {
  return ['old', 'new'].map((side) => {
    const source = join(folder, `${side}.s`);
    const object = join(folder, side);
    writeFileSync(source, assembler(count, side === 'old' ? 0 : 1));
    execFileSync('as', ['-o', `${object}.o`, source]);
    execFileSync('ld', ['-e', '0', '-o', object, `${object}.o`]);
    return object;
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
 * @param {number} count
 * @param {number} change
 */
function assembler(count, change) {
  const lines = [];
  for (let i = 0; i < count; i++) {
    const words = [i, i * 7, i * 31].map((n) => WORDS[n % WORDS.length]).join('_');
    const isFunction = i % 3 !== 0;
    const size = 4 + (i % 61) + (i % 100 === 0 ? change * 8 : 0);
    const name = `${words}_${i % 1000 === 1 ? `${change}_` : ''}${i}${i % 50 === 0 ? '.isra.0' : ''}`;
    lines.push(isFunction ? '.text' : '.data', ...(i % 4 === 0 ? [`.globl "${name}"`] : []));
    lines.push(`.type "${name}", ${isFunction ? '@function' : '@object'}`, `"${name}": .skip ${size}`);
    lines.push(`.size "${name}", ${size}`);
  }
  return `${lines.join('\n')}\n`;
}
