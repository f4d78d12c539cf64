/** What scripts/bloat-o-meter takes for a function and for data, by nm's letter. */

/** Which tables: one of everything, one of functions, one of data, or one for each category. */
export type DiffMode = 'all' | 'text' | 'data' | 'categories';

/** The kernel whose script is followed; since 6.6 it counts weak symbols (v, V, w, W). */
export type Compat = '6.1' | '6.12';

/** One table: the head of its first column and the letters that it counts. */
export interface LetterSet {
  readonly title: string;
  readonly letters: string;
}

const SETS: Readonly<Record<Compat, Readonly<Record<DiffMode, readonly LetterSet[]>>>> = {
  '6.1': {
    all: [{ title: 'Function', letters: 'tTdDbBrR' }],
    text: [{ title: 'Function', letters: 'tT' }],
    data: [{ title: 'Data', letters: 'dDbBrR' }],
    categories: [
      { title: 'Function', letters: 'tT' },
      { title: 'Data', letters: 'dDbB' },
      { title: 'RO Data', letters: 'rR' },
    ],
  },
  '6.12': {
    all: [{ title: 'Function', letters: 'tTdDbBrRvVwW' }],
    text: [{ title: 'Function', letters: 'tTwW' }],
    data: [{ title: 'Data', letters: 'dDbBrRvV' }],
    categories: [
      { title: 'Function', letters: 'tTwW' },
      { title: 'Data', letters: 'dDbBvV' },
      { title: 'RO Data', letters: 'rR' },
    ],
  },
};

/** The tables of a mode, in the order in which the script prints them (the calls of `print_result` at its end). */
export function letterSets(mode: DiffMode, compat: Compat): readonly LetterSet[] {
  return SETS[compat][mode];
}

/** Whether a letter, as a character code, is in a set. */
export function letterTest(letters: string): (letter: number) => boolean {
  const members = new Uint8Array(256);
  for (const letter of letters) members[letter.charCodeAt(0)] = 1;
  return (letter) => members[letter] === 1;
}
