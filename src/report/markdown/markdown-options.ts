/** Options that differ between the two configurations, once for all targets in which the same ones do. */
import type { Delta, OptionSplit } from '../../size/delta/delta.ts';
import { codeBlock, inertHtmlName } from '../inert/inert-text.ts';
import type { Report, TargetReport } from '../report.ts';
import { changeOf, configLines, splitLines } from '../words/cause-lines.ts';
import { notShown } from '../words/not-shown.ts';
import { nameLine, signed } from '../words/owner-words.ts';
import { fold } from './markdown-blocks.ts';

/** Of options, in an open section. */
const MOST_OPTIONS = 10;

/** Of targets that are named in a title, and that have a line in a table. */
const MOST_NAMES = 4;
const MOST_SPLITS = 20;

interface Group {
  readonly lines: readonly string[];
  readonly targets: TargetReport[];
}

/** A section for each set of options, above all tables: what an option brings, the symbols only show. */
export function* optionBlocks({ targets }: Report, rows: number): Generator<string> {
  const groups = new Map<string, Group>();
  for (const target of targets) {
    const { config } = target.delta ?? { config: [] };
    if (config.length === 0) continue;
    const lines = configLines(config, Math.min(rows, MOST_OPTIONS));
    const key = JSON.stringify([config.length, lines]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { lines, targets: [target] });
    else known.targets.push(target);
  }
  for (const group of groups.values()) yield optionBlock(group, targets.length);
}

function optionBlock({ lines, targets }: Group, all: number): string {
  const split = targets.length === 1 ? splitLines(targets[0]!.delta?.split) : splitTable(targets);
  const text = [...lines, ...(split.length === 0 ? [] : ['', ...split])].join('\n');
  return fold(`${whose(targets, all)}: options that differ in .config`, codeBlock(text), 'open');
}

function whose(targets: readonly TargetReport[], all: number): string {
  if (targets.length > 1 && targets.length === all) return `All ${all} targets`;
  const names = targets.slice(0, MOST_NAMES).map(({ target }) => inertHtmlName(target));
  const left = targets.length - names.length;
  return names.join(', ') + (left === 0 ? '' : ` and ${left} more`);
}

/** What each target's bytes are caused by. */
function splitTable(targets: readonly TargetReport[]): string[] {
  const known = targets.flatMap(({ target, delta }) => {
    const { split } = delta as Delta;
    return split === undefined ? [] : [{ name: nameLine(target), split }];
  });
  if (known.length === 0) return [];
  const shown = known.slice(0, MOST_SPLITS);
  const width = shown.reduce((widest, { name }) => Math.max(widest, name.length), 'caused by'.length);
  return [
    `${'caused by'.padEnd(width)}  ${'the code'.padStart(11)}  the options`,
    ...shown.map(({ name, split }) => `${name.padEnd(width)}  ${splitCells(split)}`),
    ...notShown(known.length - shown.length),
  ];
}

function splitCells(split: OptionSplit): string {
  if (split.kind === 'failed') return splitLines(split).join(' ');
  return [split.code, split.kconfig].map((part) => `${signed(changeOf(part))} B`.padStart(11)).join('  ');
}
