/** How deep folders are told apart; 13 in Linux. A path in a report or a map may be a stranger's, all of slashes. */
const MOST_FOLDERS = 16;

/** `fs/` and `fs/ext4/` for `fs/ext4/inode.o`: all that a path is in or below, the outermost first. */
export function directoriesAbove(path: string): string[] {
  const folders: string[] = [];
  for (
    let end = path.indexOf('/');
    end !== -1 && folders.length < MOST_FOLDERS;
    end = path.indexOf('/', end + 1)
  ) {
    folders.push(path.slice(0, end + 1));
  }
  return folders;
}
