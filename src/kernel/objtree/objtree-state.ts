/** What a build folder says of itself between two builds; without it nothing in the folder is of use. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceListing } from '../../git/sources/source-listing.ts';
import { madeIn, readBoundedText } from '../kernel-file.ts';
import { writeForMake } from '../make/outputs.ts';
import { KERNEL_SOURCES, type KernelSources } from '../reach/kernel-sources.ts';

const SCHEMA = z.object({
  format: z.literal(1),
  place: z.string(),
  commit: z.string(),
  outcome: z.enum(['built', 'failed']),
  origin: z.enum(['clean', 'incremental']),
  changed: z.record(z.string(), z.string().regex(/^\d{1,20}$/)),
});

/** A build folder after a build. */
export interface ObjtreeState {
  readonly format: 1;
  /** Digest of the tools and paths that it is of use with. */
  readonly place: string;
  readonly commit: string;
  /** Make goes on after a failed build as after another; but it is not kept for others. */
  readonly outcome: 'built' | 'failed';
  /** Whether the build began with an empty folder. */
  readonly origin: 'clean' | 'incremental';
  /** When sources changed that were not always as they are now: nanoseconds by path from the repository's root. */
  readonly changed: Readonly<Record<string, string>>;
}

/** The state, and the sources that the folder was built from. */
export interface KnownObjtree {
  readonly state: ObjtreeState;
  readonly listing: SourceListing;
}

const STATE = 'kernel-size-budget.state';
const SOURCES = 'kernel-size-budget.sources';
const NOTED = 'kernel-size-budget.noted';

/** Undefined where a build was cut off, and for a folder of another kind. */
export function readObjtreeState(output: string): KnownObjtree | undefined {
  try {
    const access = madeIn(output);
    const state = SCHEMA.parse(JSON.parse(readBoundedText(join(output, STATE), 'state', access)));
    return { state, listing: readBoundedText(join(output, SOURCES), 'state', access) };
  } catch {
    return undefined;
  }
}

/** From here on the folder counts as cut off. */
export async function forgetObjtreeState(output: string): Promise<void> {
  for (const name of [STATE, NOTED]) await rm(join(output, name), { recursive: true, force: true });
}

/** What the folder's kernel was made from, so that it need not be gathered again from thousands of notes. */
export async function writeNotedSources(output: string, sources: KernelSources | undefined): Promise<void> {
  await writeForMake(join(output, NOTED), JSON.stringify(sources ?? null));
}

/** Undefined where nobody has written it since the last build. */
export function readNotedSources(output: string): KernelSources | undefined {
  try {
    return KERNEL_SOURCES.parse(JSON.parse(readBoundedText(join(output, NOTED), 'state', madeIn(output))));
  } catch {
    return undefined;
  }
}

/** Whole or not at all. */
export async function writeObjtreeState(output: string, { state, listing }: KnownObjtree): Promise<void> {
  await writeForMake(join(output, SOURCES), listing);
  const unfinished = join(output, `${STATE}.new`);
  await writeForMake(unfinished, JSON.stringify(state));
  await rename(unfinished, join(output, STATE));
}
