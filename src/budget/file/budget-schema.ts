import { z } from 'zod';
import { fragmentSchema, pathSchema } from './written-fragment.ts';
import { budgetsSchema, bytesSchema, growthSchema } from './written-size.ts';

/**
 * The budget file as people write it. The JSON Schema for editors is generated from this, so each key has a
 * description; what depends on other keys or on files is checked in target-problems.ts. In messages `{found}`
 * stands for what the file has there, `{source}` for the same as it is written, `{key}` for its key.
 */

/** As many as a report may have; a matrix of GitHub has 256 jobs. */
const MOST_TARGETS = 1000;

const TARGET_NAME = /^[a-z0-9][a-z0-9._-]*$/;

/** Characters of a word: it becomes a part of the names of files, which have 255 bytes. */
const LONGEST_WORD = 100;

function text(pattern: RegExp, options: { readonly error: string; readonly description: string }) {
  const { error, description } = options;
  const length = { error: `expected at most ${LONGEST_WORD} characters, found {found}` };
  return z.string({ error }).regex(pattern, { error }).max(LONGEST_WORD, length).meta({ description });
}

function region(description: string) {
  const keys = { base: bytesSchema, size: bytesSchema };
  const error = 'expected { base: 0x08000000, size: 2M }, found {found}';
  return z.strictObject(keys, { error }).optional().meta({ description });
}

const memory = z
  .strictObject(
    {
      flash: region('The flash part: where it begins and how large it is.'),
      ram: region('RAM: where it begins and how large it is.'),
      dtb: bytesSchema.optional().meta({
        description: 'Address of the device tree blob in flash. Without it the blob lies behind the image.',
      }),
    },
    { error: 'expected flash, ram or dtb, found {found}' },
  )
  .meta({ description: 'What the machine has.' });

/**
 * Bytes of all variables together: make hands them on to its own commands in one variable of the environment, with a
 * backslash before each space, and Linux allows 128 KiB for one (include/uapi/linux/binfmts.h, MAX_ARG_STRLEN).
 */
const MOST_MAKE = 32 * 1024;

function lengthOf(variables: Readonly<Record<string, string>>): number {
  return new TextEncoder().encode(Object.entries(variables).flat().join('  ')).length;
}

const MAKE_ERROR = 'expected a text; write it in quotes, "{source}"';
const make = z
  .record(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: '"{key}" is not a name of a make variable' }),
    z.string({ error: MAKE_ERROR }).regex(/^[^\x00-\x08\x0a-\x1f\x7f]*$/, {
      error: '"{key}" has a line break or another character that cannot be printed; leave it out',
    }),
    { error: 'expected make variables, such as "KCFLAGS: -Os", found {found}' },
  )
  .refine((variables) => lengthOf(variables) <= MOST_MAKE, {
    error: `expected at most ${MOST_MAKE} bytes in all variables of make together; put them into a file of the kernel`,
  })
  .meta({ description: "Further variables for make's command line, such as KCFLAGS." });

const nearLimit = z
  .string({ error: 'expected a percentage such as 95%, found {found}' })
  .regex(/^(100|[1-9]?[0-9](\.[0-9]+)?)%$/, { error: 'expected a percentage such as 95%, found {found}' })
  .transform((percent) => Number(percent.slice(0, -1)) / 100)
  .meta({ description: 'Share of a budget from which a target is near its limit. Default: 95%.' });

const LLVM_ERROR =
  'expected true, a version suffix in quotes such as "-19", or a folder such as /opt/llvm/bin/, found {found}';

/** One target; also what a preset's target.yml holds. */
export const targetSchema = z
  .strictObject(
    {
      extends: z
        .string({ error: 'expected the name of a preset, found {found}' })
        .optional()
        .meta({
          description:
            "A preset to start from. Keys given here replace the preset's; make, memory, budgets and growth are " +
            'merged key by key, and fragments are added after those of the preset.',
        }),
      arch: text(/^[a-z0-9_]+$/, {
        error: 'expected an architecture as ARCH= takes it, such as arm or x86, found {found}',
        description: 'ARCH= as the kernel takes it: arm, arm64, x86, riscv.',
      }).optional(),
      crossCompile: text(/^([^\s'"$`;&|<>\x00-\x1f\x7f]*[-/])?$/, {
        error: 'expected a prefix that ends with "-", such as arm-linux-gnueabi-, found {found}',
        description:
          "CROSS_COMPILE=, such as arm-linux-gnueabi-. Without it the machine's own compiler is used.",
      }).optional(),
      llvm: z
        .union(
          [
            z.boolean(),
            z.string().regex(/^(-\d{1,3}|\/[^\s'"$`;&|<>\x00-\x1f\x7f]{0,200}\/)$/, { error: LLVM_ERROR }),
          ],
          {
            error: LLVM_ERROR,
          },
        )
        .optional()
        .meta({ description: 'Build with clang and lld: LLVM=1 for true, LLVM=-19 for "-19".' }),
      base: pathSchema.optional().meta({
        description:
          'What the fragments are merged into: tinyconfig (the default), allnoconfig, NAME_defconfig, or the path of a .config.',
      }),
      fragments: z
        .array(fragmentSchema, { error: 'expected a list of fragments, found {found}' })
        .optional()
        .meta({
          description:
            "Kconfig fragments, merged over the base in this order. With extends they are added after the preset's.",
        }),
      make: make.optional(),
      image: text(/^[A-Za-z0-9][\w.-]*$/, {
        error: 'expected the name of a boot image such as zImage or bzImage, found {found}',
        description: 'The boot image that make builds: xipImage, zImage, bzImage, Image; vmlinux for none.',
      }).optional(),
      dtb: text(/^\w[\w.,+-]*\.dtb$/, {
        error:
          'expected the file name of a device tree blob without its folder, such as versatile-pb.dtb, found {found}',
        description: 'File name of the device tree blob, without its folder.',
      }).optional(),
      memory: memory.optional(),
      budgets: budgetsSchema.optional(),
      growth: growthSchema.optional(),
      nearLimit: nearLimit.optional(),
      jitter: bytesSchema.optional().meta({
        description:
          'Has no effect any more: growth of a compressed image is judged by what is compressed, to the byte.',
        deprecated: true,
      }),
    },
    { error: 'expected the keys of a target, found {found}' },
  )
  .meta({ description: 'A kernel to measure.' });

/** The whole budget file. */
export const budgetFileSchema = z
  .strictObject(
    {
      nearLimit: nearLimit.optional(),
      targets: z
        .record(
          z
            .string()
            .max(LONGEST_WORD, { error: `the name of a target has at most ${LONGEST_WORD} characters` })
            .regex(TARGET_NAME, {
              error:
                '"{key}" is not a name for a target; use a-z, 0-9, ".", "_" and "-", and begin with a letter or digit',
            }),
          targetSchema,
          { error: 'expected at least one target, found {found}' },
        )
        .refine((targets) => Object.keys(targets).length <= MOST_TARGETS, {
          error: `expected at most ${MOST_TARGETS} targets`,
        })
        .meta({
          description: 'The kernels to measure, by name.',
          minProperties: 1,
          maxProperties: MOST_TARGETS,
        }),
    },
    { error: 'expected "targets:" with at least one target, found {found}' },
  )
  .meta({ title: 'Kernel size budget', description: 'Which kernels to measure and how large they may be.' });

/** A target as it was read: nothing is filled in yet, sizes are bytes. */
export type WrittenTarget = z.output<typeof targetSchema>;
