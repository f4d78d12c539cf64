import { z } from 'zod';
import { limitNameMistake } from '../limit-name.ts';
import { orderLimits } from '../limits.ts';
import { SIZE_PATTERN, parseSize } from '../units.ts';

/** Parts of the budget file's schema that are sizes. In messages `{found}` stands for what the file has there. */

// On the branches too: zod reports a union by the one branch whose type fits.
const error = ({ input }: { readonly input?: unknown }) => sizeMistake(input) ?? '{found} is not a size';

const size = z
  .union([z.int({ error }).nonnegative({ error }), z.string().regex(SIZE_PATTERN, { error })], { error })
  .transform((written, context) => {
    const parsed = parseSize(written);
    if (parsed.kind === 'size') return parsed.bytes;
    context.addIssue({ code: 'custom', message: parsed.message });
    return z.NEVER;
  });

function sizeMistake(input: unknown): string | undefined {
  if (typeof input !== 'string' && typeof input !== 'number') return undefined;
  const parsed = parseSize(input);
  return parsed.kind === 'mistake' ? parsed.message : undefined;
}

/** An address, or a size that may be 0. */
export const bytesSchema = size.meta({
  description: 'Bytes (331776, 0x51000), or 1024-based with K, M, G: 324K, 2M.',
});

/** The most that a metric may be. */
const budget = size.refine((bytes) => bytes !== 0, {
  error: 'a budget of 0 can never hold; write the most that it may be, or leave it out',
});

const LIMITS_ERROR = 'expected metrics and sizes, such as "ram: 324K", found {found}';

const limitName = z.string().refine((name) => limitNameMistake(name) === undefined, {
  error: ({ input }) => limitNameMistake(String(input)),
});

/** Sizes for some of the metrics, and for parts of the kernel. */
function limitsSchema(limit: typeof budget) {
  return z.record(limitName, limit, { error: LIMITS_ERROR }).transform(orderLimits);
}

export const budgetsSchema = limitsSchema(budget).meta({
  description: 'The most that each metric and each part of the kernel may be.',
});

export const growthSchema = limitsSchema(size).meta({
  description: 'The most that one pull request may add to each metric and each part. 0 is a limit too.',
});
