import { z } from 'zod';
import type { MetricName } from '../../size/measurement.ts';
import { PART_PATTERN } from '../limit-name.ts';
import { type WrittenTarget, budgetFileSchema } from './budget-schema.ts';
import { RESERVED_PATTERN } from './make-variable.ts';

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

/** What the schema says of a preset. */
interface ListedPreset {
  readonly name: string;
  readonly target: Pick<WrittenTarget, 'dtb'>;
}

/**
 * The JSON Schema of the budget file, as editors take it: what people write, before sizes become bytes. It refuses what
 * the reader of the file refuses, but for what depends on files of the kernel and on how numbers are written.
 */
export function budgetFileJsonSchema(presets: readonly ListedPreset[]): Record<string, unknown> {
  const { ...file } = z.toJSONSchema(budgetFileSchema, { io: 'input', target: 'draft-7' });
  const target = below(below(file.properties?.['targets']).additionalProperties);
  const key = (name: string): Schema => below(target.properties?.[name]);
  nameKeys(key('budgets'), withoutZero);
  nameKeys(key('growth'), (size) => size);
  key('extends').enum = presets.map(({ name }) => name);
  below(key('make').propertyNames).not = { pattern: RESERVED_PATTERN };
  key('base').anyOf = CONFIG_BASES;
  target.anyOf = [{ required: ['extends'] }, { required: ['arch', 'image'] }];
  target.allOf = ['budgets', 'growth'].map((limits) => dtbRule(limits, presets));
  return file;
}

type Schema = z.core.JSONSchema.BaseSchema;

function below(schema: Schema | boolean | undefined): Schema {
  if (typeof schema !== 'object') throw new Error('the schema of the budget file is built otherwise');
  return schema;
}

/** Names the keys of limits, a record to zod, so that an editor completes and explains them. */
function nameKeys(limits: Schema, sizeOf: (size: Schema) => Schema): void {
  const size = sizeOf(below(limits.additionalProperties));
  limits.properties = Object.fromEntries(
    Object.entries(METRICS).map(([metric, description]) => [metric, { description, ...size }]),
  );
  limits.patternProperties = { [PART_PATTERN.source]: { description: PARTS, ...size } };
  limits.additionalProperties = false;
  delete limits.propertyNames;
}

/** A budget of nothing can never hold. */
function withoutZero(size: Schema): Schema {
  return { ...size, not: { anyOf: [{ const: 0 }, { type: 'string', pattern: '^0([xX]0+|[KMG])?$' }] } };
}

/** As `isConfigBase` has it: a word of make's, or what looks like a path. */
const CONFIG_BASES: Schema[] = [
  { enum: ['tinyconfig', 'allnoconfig'] },
  { pattern: String.raw`^([\w.-]+_)?defconfig$` },
  { pattern: '[/.]' },
];

/** A limit on `dtb` needs a target, or a preset, that has a device tree blob. */
function dtbRule(limits: string, presets: readonly ListedPreset[]): Schema {
  const having = presets.filter(({ target }) => target.dtb !== undefined).map(({ name }) => name);
  return {
    anyOf: [
      { not: { required: [limits], properties: { [limits]: { required: ['dtb'] } } } },
      { required: ['dtb'] },
      { required: ['extends'], properties: { extends: { enum: having } } },
    ],
  };
}
