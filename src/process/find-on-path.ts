import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The path of a program by its name and PATH, undefined where there is none; a folder relative to the tree is no place. */
export function findOnPath(command: string, path: string): string | undefined {
  const places = isAbsolute(command)
    ? [command]
    : path
        .split(delimiter)
        .filter((folder) => isAbsolute(folder))
        .map((folder) => join(folder, command));
  return places.find((place) => isExecutable(place));
}

function isExecutable(path: string): boolean {
  try {
    // Most places have no such file, and an error takes its time.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
