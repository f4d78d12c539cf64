import { z } from 'zod';
import type { MetricName } from '../size/measurement.ts';
import { budgetFileSchema } from './budget-schema.ts';
import { PART_PATTERN } from './limit-name.ts';

const METRICS: Readonly<Record<MetricName, string>> = {
  flash: 'What the kernel needs of the flash part: what lies before it, the image, the device tree.',
  ram: 'RAM that the kernel occupies when it starts, before it allocates any.',
  'ram-after-init': 'RAM that stays occupied once the init sections are freed.',
  image: "Size of the boot image's file.",
  dtb: "Size of the device tree blob's file.",
  text: 'Executable sections.',
  rodata: 'Read-only sections.',
  data: 'Writable sections with contents.',
  bss: 'Sections that are only cleared.',
  init: 'Sections of the init code and its data.',
};

const PARTS =
  'A section, symbol, object, folder or subsystem of MAINTAINERS. * stands for any characters, ? for one.';

/** The JSON Schema of the budget file, as editors take it: what people write, before sizes become bytes. */
export function budgetFileJsonSchema(): Record<string, unknown> {
  const { ...file } = z.toJSONSchema(budgetFileSchema, { io: 'input', target: 'draft-7' });
  const target = below(below(file.properties?.['targets']).additionalProperties);
  nameKeys(below(target.properties?.['budgets']));
  nameKeys(below(target.properties?.['growth']));
  return file;
}

type Schema = z.core.JSONSchema.BaseSchema;

function below(schema: Schema | boolean | undefined): Schema {
  if (typeof schema !== 'object') throw new Error('the schema of the budget file is built otherwise');
  return schema;
}

/** Names the keys of limits, a record to zod, so that an editor completes and explains them. */
function nameKeys(limits: Schema): void {
  const size = below(limits.additionalProperties);
  limits.properties = Object.fromEntries(
    Object.entries(METRICS).map(([metric, description]) => [metric, { description, ...size }]),
  );
  limits.patternProperties = { [PART_PATTERN.source]: { description: PARTS, ...size } };
  limits.additionalProperties = false;
  delete limits.propertyNames;
}
