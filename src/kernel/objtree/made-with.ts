/**
 * What was made with files that are gone. Make does not see that a prerequisite is missing before 4.4, as kbuild calls
 * it (scripts/Kbuild.include, `.SECONDARY`).
 */
import { join } from 'node:path';
import { madeIn, readBoundedText } from '../kernel-file.ts';
import { noteFiles } from './cmd-files.ts';

/** Absolute paths of the notes in `output` that name a file of `gone`, absolute too, and of what they are about. */
export function madeWith(gone: ReadonlySet<string>, output: string): string[] {
  if (gone.size === 0) return [];
  const isGone = (word: string): boolean => gone.has(word.startsWith('/') ? word : join(output, word));
  const access = madeIn(output);
  return noteFiles(output).flatMap(({ parentPath, name }) => {
    const note = join(parentPath, name);
    if (!readBoundedText(note, 'note', access).split(/\s+/).some(isGone)) return [];
    const made = /^\.(.*)\.(cmd|d)$/.exec(name)?.[1];
    return made === undefined ? [note] : [note, join(parentPath, made)];
  });
}
