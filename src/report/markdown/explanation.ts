import type { SymbolRow } from '../../size/bloat-o-meter/symbol-diff.ts';
import type { ExplainedOption } from '../../size/delta/delta.ts';
import type { OwnerRow } from '../../size/delta/owner-rows.ts';
import type { PartDelta } from '../../size/delta/part-delta.ts';
import { codeBlock, codeSpan, inertHtmlName } from '../inert/inert-text.ts';
import type { Report, TargetReport } from '../report.ts';
import { ownerLines, renderParts } from '../tables/accounted-table.ts';
import { bloatLine } from '../tables/bloat-o-meter.ts';
import { configLines } from '../words/cause-lines.ts';
import { nameLine, signed } from '../words/owner-words.ts';
import { fold } from './markdown-blocks.ts';

/** What a report knows of one symbol, object, folder or option, as markdown; undefined where it knows nothing. */
export function explain(report: Report, name: string, most: number): string | undefined {
  const parts = report.targets.flatMap((target) => {
    const text = explainIn(target, name, most);
    return text === undefined ? [] : [fold(inertHtmlName(target.target), codeBlock(text), 'open')];
  });
  if (parts.length === 0) return undefined;
  return [`What ${codeSpan(name, 'paragraph')} has to do with this change:`, ...parts].join('\n\n');
}

function explainIn({ delta }: TargetReport, name: string, most: number): string | undefined {
  if (delta === undefined) return undefined;
  const { accounted, config, symbols } = delta;
  const named = (symbols?.rows ?? []).filter((row) => row.name === name);
  const options = config.filter((option) => isOption(option, name));
  const rows = (accounted?.rows ?? []).filter((row) => isOwner(row, name));
  const objects = (accounted?.objects ?? []).filter((object) => isObject(object, name));
  const texts = [
    ...(options.length === 0 ? [] : [configLines(options, most).join('\n')]),
    ...(named.length === 0 ? [] : [symbolLines(named.slice(0, most)).join('\n')]),
    ...(rows.length === 0 ? [] : [ownerLines(rows, most).join('\n')]),
    ...(objects.length === 0 ? [] : [renderParts('Object', objects, { order: 'by change', most })]),
  ];
  return texts.length === 0 ? undefined : texts.map((text) => text.trimEnd()).join('\n\n');
}

/** As scripts/bloat-o-meter has them. */
function symbolLines(rows: readonly SymbolRow[]): string[] {
  return [
    bloatLine('Symbol', ['old', 'new', 'delta']),
    ...rows.map((row) =>
      bloatLine(nameLine(row.name), [`${row.old ?? '-'}`, `${row.new ?? '-'}`, signed(row.delta)]),
    ),
  ];
}

function isOption(option: ExplainedOption, name: string): boolean {
  return option.name === name.replace(/^CONFIG_/, '');
}

/** By its name, also a former one, by an alias, or by what is in an object or folder of that name. */
function isOwner(row: OwnerRow, name: string): boolean {
  const names = [row.name, row.renamedFrom, ...row.aliases];
  return names.includes(name) || isIn(row.object, name) || isIn(row.movedFrom, name);
}

function isObject({ name: object }: PartDelta, name: string): boolean {
  return isIn(object, name);
}

function isIn(object: string | undefined, name: string): boolean {
  if (object === undefined) return false;
  return object === name || (name.endsWith('/') && object.startsWith(name));
}
