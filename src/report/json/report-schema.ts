/**
 * The report as other programs read it: what `renderJson` writes. `schema/report.schema.json` is generated from this.
 * Kept apart from the `Report` type so that only its readers load zod; a test holds the two together.
 */
import { z } from 'zod';
import { VERDICT_KINDS } from '../../budget/verdict.ts';
import { deltaSchema } from './delta-schema.ts';
import { bytes, content, limits, listOf, metric, text, texts } from './schema-values.ts';

const commit = z.object({
  hash: z
    .string()
    .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
    .meta({ description: 'Full commit hash.' }),
  origin: text.meta({ description: 'Why this commit was chosen.' }),
});

const acceptance = z
  .object({
    target: text,
    metric,
    bytes: bytes.meta({ description: 'The most that was accepted.' }),
    reason: text,
    by: text,
    via: z.enum(['trailer', 'label', 'command']),
    where: text.meta({ description: "The commit, the label, or the comment's address." }),
    head: commit.shape.hash.optional().meta({ description: 'The head of the pull request at that time.' }),
  })
  .meta({ description: 'Growth that somebody accepted knowingly, whether it is enough or not.' });

const finding = z.object({
  kind: z.enum(['over-budget', 'over-growth', 'accepted', 'inherited', 'near-limit']),
  metric,
  base: bytes.optional().meta({ description: 'Absent where the target is new.' }),
  head: bytes,
  limit: bytes.meta({ description: 'The budget, or for over-growth and accepted the growth limit.' }),
  content: content.optional(),
  acceptance: acceptance.optional(),
});

const verdict = z.object({
  kind: z.enum(VERDICT_KINDS).meta({ description: 'The worst of the findings.' }),
  findings: listOf('metrics', finding).meta({ description: 'The limits that say something, worst first.' }),
  reason: text.optional().meta({ description: 'Why nothing was compared; only with no-comparison.' }),
});

const provenance = z.object({
  commit: commit.shape.hash.optional(),
  kernelVersion: text,
  compiler: text.meta({ description: 'First line of the compiler on --version, or what the kernel says.' }),
  linker: text.meta({ description: 'First line of the linker on --version, or what the kernel says.' }),
  configDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .meta({ description: 'SHA-256 of the resolved .config.' }),
});

const limitSource = z.object({
  path: text.meta({ description: "From the repository's root; of a file outside of it, as it was named." }),
  commit: commit.shape.hash.optional().meta({ description: 'Absent where the file is of no commit.' }),
  branch: text.optional().meta({ description: 'Whose newest commit had it, where no commit is named.' }),
  side: z
    .enum(['base', 'head'])
    .optional()
    .meta({ description: 'head: base has none. Absent for a file of neither.' }),
});

const target = z.object({
  target: text.meta({ description: 'Name of the target.' }),
  status: z
    .enum(['kept', 'new', 'removed'])
    .meta({ description: 'new: only in the budget file of head. removed: only in that of base.' }),
  verdict,
  limits: limitSource.optional().meta({ description: 'The file that its limits are from.' }),
  budgets: limits.meta({ description: 'The most that each metric or part may be.' }),
  growth: limits.meta({ description: 'The most that one change may add to each metric or part.' }),
  delta: deltaSchema.optional().meta({ description: 'Absent where a side could not be measured.' }),
  details: texts.meta({ description: 'What helps to mend a no-comparison, such as the end of a build log.' }),
  provenance: provenance.optional().meta({ description: 'What head was built from and with.' }),
  baseProvenance: provenance.optional().meta({ description: 'The same of base.' }),
});

const failure = z.object({ reason: text, details: texts });

/** Unknown fields are let through: fields are added within a version. */
export const reportSchema = z
  .object({
    version: z.literal(1),
    base: commit.optional(),
    head: commit.optional(),
    pullRequest: z.int().min(1).optional().meta({ description: 'Number of the pull request.' }),
    baseRef: text.optional().meta({ description: 'Name of its base branch.' }),
    folder: text
      .optional()
      .meta({ description: "The kernel's folder in the repository; empty for its root." }),
    commits: listOf('texts', z.object({ hash: commit.shape.hash, subject: text }))
      .optional()
      .meta({ description: 'What head has and base does not, oldest first; the last ones of many.' }),
    files: z
      .object({ base: text, head: text })
      .optional()
      .meta({ description: 'Paths of the kernels that were compared, where they were built elsewhere.' }),
    failure: failure.optional().meta({ description: 'Why nothing could be compared, for any target.' }),
    verdict: z.enum(VERDICT_KINDS).meta({ description: 'The worst of the targets.' }),
    targets: listOf('targets', target),
    notes: texts.meta({ description: 'Remarks on the whole comparison.' }),
  })
  .meta({ title: 'Kernel size report', description: 'Sizes are bytes. What is absent is left out.' });

/** The JSON Schema of the report. */
export function reportJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportSchema, { io: 'input', target: 'draft-7' }) };
}
