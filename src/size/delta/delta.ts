import { type SymbolDiff, diffSymbols } from '../bloat-o-meter/symbol-diff.ts';
import { type Compat, NEWEST_COMPAT, type ScriptRules, compatOf } from '../bloat-o-meter/symbol-letters.ts';
import { type DeviceTreeDelta, diffDeviceTrees } from '../device-tree/delta.ts';
import type { Measurement } from '../measurement.ts';
import { type SpanDelta, diffSpans } from '../metrics/address-spans.ts';
import type { Selector } from '../selectors/selector-sizes.ts';
import { type AccountedDelta, accountedDelta } from './accounted-delta.ts';
import { type OptionCause, type OptionChange, diffConfigs } from './config-delta.ts';
import { type MetricDelta, metricDeltas } from './metric-deltas.ts';
import { type PartDelta, bytesByName, pairParts } from './part-delta.ts';

/** Head minus base for one target. */
export interface Delta {
  readonly metrics: readonly MetricDelta[];
  /** Whether `image`, and `flash` with it, is the size of a compressor's output. */
  readonly isCompressed: boolean;
  /** All sections, in head's order, then those that only base has. */
  readonly sections: readonly PartDelta[];
  /** The table of scripts/bloat-o-meter, undefined where there is no base. */
  readonly symbols: SymbolDiff | undefined;
  /** Every byte by owner, undefined where there is no base. */
  readonly accounted: AccountedDelta | undefined;
  /** The image and the memory by section and gap; none where there is no base. */
  readonly spans: readonly SpanDelta[];
  /** Options that differ between the resolved `.config` files; none where there is no base, or a file is not at hand. */
  readonly config: readonly ExplainedOption[];
  /** The accounted delta in two: by the sources alone, then by the options; undefined where none differ. */
  readonly split: OptionSplit | undefined;
  /** The device tree blob by node, undefined where one side has none. */
  readonly deviceTree: DeviceTreeDelta | undefined;
}

/** An option and what gave it its value at head. */
export interface ExplainedOption extends OptionChange {
  readonly cause: OptionCause | undefined;
}

/** What is known of options that differ. */
export interface OptionExplanation {
  /** By the option's name. */
  readonly causes: ReadonlyMap<string, OptionCause>;
  /** Head's sources with base's options; undefined with a reason where they cannot be built so. */
  readonly likeBase: Measurement | undefined;
  readonly reason: string | undefined;
}

/** The two parts of an accounted delta, or why it could not be split. */
export type OptionSplit =
  | {
      readonly kind: 'split';
      readonly code: AccountedDelta;
      readonly kconfig: AccountedDelta;
      /** What the options cause, by option; undefined without link maps. */
      readonly options?: readonly PartDelta[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** Compares two kernels of one target, or describes head alone; `selectors` are the parts whose sizes are wanted. */
export function deltaOf(
  base: Measurement | undefined,
  head: Measurement,
  {
    options,
    selectors = [],
  }: { readonly options?: OptionExplanation | undefined; readonly selectors?: readonly Selector[] } = {},
): Delta {
  return {
    metrics: metricDeltas(base, head, selectors),
    isCompressed: head.isCompressed || base?.isCompressed === true,
    sections: pairParts(bytesByName(base?.sections ?? []), bytesByName(head.sections)),
    symbols:
      base && diffSymbols(base.symbols, head.symbols, { mode: 'all', compat: scriptOf(base, head) })[0],
    accounted: base && accountedBetween(base, head),
    spans: diffSpans(base?.spans ?? [], head.spans),
    config: explainedOptions(base, head, options),
    split: base && options && splitOf(base, head, options),
    deviceTree:
      base?.deviceTree && head.deviceTree ? diffDeviceTrees(base.deviceTree, head.deviceTree) : undefined,
  };
}

function explainedOptions(
  base: Measurement | undefined,
  head: Measurement,
  options: OptionExplanation | undefined,
): ExplainedOption[] {
  const changes = base?.config && head.config ? diffConfigs(base.config, head.config) : [];
  return changes.map((change) => Object.assign({ cause: options?.causes.get(change.name) }, change));
}

function accountedBetween(base: Measurement, head: Measurement): AccountedDelta {
  return accountedDelta(base.accounting, head.accounting, subsystemReader(base, head));
}

function splitOf(base: Measurement, head: Measurement, { likeBase, reason }: OptionExplanation): OptionSplit {
  if (likeBase === undefined) return { kind: 'failed', reason: reason ?? 'it was not built' };
  return {
    kind: 'split',
    code: accountedBetween(base, likeBase),
    kconfig: accountedBetween(likeBase, head),
  };
}

/** Head's MAINTAINERS decides, so that a change of that file moves no bytes. */
function subsystemReader(base: Measurement, head: Measurement): (object: string) => string {
  return (object) => head.subsystems.get(object) ?? base.subsystems.get(object) ?? '';
}

/** The kernel's own script, else that of its version, else the newest. */
function scriptOf(base: Measurement, head: Measurement): Compat | ScriptRules {
  if (head.script !== undefined) return head.script;
  const [own, other] = [head, base].map(({ provenance }) => compatOf(provenance.kernelVersion));
  return own ?? other ?? NEWEST_COMPAT;
}
