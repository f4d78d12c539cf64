/** What the fields of the report's schema are made of. */
import { z } from 'zod';
import { METRIC_NAMES } from '../size/measurement.ts';
import { LONGEST_TEXT } from './json.ts';

export const text = z.string().max(LONGEST_TEXT);
export const texts = z.array(text);
export const bytes = z.int().min(0);
export const count = z.int().min(0);
export const metric = z
  .union([z.enum(METRIC_NAMES), z.string().regex(/^(section|symbol|object|dir|subsystem):/)])
  .meta({ description: 'A metric, or a part of the kernel such as section:.text.' });
export const content = z.object({ base: bytes.optional(), head: bytes.optional() }).meta({
  description:
    'What growth is judged by: before compression, or without what the linker script fills up. A side that is not known is absent.',
});
