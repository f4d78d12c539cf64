import type { z } from 'zod';
import { targetSchema } from './budget-schema.ts';
import { isRecord } from './record.ts';
import { type WrittenFragment, fragmentSchema } from './written-fragment.ts';

/**
 * The parts of a target that are sound by themselves though others may not be, so that a bad size does not hide
 * a missing fragment.
 */
export interface SoundParts {
  readonly extends: string | undefined;
  readonly arch: string | undefined;
  readonly base: string | undefined;
  readonly fragments: readonly PlacedFragment[];
  readonly dtb: string | undefined;
  /** Names of make variables. */
  readonly make: readonly string[];
  /** Names of limits, whatever they are worth. */
  readonly limits: readonly { readonly key: 'budgets' | 'growth'; readonly name: string }[];
}

/** A fragment and its place in the list as it is written. */
interface PlacedFragment {
  readonly index: number;
  readonly fragment: WrittenFragment;
}

/** Reads what is sound in a target, whatever the value is. */
export function soundParts(target: unknown): SoundParts {
  const keys = isRecord(target) ? target : {};
  const { shape } = targetSchema;
  const list: readonly unknown[] = Array.isArray(keys['fragments']) ? keys['fragments'] : [];
  return {
    extends: sound(shape.extends, keys['extends']),
    arch: sound(shape.arch, keys['arch']),
    base: sound(shape.base, keys['base']),
    fragments: list.flatMap((item, index) => {
      const fragment = sound(fragmentSchema, item);
      return fragment === undefined ? [] : [{ index, fragment }];
    }),
    dtb: sound(shape.dtb, keys['dtb']),
    make: isRecord(keys['make']) ? Object.keys(keys['make']) : [],
    limits: (['budgets', 'growth'] as const).flatMap((key) => {
      const limits = keys[key];
      return isRecord(limits) ? Object.keys(limits).map((name) => ({ key, name })) : [];
    }),
  };
}

function sound<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  return schema.safeParse(value).data;
}
