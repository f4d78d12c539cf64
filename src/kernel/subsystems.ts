import { type Subsystem, parseMaintainers } from '../size/maintainers.ts';
import { subsystemFinder } from '../size/subsystem.ts';
import { readSourceFile, sourceFileOf } from './source-file.ts';

/**
 * The subsystem of each object, such as `FILESYSTEMS (VFS and infrastructure) <list>`, by the MAINTAINERS file of a
 * kernel tree; a tree without one has no subsystems.
 */
export async function findSubsystems(
  source: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const text = readSourceFile(source, 'MAINTAINERS');
  const ofObject = new Map<string, string>();
  if (text === undefined) return ofObject;
  const find = subsystemFinder(parseMaintainers(text));
  for (const object of objects) {
    if (!object.includes('/')) continue;
    const subsystem = find(sourceFileOf(source, object) ?? object);
    if (subsystem !== undefined) ofObject.set(object, nameWithList(subsystem));
  }
  return ofObject;
}

function nameWithList({ name, list }: Subsystem): string {
  return list === undefined ? name : `${name} <${list}>`;
}
