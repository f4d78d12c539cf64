import {
  type ActionsCacheCall,
  type CacheAnswer,
  type CacheRequest,
  askActionsCache,
} from './actions-cache.ts';
import type { Notice } from './store.ts';

/** Milliseconds that calls which fail may take, all those of one run together. */
export type Patience = Readonly<Record<CacheRequest['kind'], number>>;

/** Asks the Actions cache as long as that is worth it, and says in a notice why it gave or took nothing. */
export interface PatientCache {
  readonly isWorthAsking: (kind: CacheRequest['kind']) => boolean;
  /** The name of the entry that was given or taken; undefined for none. */
  readonly ask: (call: Omit<ActionsCacheCall, 'milliseconds'>) => Promise<string | undefined>;
}

/** A service that has used up the patience, or that this run may not use, is not asked again. */
export function patientCache(patience: Patience, notice: Notice): PatientCache {
  const left = { ...patience };
  const told = new Set<string>();
  const ask: PatientCache['ask'] = async (call) => {
    const { kind } = call.request;
    const started = performance.now();
    const answer = await askActionsCache({ ...call, milliseconds: left[kind] });
    if (answer.kind === 'done') return answer.name;
    if (answer.kind === 'unavailable') left.restore = left.save = 0;
    if (answer.kind === 'denied') left[kind] = 0;
    if (answer.kind === 'failed') left[kind] -= performance.now() - started;
    const text = describe(answer, call.request);
    if (text !== undefined && !told.has(text)) {
      told.add(text);
      notice(left[kind] > 0 ? text : `${text}; it is not asked again`);
    }
    return undefined;
  };
  return { isWorthAsking: (kind) => left[kind] > 0, ask };
}

/** Undefined for what is as it should be. */
function describe(answer: CacheAnswer, { kind, name }: CacheRequest): string | undefined {
  switch (answer.kind) {
    case 'unavailable':
      return 'nothing is kept between runs: the runner names no Actions cache';
    case 'denied':
      return kind === 'restore'
        ? 'the Actions cache may not be read in this run'
        : 'the Actions cache may only be read in this run: what it has built is not kept';
    case 'failed':
      return `the Actions cache did not ${kind === 'restore' ? 'give' : 'take'} ${name}: ${answer.reason}`;
    default:
      return undefined;
  }
}
