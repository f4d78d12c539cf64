/** The known name that `written` was most likely meant to be, or undefined where none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(written.length / 3));
  const ranked = known
    .map((name) => ({ name, distance: editDistance(written.toLowerCase(), name.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

/** How a message about an unknown name ends: with the nearest known one, or with all of them. */
export function suggestion(written: string, known: readonly string[]): string {
  const name = nearest(written, known);
  if (name !== undefined) return `did you mean "${name}"?`;
  return `expected ${known.length === 1 ? '' : 'one of '}${known.join(', ')}`;
}

/**
 * Insertions, deletions and substitutions (Levenshtein), with a swap of two neighbours as one step. `Infinity` for most
 * that is above `limit`: a pasted page, or the names of all symbols of a kernel, must not cost seconds.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > Math.min(limit, 20)) return Infinity;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, older[j - 2]! + 1);
      row.push(best);
    }
    // A swap reaches back by two rows.
    if (Math.min(...row) > limit && Math.min(...last) > limit) return Infinity;
    older = last;
    last = row;
  }
  return last[b.length]!;
}
