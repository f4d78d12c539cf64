/**
 * Finds a key that stands twice in one object of a JSON text: JSON.parse keeps the last of the values, and another
 * reader may keep the first (https://www.rfc-editor.org/rfc/rfc8259#section-4).
 */

/** Texts, and what opens and closes objects and lists; a colon behind a text makes it a key. Each text is closed. */
const TOKEN = /"((?:[^"\\]|\\.)*)"?(\s*:)?|[{}[\]]/gs;

/** The first such key of a text that JSON.parse takes; undefined where each is there once. */
export function doubleKey(json: string): string | undefined {
  /** The keys of each open object, and undefined for each open list. */
  const open: (Set<string> | undefined)[] = [];
  for (const [token, written, colon] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1)!;
      const key = written!.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written!;
      if (keys.has(key)) return key;
      keys.add(key);
    }
  }
  return undefined;
}
