/** Checks the names under `budgets` and `growth`: metrics, and parts such as `section:.text`. */
import { METRIC_NAMES } from '../size/measurement.ts';
import { SELECTOR_KINDS, type SelectorKind } from '../size/selectors/selector-sizes.ts';
import { nearest } from './nearest.ts';

const EXAMPLES: Readonly<Record<SelectorKind, string>> = {
  section: 'section:.text',
  symbol: 'symbol:log_buf',
  object: 'object:fs/dcache.o',
  dir: 'dir:drivers/',
  subsystem: 'subsystem:MEMORY MANAGEMENT*',
};

/** A part's name as the JSON Schema of the budget file has it: without space around it; that of a folder ends with a slash. */
export const PART_PATTERN =
  /^((section|symbol|object|subsystem):[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?|dir:[^\s/\x00-\x1f\x7f][^\x00-\x1f\x7f]*\/)$/;

/** What is wrong with a name and what to write instead; undefined for a metric and for a part. */
export function limitNameMistake(written: string): string | undefined {
  if ((METRIC_NAMES as readonly string[]).includes(written) || PART_PATTERN.test(written)) return undefined;
  const colon = written.indexOf(':');
  return colon === -1
    ? metricMistake(written)
    : partMistake(written.slice(0, colon), written.slice(colon + 1));
}

function metricMistake(written: string): string {
  const kind = SELECTOR_KINDS.find((one) => one === written);
  const near = kind === undefined ? nearest(written, METRIC_NAMES) : EXAMPLES[kind];
  return `unknown metric "${written}"; ${near === undefined ? expected() : `did you mean "${near}"?`}`;
}

function expected(): string {
  return `expected one of ${METRIC_NAMES.join(', ')}, or a part such as ${EXAMPLES.section} or ${EXAMPLES.dir}`;
}

function partMistake(kind: string, name: string): string {
  const written = `"${kind}:${name}"`;
  const known = SELECTOR_KINDS.find((one) => one === kind);
  if (known === undefined) {
    const near = nearest(kind, SELECTOR_KINDS);
    const fix = near === undefined ? `expected ${kinds()}` : `did you mean "${near}:${name}"?`;
    return `unknown kind of part ${written}; ${fix}`;
  }
  const trimmed = name.trim();
  if (trimmed === '')
    return `${written} names nothing; write it behind the colon, as in "${EXAMPLES[known]}"`;
  if (/[\x00-\x1f\x7f]/.test(trimmed))
    return `${written} has a character that cannot be printed; leave it out`;
  if (known !== 'dir') return `${written} has space around its name; write "${known}:${trimmed}"`;
  const path = trimmed
    .split('/')
    .filter((part) => part !== '')
    .join('/');
  if (path === '') return `${written} names no folder of the kernel tree; write one, as in "${EXAMPLES.dir}"`;
  const what = trimmed.startsWith('/') ? 'is no path in the kernel tree' : 'does not end with a slash';
  return `${written} ${what}; write "dir:${path}/"`;
}

function kinds(): string {
  return `${SELECTOR_KINDS.slice(0, -1)
    .map((kind) => `${kind}:`)
    .join(', ')} or ${SELECTOR_KINDS.at(-1)}:`;
}
