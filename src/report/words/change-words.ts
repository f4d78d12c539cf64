/** A change in words where it is two: of the size, and of what growth is judged by. */
import { formatChange } from '../../budget/units.ts';
import { type MetricDelta, countedChange, metricChange } from '../../size/delta/metric-deltas.ts';

/** How the two are told apart: `+22 B before compression`, `+704 B compressed`. */
interface ContentWords {
  readonly content: string;
  readonly size: string;
}

const COMPRESSION: ContentWords = { content: 'before compression', size: 'compressed' };
const PADDING: ContentWords = { content: 'without padding', size: 'with it' };

const WORDS: Readonly<Partial<Record<string, ContentWords>>> = {
  image: COMPRESSION,
  flash: COMPRESSION,
  ram: { content: 'without the room to inflate', size: 'with it' },
};

/** What sections and the sums of them are judged by. */
export function contentWords(metric: MetricDelta['metric']): ContentWords {
  return WORDS[metric] ?? PADDING;
}

/** `+704 B (+22 B before compression)`, or `+704 B` where growth is judged by that; `new` without a base. */
export function changeWords(delta: MetricDelta): string {
  const [change, counted] = [metricChange(delta), countedChange(delta)];
  if (change === undefined) return 'new';
  if (delta.content === undefined || counted === change) return formatChange(change);
  const judged = counted === undefined ? 'not known' : formatChange(counted);
  return `${formatChange(change)} (${judged} ${contentWords(delta.metric).content})`;
}
