import { subsystemFinder } from '../../size/maintainers/find-subsystem.ts';
import { type Subsystem, parseMaintainers } from '../../size/maintainers/parse-maintainers.ts';
import { readSourceFile, sourceFileOf } from './source-file.ts';

/** The subsystem of each object, such as `FILESYSTEMS (VFS and infrastructure) <list>`; objects without one are left out. */
export type SubsystemReader = (
  objects: readonly string[],
) => ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>;

/** No object has a subsystem where no tree is at hand. */
export const NO_SUBSYSTEMS: SubsystemReader = () => new Map();

/**
 * Subsystems by the MAINTAINERS file of a kernel tree; a tree without one has none. The file is read when it is first
 * asked for, then no more: what is checked out must stay the same.
 */
export function openSubsystems(source: string): SubsystemReader {
  let nameOf: ((object: string) => string | undefined) | undefined;
  return (objects) => {
    nameOf ??= subsystemNames(source);
    const ofObject = new Map<string, string>();
    for (const object of objects) {
      const name = nameOf(object);
      if (name !== undefined) ofObject.set(object, name);
    }
    return ofObject;
  };
}

/** Looks each object up once: targets have most of theirs in common. */
function subsystemNames(source: string): (object: string) => string | undefined {
  const text = readSourceFile(source, 'MAINTAINERS');
  if (text === undefined) return () => undefined;
  const find = subsystemFinder(parseMaintainers(text));
  const known = new Map<string, string | undefined>();
  return (object) => {
    if (!object.includes('/')) return undefined;
    if (!known.has(object)) known.set(object, nameWithList(find(sourceFileOf(source, object) ?? object)));
    return known.get(object);
  };
}

function nameWithList(subsystem: Subsystem | undefined): string | undefined {
  if (subsystem?.list === undefined) return subsystem?.name;
  return `${subsystem.name} <${subsystem.list}>`;
}
