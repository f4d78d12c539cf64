/** `fs/` and `fs/ext4/` for `fs/ext4/inode.o`: all that a path is in or below, the outermost first. */
export function directoriesAbove(path: string): string[] {
  return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1));
}
