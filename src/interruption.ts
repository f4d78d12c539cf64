/** Ctrl-C, or a runner that cancels: not an error of anybody's. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** Aborts with an Interruption on SIGINT, SIGTERM and SIGHUP, so that compilers end and folders are put back. */
export function interruption(target: Pick<NodeJS.Process, 'once'>): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    target.once(signal, () => controller.abort(new Interruption(`interrupted by ${signal}`)));
  }
  return controller.signal;
}
