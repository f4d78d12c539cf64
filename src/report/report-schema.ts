/**
 * The report as other programs read it: what `renderJson` writes. `schema/report.schema.json` is generated from this.
 * Kept apart from the `Report` type so that only its readers load zod; a test holds the two together.
 */
import { z } from 'zod';
import { VERDICT_KINDS } from '../budget/verdict.ts';
import { OWNER_KINDS } from '../size/cells.ts';
import { METRIC_NAMES } from '../size/measurement.ts';
import { PART_KINDS } from '../size/part-sizes.ts';
import { LONGEST_TEXT } from './json.ts';

const text = z.string().max(LONGEST_TEXT);
const texts = z.array(text);
const bytes = z.int().min(0);
const count = z.int().min(0);
const metric = z
  .union([z.enum(METRIC_NAMES), z.string().regex(new RegExp(`^(${PART_KINDS.join('|')}):`))])
  .meta({ description: 'A metric, or a part of the kernel such as section:.text.' });
const limits = z.record(metric, bytes);

const commit = z.object({
  hash: z
    .string()
    .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
    .meta({ description: 'Full commit hash.' }),
  origin: text.meta({ description: 'Why this commit was chosen.' }),
});

const finding = z.object({
  kind: z.enum(['over-budget', 'over-growth', 'inherited', 'near-limit']),
  metric,
  base: bytes.optional().meta({ description: 'Absent where the target is new.' }),
  head: bytes,
  limit: bytes.meta({ description: 'The budget, or for over-growth the growth limit.' }),
});

const verdict = z.object({
  kind: z.enum(VERDICT_KINDS).meta({ description: 'The worst of the findings.' }),
  findings: z.array(finding).meta({ description: 'The limits that say something, worst first.' }),
  reason: text.optional().meta({ description: 'Why nothing was compared; only with no-comparison.' }),
});

const symbolRow = z.object({
  name: text,
  old: bytes.optional().meta({ description: 'Absent where the symbol is new.' }),
  new: bytes.optional().meta({ description: 'Absent where the symbol is gone.' }),
  delta: z.int(),
});

const symbols = z
  .object({
    title: text,
    rows: z.array(symbolRow),
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
  object: text.meta({ description: 'Empty where nothing says which.' }),
  base: bytes.optional().meta({ description: 'Absent where the owner is new.' }),
  head: bytes.optional().meta({ description: 'Absent where the owner is gone.' }),
  delta: z.int(),
  cells: z
    .array(z.object({ section: text, base: bytes, head: bytes }))
    .meta({ description: 'The sections in which it changed.' }),
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

const accounted = z
  .object({
    rows: z.array(ownerRow),
    sections: z.array(part.extend({ residual })),
    objects: z.array(part).meta({ description: 'All objects; the empty name is what belongs to none.' }),
    subsystems: z.array(part).meta({ description: 'By MAINTAINERS, with the mailing list.' }),
    hasMaps: z.boolean().meta({ description: 'Whether link maps gave the objects of both sides.' }),
  })
  .meta({ description: 'Every byte by owner. Absent where there is no base.' });

const span = part.extend({
  name: z.enum(['image', 'memory']),
  parts: z
    .array(
      part.extend({
        step: bytes
          .optional()
          .meta({ description: 'The largest power of two that the end of a gap is a multiple of.' }),
      }),
    )
    .meta({ description: 'Sections and the gaps between them.' }),
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
    z.object({ kind: z.literal('split'), code: accounted, kconfig: accounted }),
    z.object({ kind: z.literal('failed'), reason: text }),
  ])
  .meta({ description: 'The accounted table by cause; only where options differ.' });

const deviceTree = z.object({
  base: bytes,
  head: bytes,
  rows: z.array(
    z.object({
      node: text.meta({ description: 'Path of the node, or what else the bytes are, in brackets.' }),
      property: text.optional().meta({ description: 'Absent for a node.' }),
      base: bytes.optional(),
      head: bytes.optional(),
      change: z.enum(['added', 'removed', 'resized', 'changed']),
    }),
  ),
});

const delta = z.object({
  metrics: z.array(z.object({ metric, base: bytes.optional(), head: bytes })).meta({
    description: 'Every metric and limited part of head; base is absent where it was not measured.',
  }),
  isCompressed: z
    .boolean()
    .meta({ description: "Whether image, and flash with it, is a compressor's output." }),
  sections: z
    .array(z.object({ name: text, base: bytes, head: bytes }))
    .meta({ description: 'All sections in memory; 0 where a side does not have one.' }),
  symbols: symbols.optional(),
  accounted: accounted.optional(),
  spans: z.array(span).meta({ description: 'The image and the memory; none where there is no base.' }),
  config: z.array(optionChange).meta({ description: 'What differs between the resolved .config files.' }),
  split: split.optional(),
  deviceTree: deviceTree
    .optional()
    .meta({ description: 'The device tree blob; only where both sides have one.' }),
});

const provenance = z.object({
  commit: commit.shape.hash,
  kernelVersion: text,
  compiler: text.meta({ description: 'First line of the compiler on --version.' }),
  linker: text.meta({ description: 'First line of the linker on --version.' }),
  configDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256 of the resolved .config.' }),
});

const target = z.object({
  target: text.meta({ description: 'Name of the target.' }),
  status: z
    .enum(['kept', 'new', 'removed'])
    .meta({ description: 'new: only in the budget file of head. removed: only in that of base.' }),
  verdict,
  budgets: limits.meta({ description: 'The most that each metric or part may be.' }),
  growth: limits.meta({ description: 'The most that one change may add to each metric or part.' }),
  delta: delta.optional().meta({ description: 'Absent where a side could not be measured.' }),
  details: texts.meta({ description: 'What helps to mend a no-comparison, such as the end of a build log.' }),
  provenance: provenance.optional().meta({ description: 'What head was built from and with.' }),
});

const failure = z.object({ reason: text, details: texts });

/** Unknown fields are let through: fields are added within a version. */
export const reportSchema = z
  .object({
    version: z.literal(1),
    base: commit.optional(),
    head: commit.optional(),
    failure: failure.optional().meta({ description: 'Why nothing could be compared, for any target.' }),
    verdict: z.enum(VERDICT_KINDS).meta({ description: 'The worst of the targets.' }),
    targets: z.array(target),
    notes: texts.meta({ description: 'Remarks on the whole comparison.' }),
  })
  .meta({ title: 'Kernel size report', description: 'Sizes are bytes. What is absent is left out.' });

/** The JSON Schema of the report. */
export function reportJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportSchema, { io: 'input', target: 'draft-7' }) };
}
