/**
 * What sources read, or ask for, without a compiler's note of it: `.incbin` and `.include` of the assembler, `#embed` of
 * C23, `__has_include` and `__has_embed` (gcc's and gas' manuals; -M lists what `#include` has found alone).
 */

/** What the sources of a kernel say. */
export interface SourceDirectives {
  /** Files that ask whether another one is there, as they were given. */
  readonly asking: readonly string[];
  /** Names of what is read, as they are written; `*` for one that something else spells. */
  readonly names: readonly string[];
}

/** `read` returns what is in a file, undefined for one that cannot be read. */
export function readDirectives(
  files: readonly string[],
  read: (file: string) => Buffer | undefined,
): SourceDirectives {
  const asking: string[] = [];
  const names = new Set<string>();
  for (const file of files) {
    const bytes = read(file);
    if (bytes === undefined) continue;
    if (bytes.includes('__has_') && ASKS.some((word) => bytes.includes(word))) asking.push(file);
    if (!READS.some((word) => bytes.includes(word))) continue;
    for (const name of namesIn(withoutComments(bytes.toString('latin1')))) names.add(name);
  }
  return { asking, names: [...names].toSorted() };
}

const ASKS = ['__has_include', '__has_embed'];

/** What each directive has. */
const READS = ['.inc', 'embed'];

const DIRECTIVE = /(?:(?<!(?:^|[^\\])[\w.)\]>$/-])\.(?:incbin|include)|^[ \t]*#[ \t]*embed)\b(.{0,300})/gm;

function namesIn(text: string): string[] {
  return [...text.matchAll(DIRECTIVE)].flatMap(({ index, 1: rest = '' }) => {
    // A field of a structure.
    if (/^\s*=/.test(rest)) return [];
    const lineBefore = text.slice(text.lastIndexOf('\n', index) + 1, index);
    const quotes = lineBefore.replaceAll(/\\./g, '').split('"').length - 1;
    return namesAfter(rest, { text, isInString: quotes % 2 === 1 });
  });
}

/** A format of a program that writes sources is no name of its own. */
function namesAfter(
  rest: string,
  { text, isInString }: { readonly text: string; readonly isInString: boolean },
): readonly string[] {
  const quoted = (isInString ? /^\s*\\"([^"\\]+)\\"/ : /^\s*["<]([^">\\]+)[">]/).exec(rest)?.[1];
  if (quoted !== undefined) return quoted.includes('%') ? [] : [quoted];
  const macro = isInString ? undefined : /^\s*([A-Za-z_]\w*)/.exec(rest)?.[1];
  const defined = macro === undefined ? [] : valuesOf(macro, text);
  return defined.length > 0 ? defined : ['*'];
}

const DEFINITION = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+"([^"\n]+)"/gm;

function valuesOf(macro: string, text: string): string[] {
  return [...text.matchAll(DEFINITION)].flatMap(([, name, value]) =>
    name === macro && value ? [value] : [],
  );
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  for (let from = 0; ;) {
    const start = text.indexOf('/*', from);
    parts.push(text.slice(from, start === -1 ? undefined : start));
    const end = start === -1 ? -1 : text.indexOf('*/', start + 2);
    if (end === -1) return parts.join(' ');
    from = end + 2;
  }
}
