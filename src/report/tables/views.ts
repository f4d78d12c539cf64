/** The accounted delta as a developer asks for it on the command line: where the bytes are, and why. */
import type { Delta } from '../../size/delta/delta.ts';
import type { OwnerRow } from '../../size/delta/owner-rows.ts';
import type { PartDelta } from '../../size/delta/part-delta.ts';
import { visibleLine } from '../inert/inert-text.ts';
import { directoriesOf } from '../markdown/directory-lines.ts';
import { configLines, splitLines } from '../words/cause-lines.ts';
import { notShown } from '../words/not-shown.ts';
import { signed } from '../words/owner-words.ts';
import { indented, renderAccounted, renderParts } from './accounted-table.ts';

/** One table of a target: each byte by owner, section, object, directory or subsystem; options; string literals. */
export type View = 'owner' | 'section' | 'object' | 'dir' | 'subsystem' | 'config' | 'strings';

/** One view of one target; `most` bounds its rows. */
export function renderView(view: View, delta: Delta, most: number): string {
  const { accounted } = delta;
  if (accounted === undefined) return 'there is no base to compare with';
  if (view === 'config') return optionsView(delta, most);
  if (view === 'owner') return renderAccounted(accounted, most).trimEnd();
  if (view === 'strings') return stringLines(accounted.rows, most).join('\n');
  return renderPlaces(view, delta, most);
}

/** Options that differ, what they cost and what the code costs, each with its rows. */
function optionsView({ config, split }: Delta, most: number): string {
  if (config.length === 0) return 'no option differs';
  const parts = split?.kind === 'split' ? [split.code, split.kconfig] : [];
  const [ofCode = '', ofOptions = ''] = parts.map((part) =>
    part.rows.length === 0 ? '' : `\n${renderAccounted(part, most)}`,
  );
  const [code, options, ...reason] = splitLines(split);
  return [
    ...configLines(config, most),
    '',
    ...(code === undefined ? [] : [code + ofCode]),
    ...(options === undefined ? [] : [options + ofOptions]),
    ...reason,
  ]
    .join('\n')
    .trimEnd();
}

function renderPlaces(view: 'section' | 'object' | 'dir' | 'subsystem', delta: Delta, most: number): string {
  const { accounted, sections } = delta;
  if (view === 'section') return partsTable('Section', sections, most);
  if (accounted === undefined || !accounted.hasMaps) {
    return `no view by ${view}: there is no link map (CONFIG_VMLINUX_MAP needs CONFIG_EXPERT=y, and is not asked for with CONFIG_IKCONFIG)`;
  }
  if (view === 'object') return partsTable('Object', accounted.objects, most);
  if (view === 'subsystem') return partsTable('Subsystem', accounted.subsystems, most);
  const tree = indented(directoriesOf(accounted));
  return renderParts('Directory', tree, { order: 'given', most }).trimEnd();
}

function partsTable(title: string, parts: readonly PartDelta[], most: number): string {
  return renderParts(title, parts, { order: 'by change', most }).trimEnd();
}

/** `+12  fs/dcache.o  "text"`, in full. */
function stringLines(rows: readonly OwnerRow[], most: number): string[] {
  const literals = rows.filter(({ kind }) => kind === 'literal');
  if (literals.length === 0) return ['no string literal came or went'];
  const lines = literals
    .slice(0, most)
    .map(({ delta, object, name }) =>
      visibleLine(`${signed(delta).padStart(7)}  ${object ?? ''}  ${JSON.stringify(name)}`),
    );
  return [...lines, ...notShown(literals.length - most)];
}
