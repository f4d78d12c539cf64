/**
 * The report as other programs read it: what `renderJson` writes. `schema/report.schema.json` is generated from this.
 * Kept apart from the `Report` type so that only its readers load zod; a test holds the two together.
 */
import { z } from 'zod';
import { VERDICT_KINDS } from '../budget/verdict.ts';
import { METRIC_NAMES } from '../size/measurement.ts';
import { LONGEST_TEXT } from './json.ts';

const text = z.string().max(LONGEST_TEXT);
const texts = z.array(text);
const bytes = z.int().min(0);
const count = z.int().min(0);
const metric = z.enum(METRIC_NAMES);
const metrics = z.partialRecord(metric, bytes);

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

const delta = z.object({
  metrics: z
    .array(z.object({ metric, base: bytes.optional(), head: bytes }))
    .meta({ description: 'Every metric of head; base is absent where it was not measured.' }),
  sections: z
    .array(z.object({ name: text, base: bytes, head: bytes }))
    .meta({ description: 'All sections in memory; 0 where a side does not have one.' }),
  symbols: symbols.optional(),
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
  budgets: metrics.meta({ description: 'The most that each metric may be.' }),
  growth: metrics.meta({ description: 'The most that one change may add to each metric.' }),
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
