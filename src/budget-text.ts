import { readFileSync } from 'node:fs';
import { UserError } from './user-error.ts';

/** The text of a budget file as it lies there. Throws a UserError where it cannot be read. */
export function readBudgetFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`the budget file ${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
