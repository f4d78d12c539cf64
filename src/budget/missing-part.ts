import {
  type Lacking,
  type SelectorSource,
  lackingFor,
  selectorNames,
  selectorSize,
  splitSelector,
} from '../size/selectors/selector-sizes.ts';
import type { MissingPart } from './missing-size.ts';
import { nearest } from './nearest.ts';
import { formatBytes } from './units.ts';

/** Both kernels; no base for a new target. */
export interface Kernels {
  readonly base: SelectorSource | undefined;
  readonly head: SelectorSource;
}

/** Why parts have no size and what to do: one reason for all that lack a link map, one for each that is not there. */
export function explainMissing(missing: readonly MissingPart[], kernels: Kernels): string[] {
  const lacking = (['link map', 'MAINTAINERS'] as const).flatMap((what) =>
    (['base', 'head'] as const).flatMap((side) => {
      const parts = missing.filter((one) => one.side === side && lackingOf(one, kernels) === what);
      return parts.length === 0 ? [] : [lackingReason(parts, what, side)];
    }),
  );
  const absent = missing.filter((one) => lackingOf(one, kernels) === undefined);
  return [...absent.map((one) => absentReason(one, kernels)), ...lacking];
}

function lackingOf({ name, side }: MissingPart, kernels: Kernels): Lacking | undefined {
  const kernel = kernels[side];
  return kernel && lackingFor(kernel, splitSelector(name).kind);
}

function lackingReason(parts: readonly MissingPart[], what: Lacking, side: MissingPart['side']): string {
  const names = parts.map(({ name }) => `"${name}"`).join(', ');
  const limits = parts.length > 1 ? 'limits on' : `${limitsOf(parts[0]!)} on`;
  if (what === 'MAINTAINERS') {
    return `the ${limits} ${names} cannot be judged without MAINTAINERS, which ${side} does not have`;
  }
  const why =
    side === 'head'
      ? "the kernel's configuration does not allow CONFIG_VMLINUX_MAP, which needs CONFIG_EXPERT=y; add it to a fragment, or give the maps of kernels that were built elsewhere"
      : 'the configuration of base did not allow CONFIG_VMLINUX_MAP, so that nothing says what this change adds';
  return `the ${limits} ${names} cannot be judged without a link map: ${why}`;
}

function absentReason(missing: MissingPart, kernels: Kernels): string {
  const before = kernels.base && selectorSize(kernels.base, missing.name);
  const what = `nothing matches the ${limitsOf(missing)} "${missing.name}"`;
  if (before !== undefined) return `${what} any more: base has ${formatBytes(before)} of it`;
  const near = nearestPart(missing, kernels.head);
  return near === undefined ? what : `${what}; did you mean "${near}"?`;
}

function limitsOf({ limits }: MissingPart): string {
  return limits.join(' and the ');
}

function nearestPart(missing: MissingPart, head: SelectorSource): string | undefined {
  const { kind, name } = splitSelector(missing.name);
  const near = nearest(name, selectorNames(head, kind));
  return near === undefined ? undefined : `${kind}:${near}`;
}
