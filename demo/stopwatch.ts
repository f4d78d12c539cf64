/** Runs one part and prints how long it took. */
export async function timed<T>(what: string, part: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await part();
  process.stdout.write(`[${((performance.now() - start) / 1000).toFixed(1)} s] ${what}\n`);
  return result;
}
