/** What `diff --json` and `top --json` write. `schema/tables.schema.json` is generated from this. */
import { z } from 'zod';
import { accountedSchema, symbolsSchema } from './delta-schema.ts';
import { bytes, count, text } from './schema-values.ts';

const version = z.literal(1);

const diff = z
  .object({
    version,
    kind: z.literal('diff'),
    old: text.meta({ description: 'The file as it was named; base in the tables.' }),
    new: text.meta({ description: 'The file as it was named; head in the tables.' }),
    compat: text.optional().meta({ description: 'The kernel whose script counts these symbols.' }),
    tables: z
      .array(symbolsSchema)
      .optional()
      .meta({ description: 'One, or with -c one for each kind of symbol. Absent with --accounted.' }),
    accounted: accountedSchema.optional(),
  })
  .meta({ description: 'Two files, with either tables or accounted.' });

const topSymbol = z.object({
  letter: text.meta({ description: 'As nm has it.' }),
  name: text,
  size: bytes,
  share: z.number().min(0).max(1).meta({ description: 'Of total.' }),
});

const top = z.object({
  version,
  kind: z.literal('top'),
  file: text.meta({ description: 'As it was named.' }),
  rows: z.array(topSymbol).meta({ description: 'Largest first.' }),
  count: count.meta({ description: 'How many symbols were chosen from.' }),
  total: bytes.meta({ description: 'The sum of their sizes.' }),
});

/** Unknown fields are let through: fields are added within a version. */
const tablesSchema = z.discriminatedUnion('kind', [diff, top]).meta({
  title: 'Tables of symbols',
  description: 'Sizes are bytes. What is absent is left out.',
});

/** The JSON Schema of both. */
export function tablesJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(tablesSchema, { io: 'input', target: 'draft-7' }) };
}
