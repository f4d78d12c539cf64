/** Choices that are the same for the same seed. */

/**
 * A generator of numbers in [0, 1) (mulberry32).
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One of several, undefined where there is none.
 * @template Item
 * @param {() => number} random
 * @param {readonly Item[]} items
 */
export function pick(random, items) {
  return items[Math.floor(random() * items.length)];
}

/**
 * The same in another order.
 * @template Item
 * @param {() => number} random
 * @param {readonly Item[]} items
 */
export function shuffle(random, items) {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}
