/**
 * `npm run bench`: what a check and a diff cost, as ratios taken in one run on one machine. Prints figures and asserts
 * nothing. Needs what `npm test` installs. `VMLINUX="OLD NEW"` takes two kernels for the diff.
 */
import { benchCheck } from './check.js';
import { benchDiff } from './diff.js';
import { describeMachine } from './machine.js';

process.stdout.write(`${describeMachine()}\n\n`);
process.stdout.write(`${await benchDiff(process.env['VMLINUX']?.split(' '))}\n`);
if (!process.argv.includes('--diff-only')) process.stdout.write(`${await benchCheck()}\n`);
