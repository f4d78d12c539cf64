/** Where the command line keeps builds of a test's kernel, and how much is there. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../git/repository.ts';

export const cacheOf = (kernel: Repository): string => join(kernel.beside('cache'), 'kernel-size-budget');
export const workspacesOf = (kernel: Repository): string[] =>
  readdirSync(cacheOf(kernel)).filter((name) => name !== 'store');

/** As `du` counts them. */
export const bytesIn = (...paths: readonly string[]): number =>
  execFileSync('du', ['-sbc', ...paths], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => Number.parseInt(line, 10))
    .at(-1)!;
