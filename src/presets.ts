import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Preset, parsePreset } from './budget/file/preset.ts';

/** The presets that are shipped beside the program, src/ and dist/ being neighbours of presets/. */
export function readPresets(): ReadonlyMap<string, Preset> {
  const folder = fileURLToPath(new URL('../presets/', import.meta.url));
  const names = readdirSync(folder).toSorted();
  return new Map(names.map((name) => [name, readPreset(join(folder, name), name)]));
}

function readPreset(folder: string, name: string): Preset {
  return parsePreset({ name, folder, text: readFileSync(join(folder, 'target.yml'), 'utf8') });
}
