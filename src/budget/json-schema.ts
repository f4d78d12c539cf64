import { z } from 'zod';
import { budgetFileSchema } from './budget-schema.ts';

/** The JSON Schema of the budget file, as editors take it: what people write, before sizes become bytes. */
export function budgetFileJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(budgetFileSchema, { io: 'input', target: 'draft-7' }) };
}
