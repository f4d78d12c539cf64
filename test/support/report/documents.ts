import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** A page that people read. */
export interface Document {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** README.md first, then the pages of docs/ and CONTRIBUTING.md. */
export function readDocuments(): readonly Document[] {
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...pages.map((name) => `docs/${name}`), 'CONTRIBUTING.md'].map((path) => {
    return { path, text: readFileSync(join(ROOT, path), 'utf8') };
  });
}

/** The blocks of YAML that a page shows. */
export function yamlBlocks({ text }: Document): readonly string[] {
  return Array.from(text.matchAll(/^```yaml\n(.*?)^```$/gms), ([, block]) => block!);
}
