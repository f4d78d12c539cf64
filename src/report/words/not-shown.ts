/** What the lines left out are, and what they sum to, as it is printed: `+12 B`. */
interface LeftOut {
  readonly what?: 'more' | 'smaller';
  readonly sum?: string;
}

/** The line that ends a list which is cut; none where nothing is left out. */
export function notShown(count: number, { what = 'more', sum }: LeftOut = {}): string[] {
  if (count <= 0) return [];
  return [`(not shown: ${count} ${what}${sum === undefined ? '' : `, ${sum} in all`})`];
}
