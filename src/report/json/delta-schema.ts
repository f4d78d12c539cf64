/** The part of the report's schema that has sizes: what head adds to base, by symbol, owner, section and option. */
import { z } from 'zod';
import { OWNER_KINDS } from '../../size/accounting/owner-cells.ts';
import { bytes, content, count, listOf, metric, text, texts } from './schema-values.ts';

const symbolRow = z.object({
  name: text,
  old: bytes.optional().meta({ description: 'Absent where the symbol is new.' }),
  new: bytes.optional().meta({ description: 'Absent where the symbol is gone.' }),
  delta: z.int(),
});

export const symbolsSchema = z
  .object({
    title: text,
    rows: listOf('rows', symbolRow),
    added: count,
    removed: count,
    grown: count,
    shrunk: count,
    up: bytes,
    down: bytes.meta({ description: 'A positive number.' }),
    before: bytes,
    after: bytes,
  })
  .meta({ description: 'What scripts/bloat-o-meter of the kernel prints. Absent where there is no base.' });

const part = z.object({ name: text, base: bytes, head: bytes });
const residual = z.int().meta({ description: 'What the rows leave unexplained: 0, or the tool is wrong.' });

const ownerRow = z.object({
  kind: z.enum(OWNER_KINDS),
  name: text.meta({ description: 'Of a literal its characters.' }),
  object: text.optional().meta({ description: 'Absent where nothing says which.' }),
  base: bytes.optional().meta({ description: 'Absent where the owner is new.' }),
  head: bytes.optional().meta({ description: 'Absent where the owner is gone.' }),
  delta: z.int(),
  cells: listOf('sections', z.object({ section: text, base: bytes, head: bytes })).meta({
    description: 'The sections in which it changed.',
  }),
  movedFrom: text.optional().meta({ description: 'The object it was in.' }),
  renamedFrom: text.optional(),
  aliases: texts.meta({ description: 'Other symbols of the same bytes.' }),
  clones: texts.meta({ description: 'Marks of symbols that are counted in, such as .cold.' }),
  inlinedInto: texts.meta({ description: 'All that called it, where all of them grew.' }),
  definition: z
    .object({ file: text, line: count })
    .optional()
    .meta({ description: 'Where head defines a function that grew.' }),
  splitFrom: texts.meta({ description: 'All that call it, where all of them shrank.' }),
});

export const accountedSchema = z
  .object({
    rows: listOf('rows', ownerRow),
    sections: listOf('sections', part.extend({ residual })),
    objects: listOf('rows', part).meta({
      description: 'All objects; "[between objects]" is what belongs to none.',
    }),
    directories: listOf('rows', part.extend({ depth: count }))
      .optional()
      .meta({ description: 'Each with all below it; those of depth 0 sum to the objects.' }),
    subsystems: listOf('rows', part).meta({ description: 'By MAINTAINERS, with the mailing list.' }),
    hasMaps: z.boolean().meta({ description: 'Whether link maps gave the objects of both sides.' }),
  })
  .meta({ description: 'Every byte by owner. Absent where there is no base.' });

const span = part.extend({
  name: z.enum(['image', 'memory']),
  parts: listOf(
    'sections',
    part.extend({
      step: bytes
        .optional()
        .meta({ description: 'The largest power of two that the end of a gap is a multiple of.' }),
      slack: bytes
        .optional()
        .meta({ description: 'How far a section of head may grow at no cost to the span.' }),
    }),
  ).meta({ description: 'Sections, what the linker script reserves between labels, and gaps.' }),
  residual,
});

const optionChange = z.object({
  name: text.meta({ description: 'Without CONFIG_.' }),
  base: text.optional().meta({ description: 'As in .config; n for "is not set".' }),
  head: text.optional(),
  kind: z.enum(['removed', 'changed', 'added']),
  cause: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('fragment'), file: text, line: count }),
      z.object({ kind: z.literal('select'), by: texts }),
      z.object({ kind: z.literal('imply'), by: texts }),
      z.object({ kind: z.literal('default'), file: text, line: count }),
      z.object({ kind: z.literal('choice'), file: text, line: count, takes: text.optional() }),
      z.object({ kind: z.literal('unset') }),
      z.object({ kind: z.literal('depends'), on: texts }),
      z.object({ kind: z.literal('gone') }),
      z.object({ kind: z.literal('unknown') }),
    ])
    .optional()
    .meta({ description: 'What gave it its value at head.' }),
});

const split = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('split'),
      code: accountedSchema,
      kconfig: accountedSchema,
      options: listOf('rows', part).optional().meta({
        description: 'What the options cause, by option. Absent without link maps.',
      }),
    }),
    z.object({ kind: z.literal('failed'), reason: text }),
  ])
  .meta({ description: 'The accounted table by cause; only where options differ.' });

const deviceTree = z.object({
  base: bytes,
  head: bytes,
  rows: listOf(
    'rows',
    z.object({
      node: text.meta({ description: 'Path of the node, or what else the bytes are, in brackets.' }),
      property: text.optional().meta({ description: 'Absent for a node.' }),
      base: bytes.optional(),
      head: bytes.optional(),
      change: z.enum(['added', 'removed', 'resized', 'changed']),
    }),
  ),
});

export const deltaSchema = z.object({
  metrics: listOf(
    'metrics',
    z.object({ metric, base: bytes.optional(), head: bytes, content: content.optional() }),
  ).meta({
    description: 'Every metric and limited part of head; base is absent where it was not measured.',
  }),
  isCompressed: z
    .boolean()
    .meta({ description: "Whether image, and flash with it, is a compressor's output." }),
  sections: listOf('sections', z.object({ name: text, base: bytes, head: bytes })).meta({
    description: 'All sections in memory; 0 where a side does not have one.',
  }),
  symbols: symbolsSchema.optional(),
  accounted: accountedSchema.optional(),
  spans: listOf('sections', span).meta({
    description: 'The image and the memory; none where there is no base.',
  }),
  config: listOf('rows', optionChange).meta({
    description: 'What differs between the resolved .config files.',
  }),
  split: split.optional(),
  deviceTree: deviceTree
    .optional()
    .meta({ description: 'The device tree blob; only where both sides have one.' }),
});
