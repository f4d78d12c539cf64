import { openRegularFile } from '../../files/regular-file.ts';

/** Bytes; one with a thousand targets has a tenth of that. */
const LARGEST = 4 * 1024 * 1024;

/** The text of a budget file as it lies there. Throws a UserError where it cannot be read, or is no regular file. */
export function readBudgetFile(path: string): string {
  using source = openRegularFile(path, {
    what: 'targets and limits in YAML',
    instead: 'the budget file',
    largest: LARGEST,
    links: 'followed',
    name: `the budget file ${path}`,
  });
  return Buffer.from(source.read(0, source.size)).toString('utf8');
}
