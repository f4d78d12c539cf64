import { z } from 'zod';

/**
 * Parts of the budget file's schema that name files. In messages `{found}` stands for what the file has there,
 * `{source}` for the same as it is written.
 */

function versionMistake({ input }: { readonly input?: unknown }): string {
  return typeof input === 'number'
    ? 'YAML reads a version without quotes as a number, 6.10 as 6.1: write it in quotes, "{source}"'
    : 'expected a kernel version such as "6.10", found {found}';
}

function version(description: string) {
  return z
    .string({ error: versionMistake })
    .regex(/^\d+\.\d+(\.\d+)?$/, { error: versionMistake })
    .optional()
    .meta({ description });
}

const PATH_ERROR = 'expected a path in the kernel tree, relative and without "..", found {found}';
/** A file in the kernel tree. */
export const pathSchema = z
  .string({ error: PATH_ERROR })
  .regex(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\x00-\x1f\x7f]+$/, { error: PATH_ERROR })
  .max(1000, { error: 'expected a path of at most 1000 characters' });

export const fragmentSchema = z
  .union(
    [
      pathSchema,
      z.strictObject({
        file: pathSchema.meta({ description: 'Path in the kernel tree.' }),
        since: version('First kernel version that it is for, in quotes.'),
        before: version('First kernel version that it is no longer for, in quotes.'),
      }),
    ],
    { error: `${PATH_ERROR}; or { file: x.config, since: "6.10" }` },
  )
  .meta({ description: 'A Kconfig fragment, and optionally the kernel versions that it is for.' });

export type WrittenFragment = z.output<typeof fragmentSchema>;
