import { z } from 'zod';
import type { MetricName } from '../size/measurement.ts';
import { SIZE_PATTERN, parseSize } from './units.ts';

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

const METRICS_ERROR = 'expected metrics and sizes, such as "ram: 324K", found {found}';

/** A size for some of the metrics. */
function metricsSchema(limit: typeof budget) {
  const metric = (description: string) => limit.optional().meta({ description });
  return z.strictObject(
    {
      flash: metric(
        'What the kernel needs of the flash part: what lies before it, the image, the device tree.',
      ),
      ram: metric('RAM that the kernel occupies when it starts, before it allocates any.'),
      'ram-after-init': metric('RAM that stays occupied once the init sections are freed.'),
      image: metric("Size of the boot image's file."),
      dtb: metric("Size of the device tree blob's file."),
      text: metric('Executable sections.'),
      rodata: metric('Read-only sections.'),
      data: metric('Writable sections with contents.'),
      bss: metric('Sections that are only cleared.'),
      init: metric('Sections of the init code and its data.'),
    } satisfies Record<MetricName, unknown>,
    { error: METRICS_ERROR },
  );
}

export const budgetsSchema = metricsSchema(budget).meta({ description: 'The most that each metric may be.' });

export const growthSchema = metricsSchema(size).meta({
  description: 'The most that one pull request may add to each metric. 0 is a limit too.',
});
