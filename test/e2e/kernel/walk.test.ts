import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSoak } from '../../support/soak.ts';

const WALK = join(import.meta.dirname, '../../../bench/walk.js');

/** Kinds of steps that go on in a build folder, and are wrong where only times are looked at. */
const KINDS = [
  'header that shadows another',
  ...(isSoak() ? ['rename a source', 'delete a source, keep its line'] : []),
];

/** How each step of the walk has to end; the header that shadows another goes again. */
const ENDS = new Map([
  ['first commit', 'same'],
  ['header that shadows another', 'same'],
  ['header that shadows, removed', 'same'],
  ...(isSoak()
    ? ([
        ['rename a source', 'same'],
        ['delete a source, keep its line', 'both fail'],
      ] as const)
    : []),
]);

test('a walk between commits of Linux builds at each of them what a clean build does', () => {
  const folder = join(process.env['KSB_CACHE'] ?? '', 'tests/walk');
  const only = `^(${KINDS.join('|')})$`;
  const walk = (...args: readonly string[]) =>
    spawnSync(process.execPath, [WALK, '--seed', '1', '--only', only, '--folder', folder, ...args], {
      encoding: 'utf8',
    }).stdout;
  // Stopped after its second step, it goes on as one that was not.
  const stdout = walk('--steps', '2') + walk('--steps', String(ENDS.size - 1), '--resume');
  const lines = stdout.trimEnd().split('\n');
  const ends = lines.map((line) => {
    const [, name = '', end = ''] = /^ *\d+ (.*?) \(.*, (same|both fail)( \(.*\))?$/.exec(line) ?? [];
    return [name, end] as const;
  });
  expect(new Map(ends)).toEqual(ENDS);
});
