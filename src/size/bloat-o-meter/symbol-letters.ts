/** What scripts/bloat-o-meter takes for a function and for data, by nm's letter, and which symbols it leaves out. */

/** Which tables: one of everything, one of functions, one of data, or one for each category. */
export type DiffMode = 'all' | 'text' | 'data' | 'categories';

/** The kernels with whose script the rules changed, oldest first. */
export const COMPATS = ['6.1', '6.12', '7.2'] as const;

/** The kernel whose script is followed. */
export type Compat = (typeof COMPATS)[number];

export const NEWEST_COMPAT: Compat = '7.2';

/** One table: the head of its first column and the letters that it counts. */
export interface LetterSet {
  readonly title: string;
  readonly letters: string;
}

/** All that two versions of the script can differ in. */
export interface ScriptRules {
  /** In the order in which the script prints them (the calls of `print_result` at its end). */
  readonly tables: Readonly<Record<DiffMode, readonly LetterSet[]>>;
  /** What a name that is left out begins with, or is, before the numbers of clones are taken away. */
  readonly ignoredPrefixes: readonly string[];
  readonly ignoredNames: readonly string[];
}

const PREFIXES = ['__mod_', '__se_sys', '__se_compat_sys', '__addressable_'];
const NAMES = ['linux_banner', 'vermagic'];

const STRONG: ScriptRules['tables'] = {
  all: [{ title: 'Function', letters: 'tTdDbBrR' }],
  text: [{ title: 'Function', letters: 'tT' }],
  data: [{ title: 'Data', letters: 'dDbBrR' }],
  categories: [
    { title: 'Function', letters: 'tT' },
    { title: 'Data', letters: 'dDbB' },
    { title: 'RO Data', letters: 'rR' },
  ],
};

/** Weak symbols too (v, V, w, W). */
const WEAK: ScriptRules['tables'] = {
  all: [{ title: 'Function', letters: 'tTdDbBrRvVwW' }],
  text: [{ title: 'Function', letters: 'tTwW' }],
  data: [{ title: 'Data', letters: 'dDbBrRvV' }],
  categories: [
    { title: 'Function', letters: 'tTwW' },
    { title: 'Data', letters: 'dDbBvV' },
    { title: 'RO Data', letters: 'rR' },
  ],
};

const RULES: Readonly<Record<Compat, ScriptRules>> = {
  '6.1': { tables: STRONG, ignoredPrefixes: PREFIXES, ignoredNames: NAMES },
  '6.12': { tables: WEAK, ignoredPrefixes: PREFIXES, ignoredNames: NAMES },
  '7.2': {
    tables: WEAK,
    // The linker gives these marks the size of what comes after them.
    ignoredPrefixes: [...PREFIXES, '__noinstr_text_start', '_sdata'],
    ignoredNames: NAMES,
  },
};

export function scriptRules(compat: Compat): ScriptRules {
  return RULES[compat];
}

/** Since when kernels have such a script, newest first. */
const SINCE: readonly { readonly version: readonly [number, number]; readonly compat: Compat }[] = [
  { version: [7, 0], compat: '7.2' },
  { version: [6, 6], compat: '6.12' },
  { version: [0, 0], compat: '6.1' },
];

/** The script that a kernel of a version such as `6.12.117` has; undefined for what is no version. */
export function compatOf(kernelVersion: string): Compat | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernelVersion) ?? [];
  if (major === undefined) return undefined;
  const [x, y] = [Number(major), Number(minor)];
  return SINCE.find(({ version: [a, b] }) => x > a || (x === a && y >= b))?.compat;
}

/** Whether a letter, as a character code, is in a set. */
export function letterTest(letters: string): (letter: number) => boolean {
  const members = new Uint8Array(256);
  for (const letter of letters) members[letter.charCodeAt(0)] = 1;
  return (letter) => members[letter] === 1;
}
