import { markdownTable } from 'markdown-table';
import { unbroken } from '../inert/unbroken.ts';

/** A table with its first `words` columns to the left and numbers to the right; cells are inert markdown. */
export function table(
  rows: readonly (readonly string[])[],
  { words }: { readonly words: number } = { words: 1 },
): string {
  const align = (rows[0] ?? []).map((_, column) => (column < words ? 'l' : 'r'));
  return markdownTable(
    rows.map((row) => row.map((cell) => unbroken(cell))),
    { align },
  );
}

/** A section that readers unfold; `title` is inert HTML, `body` inert markdown. */
export function fold(title: string, body: string, state: 'open' | 'closed'): string {
  return `<details${state === 'open' ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

export function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${unbroken(item)}`).join('\n')];
}
