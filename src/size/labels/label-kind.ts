/** What a label outside of all sections says by its name, as the kernel's linker scripts choose them. */

/**
 * `begin`: something begins, mostly the next section. `end`: something ends here. `thing`: it is the name of what lies
 * there, such as a page table. `none`: a value, not a place.
 */
export type LabelKind = 'begin' | 'end' | 'thing' | 'none';

/** The first rule that fits counts; include/asm-generic/vmlinux.lds.h and arch/*\/kernel/vmlinux.lds.S. */
const RULES: readonly (readonly [RegExp, LabelKind])[] = [
  // Base registers point into the middle of what they address, or beyond it.
  [/^(_gp|__gp|__global_pointer\$|\.TOC\.)$/, 'none'],
  // arch/arm64/kernel/vmlinux.lds.S: the label of a stack is where it is empty.
  [/^early_init_stack$/, 'end'],
  [/(^|_)(end|stop|limit)(_|$)/, 'end'],
  [/^_+e(text|data|rodata|inittext|exittext)/, 'end'],
  [/(^|_)(start|begin|base|lma|load)(_|$)/, 'begin'],
  [/^_*s?(text|data|rodata|inittext|exittext)$/, 'begin'],
];

export function labelKind(name: string): LabelKind {
  return RULES.find(([pattern]) => pattern.test(name))?.[1] ?? 'thing';
}

/** What `__start_notes` and `__stop_notes` have in common: `notes`. */
export function labelStem(name: string): string {
  const words = name.split('_').filter((word) => word !== '' && !MARKS.has(word));
  return words.join('_');
}

const MARKS: ReadonlySet<string> = new Set(['start', 'stop', 'begin', 'end', 'base', 'limit']);
