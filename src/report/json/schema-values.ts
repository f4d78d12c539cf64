/** What the fields of the report's schema are made of. */
import { z } from 'zod';
import { METRIC_NAMES } from '../../size/measurement.ts';
import { LONGEST_TEXT } from './json.ts';

export const text = z.string().max(LONGEST_TEXT);

/**
 * How many things of a kind a report has at most: a stranger's is read, judged and shown in a job that others wait for.
 * Each is far more than a kernel or a budget file has.
 */
const MOST = {
  /** A matrix of GitHub has 256 jobs, one for each. */
  targets: 1000,
  /** People write each of them: of a target's budgets, and of its growth. */
  limits: 1000,
  /** Those that have a limit, and findings of both kinds on each. */
  metrics: 4000,
  /** A configuration with everything built in has some 300,000 symbols; one that changes them all cannot be reviewed. */
  rows: 200_000,
  /** ELF counts sections in 16 bits; a span has a gap before each, and one at its end. */
  sections: 131_073,
  /** Names of one symbol, lines of a log's end, remarks. */
  texts: 10_000,
} as const;

/** A list of no more than a report may have. */
export function listOf<Item extends z.ZodType>(kind: keyof typeof MOST, item: Item) {
  return z.array(item).max(MOST[kind], { error: ({ input }) => tooMany(kind, (input as unknown[]).length) });
}

function tooMany(kind: keyof typeof MOST, count: number): string {
  return `has ${count} ${kind}; a report has ${MOST[kind]} at most`;
}

export const texts = listOf('texts', text);
export const bytes = z.int().min(0);
export const count = z.int().min(0);
export const metric = z
  .union([z.enum(METRIC_NAMES), z.string().regex(/^(section|symbol|object|dir|subsystem):/)])
  .meta({ description: 'A metric, or a part of the kernel such as section:.text.' });
export const content = z.object({ base: bytes.optional(), head: bytes.optional() }).meta({
  description:
    'What growth is judged by: before compression, or without what the linker script fills up. A side that is not known is absent.',
});

/** Bytes by metric. */
export const limits = z
  .record(metric, bytes)
  .refine((written) => Object.keys(written).length <= MOST.limits, {
    error: ({ input }) => tooMany('limits', Object.keys(input as object).length),
  })
  .meta({ maxProperties: MOST.limits });
