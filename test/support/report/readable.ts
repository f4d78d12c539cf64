/** Text as a reader has it: a space is a space and a minus a minus, wherever lines may break. */
export function readable(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u2212', '-');
}
