import { compareNames } from '../columns/compare-names.ts';
import type { KernelConfig } from '../kernel-config.ts';

/** One option that two resolved configurations do not have alike; `name` is without `CONFIG_`. */
export interface OptionChange {
  readonly name: string;
  /** As written in `.config`, `n` for "is not set"; `undefined` where the option is absent. */
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly kind: 'removed' | 'changed' | 'added';
}

/** Why an option has its value at head. Lines are counted from 1; files of Kconfig are relative to the tree. */
export type OptionCause =
  /** The last line for it in the requests says so. */
  | { readonly kind: 'fragment'; readonly file: string; readonly line: number }
  /** Options that are on and select it; those that changed too come first. */
  | { readonly kind: 'select'; readonly by: readonly string[] }
  | { readonly kind: 'imply'; readonly by: readonly string[] }
  /** Its `default` or `def_bool`, or the one of the choice that it is in. */
  | { readonly kind: 'default'; readonly file: string; readonly line: number }
  /** It is in the choice that starts there, which takes `takes`; for another reason than a request or a default. */
  | {
      readonly kind: 'choice';
      readonly file: string;
      readonly line: number;
      readonly takes: string | undefined;
    }
  /** No request, select, imply or default gives it a value: it is `n`, 0, empty or absent. */
  | { readonly kind: 'unset' }
  /** Absent, because these do not hold, as written and outermost first. */
  | { readonly kind: 'depends'; readonly on: readonly string[] }
  /** Absent, because the tree has no such option. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' };

const KINDS = ['removed', 'changed', 'added'] as const;

/**
 * What scripts/diffconfig of the kernel prints for two `.config`, in its order: removed, changed, added; each by name.
 * Left out are its rows `-NAME n` and `+NAME n`: an option that can or cannot be asked for any more, and costs nothing.
 */
export function diffConfigs(base: KernelConfig, head: KernelConfig): OptionChange[] {
  const names = [...new Set([...base.keys(), ...head.keys()])].toSorted(compareNames);
  const changes = names.flatMap((name) => changeOf(name, base.get(name), head.get(name)));
  return KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

function changeOf(name: string, base: string | undefined, head: string | undefined): OptionChange[] {
  if ((base ?? 'n') === (head ?? 'n')) return [];
  const kind = base === undefined ? 'added' : head === undefined ? 'removed' : 'changed';
  return [{ name, base, head, kind }];
}
