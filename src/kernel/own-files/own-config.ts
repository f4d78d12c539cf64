/** Proves that a `.config` is that of a kernel, or refuses it. */
import { gunzipSync } from 'node:zlib';
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { sectionContents } from '../../elf/section-contents.ts';
import { nameFinder } from '../../elf/symbols/name-finder.ts';
import { diffConfigs } from '../../size/delta/config-delta.ts';
import { parseKernelConfig } from '../../size/kernel-config.ts';
import type { ConfigFile } from '../../size/same-build/config-facts.ts';
import { configDifference } from '../../size/same-build/config-match.ts';
import type { Evidence } from '../../size/same-build/evidence.ts';
import { UserError } from '../../user-error.ts';

/** Throws a UserError that names the first difference; `name` is what messages call the file. */
export function requireOwnConfig(
  elf: Elf,
  table: SymbolTable,
  config: ConfigFile & { readonly name: string; readonly evidence: Evidence },
): void {
  const difference = embeddedDifference(elf, table, config) ?? configDifference(elf, table, config);
  if (difference === undefined) return;
  throw new UserError(
    `${config.name} is not the configuration of ${elf.name}: ${difference}; give the .config of the same build`,
  );
}

const START = 'kernel_config_data';
const END = 'kernel_config_data_end';

/** Far more than a .config that is not compressed. */
const LARGEST = 16 * 1024 * 1024;

/** With CONFIG_IKCONFIG=y a kernel carries its own (kernel/configs.c); comments in it are no difference. */
function embeddedDifference(elf: Elf, table: SymbolTable, { options }: ConfigFile): string | undefined {
  const bytes = embeddedBytes(elf, table);
  if (bytes === undefined) return undefined;
  const text = unpackText(bytes);
  if (text === undefined) return 'the configuration that vmlinux carries cannot be unpacked';
  const [first] = diffConfigs(options, parseKernelConfig(text));
  return (
    first &&
    `CONFIG_${first.name} is ${first.base ?? 'absent'}, in the configuration that vmlinux carries ${first.head ?? 'absent'}`
  );
}

function unpackText(bytes: Uint8Array): string | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
  } catch {
    return undefined;
  }
}

function embeddedBytes(elf: Elf, table: SymbolTable): Uint8Array | undefined {
  const find = nameFinder(table.names, [START, END]);
  const places = new Map<string, { readonly address: bigint; readonly index: number }>();
  for (let row = 1; row < table.count; row++) {
    const name = find(row);
    if (name === undefined) continue;
    places.set(name, { address: table.addresses[row]!, index: table.sectionIndexes[row]! });
  }
  const [start, end] = [places.get(START), places.get(END)];
  const section = start && elf.sections[start.index];
  if (start === undefined || section === undefined || end?.index !== start.index) return undefined;
  const [from, to] = [start.address, end.address].map((address) => Number(address - section.address));
  if (from! < 0 || to! > section.size || from! >= to!) return undefined;
  return sectionContents(elf, section).range(from!, to!);
}
