import type { AccountedDelta } from '../size/delta/accounted-delta.ts';
import type { Delta } from '../size/delta/delta.ts';
import type { PartDelta } from '../size/delta/part-delta.ts';
import { renderJson } from './json/json.ts';
import type { Report } from './report.ts';
import { mostChanged } from './tables/largest-rows.ts';

/** The most that a stored report may have in bytes of JSON: what reads it takes no more than 16 MiB. */
const STORED_BYTES = 15 * 1024 * 1024;

/** Rows of each table that are kept, from many to few. */
const RUNGS = [20_000, 5_000, 1_000, 200, 0] as const;

/** The report with as many of its largest rows as can be stored, and a note that says so where some are left out. */
export function shortened(report: Report, mostBytes = STORED_BYTES): Report {
  if (bytesOf(report) <= mostBytes) return report;
  const cut = RUNGS.map((rows) => withRows(report, rows));
  return cut.find((shorter) => bytesOf(shorter) <= mostBytes) ?? cut.at(-1)!;
}

function bytesOf(report: Report): number {
  return new TextEncoder().encode(renderJson(report)).length;
}

function withRows(report: Report, most: number): Report {
  const note = `the report was too large to be stored: its tables have the ${most} largest changes only`;
  const targets = report.targets.map((target) =>
    target.delta === undefined ? target : { ...target, delta: cutDelta(target.delta, most) },
  );
  return { ...report, targets, notes: [...report.notes, note] };
}

function cutDelta(delta: Delta, most: number): Delta {
  const { symbols, accounted, split, deviceTree } = delta;
  return {
    ...delta,
    symbols: symbols && { ...symbols, rows: mostChanged(symbols.rows, most) },
    accounted: accounted && cutAccounted(accounted, most),
    config: delta.config.slice(0, most),
    split:
      split?.kind === 'split'
        ? { kind: 'split', code: cutAccounted(split.code, most), kconfig: cutAccounted(split.kconfig, most) }
        : split,
    deviceTree: deviceTree && { ...deviceTree, rows: deviceTree.rows.slice(0, most) },
  };
}

/** Rows come by descending change already. */
function cutAccounted(accounted: AccountedDelta, most: number): AccountedDelta {
  return {
    ...accounted,
    rows: accounted.rows.slice(0, most),
    objects: changedMost(accounted.objects, most),
    directories: accounted.directories && changedMost(accounted.directories, most),
    subsystems: changedMost(accounted.subsystems, most),
  };
}

function changedMost<Part extends PartDelta>(parts: readonly Part[], most: number): Part[] {
  const change = ({ base, head }: PartDelta): number => Math.abs(head - base);
  return parts.toSorted((a, b) => change(b) - change(a)).slice(0, most);
}
