import { UserError } from './user-error.ts';

/** What the system refuses for reasons that lie outside of this program, and how to mend them. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room on it',
  EDQUOT: 'this user may not take more of the disk; make room on it',
  EFBIG: 'a file would be larger than this process may write; raise the limit (ulimit -f)',
  EROFS: 'the file system is read-only; use a folder that can be written',
  EACCES: 'this user may not; change the permissions, or run as a user who may',
  EPERM: 'this user may not; change the permissions, or run as a user who may',
  EMFILE: 'there are as many open files as a process may have; raise the limit (ulimit -n)',
  ENFILE: 'there are as many open files as the system may have; end some programs',
  EAGAIN: 'there are as many processes as this user may have; raise the limit (ulimit -u)',
  ENOMEM: 'memory is short; end some programs',
  ENAMETOOLONG: 'a name is longer than file systems allow; use shorter ones',
  ELOOP: 'there is a symbolic link that leads to itself; remove it',
  ENOTDIR: 'a part of the path is a file, expected a folder; remove it, or use another folder',
  EISDIR: 'there is a folder, expected a file; remove it, or use another name',
  ENOTEMPTY: 'somebody has put something there meanwhile; let nothing else work there',
  EEXIST: 'there is something already; let nothing else work there',
  ENOENT: 'it is gone, or was never there; let nothing else work there',
  EBUSY: 'something else uses it; end that',
  ETXTBSY: 'it is a program that runs; end that',
  EIO: 'the disk fails, or the machine that has it; look into the log of the system',
  ESTALE: 'the machine that has the files has changed them; try again',
};

/** The error that a person is told: a UserError as it is, and what the system has refused as one; undefined for a bug. */
export function userErrorOf(error: unknown): UserError | undefined {
  if (error instanceof UserError) return error;
  if (!(error instanceof Error)) return undefined;
  const { code = '', path, syscall, message } = error as NodeJS.ErrnoException;
  const words = syscall === undefined ? undefined : WORDS[code];
  if (words === undefined) return undefined;
  return new UserError(`${path ?? 'a file'}: ${words} (${message})`, { cause: error });
}
