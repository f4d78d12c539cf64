import { z } from 'zod';

/** A full hash, as git writes it: SHA-1, or SHA-256. */
export const commitHash = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'expected a full commit hash');
