const CUT = '\n\n… (cut)';

/** Cuts a text between two lines so that it and a sign of the cut take no more UTF-8 bytes than `most`. */
export function cutLines(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const kept: string[] = [];
  let left = most - bytesOf(CUT);
  for (const line of text.split('\n')) {
    left -= bytesOf(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return kept.join('\n') + CUT;
}

/** Cuts a line so that it and its ellipsis have no more UTF-16 units than `most`; no character is split. */
export function cutLine(line: string, most: number): string {
  if (line.length <= most) return line;
  let kept = '';
  for (const character of line) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The length of a text in UTF-8, as GitHub counts it. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
