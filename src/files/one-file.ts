import { statSync } from 'node:fs';

/** Whether two paths lead to one file, through links or mounts too; not where one cannot be looked at. */
export function isOneFile(a: string, b: string): boolean {
  try {
    const [one, two] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
    return one.dev === two.dev && one.ino === two.ino;
  } catch {
    return false;
  }
}
