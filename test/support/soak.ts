/** Whether long forms of tests are asked for: `npm run soak`. */
export function isSoak(): boolean {
  return process.env['KSB_SOAK'] !== undefined;
}
