import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { type Files, type Repository, createRepository } from '../git/repository.ts';

const TOY = join(import.meta.dirname, 'toy-kernel');

/** A kernel that builds in a second: as much of kbuild and Kconfig as the tool calls for, in a repository. */
export interface ToyKernel extends Repository {
  /** The first commit. */
  readonly original: string;
}

/** Commits the toy in toy-kernel/, with more files or other ones; `at` is its folder in the repository. */
export async function createToyKernel(
  files: Files = {},
  { at = '.' }: { readonly at?: string } = {},
): Promise<ToyKernel> {
  const repository = await createRepository();
  await cp(TOY, join(repository.folder, at), { recursive: true });
  const moved = Object.entries(files).map(([path, text]) => [join(at, path), text] as const);
  return { ...repository, original: await repository.commit(Object.fromEntries(moved)) };
}

/** A budget file; JSON is YAML too. Each target is the toy on the machine's own compiler unless it says otherwise. */
export function budgetFile(targets: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Files {
  const written = Object.entries(targets).map(([name, target]) => [name, { ...TOY_TARGET, ...target }]);
  return { [BUDGET_FILE]: JSON.stringify({ targets: Object.fromEntries(written) }) };
}

const TOY_TARGET = { arch: 'x86', base: 'allnoconfig', image: 'bzImage' };

/** What adds a cleared variable to the toy, which costs RAM and nothing else; a multiple of 16 is not padded. */
export function variable(name: string, bytes: number): Files {
  return { [`drivers/${name}.c`]: `char ${name}[${bytes}] __attribute__((aligned(16)));\n` };
}
