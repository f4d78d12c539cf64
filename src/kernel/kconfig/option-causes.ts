/**
 * Tells what in a kernel tree gave an option its value in a resolved `.config`, as scripts/kconfig/symbol.c comes to
 * it: a request, else the larger of selects and the first default that applies. A cause is told only where the tree
 * and the `.config` prove it.
 */
import { compareNames } from '../../size/columns/compare-names.ts';
import type { OptionCause, OptionChange } from '../../size/delta/config-delta.ts';
import { optionValue } from '../../size/kernel-config.ts';
import { conjunctsOf, evaluate, lesser, splitCondition, unquoted } from './evaluate.ts';
import {
  type CauseContext,
  type Evidence,
  applyingDefaults,
  gatherEvidence,
  isDefault,
  isPrompt,
  isUnselected,
  levelOf,
  promptConditions,
  promptLevel,
  selectorLevel,
  written,
} from './option-evidence.ts';
import { type KconfigEntry, type KconfigLine, dependenciesOf } from './parse-kconfig.ts';

/** The cause of each change, by name. Reads all Kconfig files of the tree that the architecture has. */
export function optionCauses(
  changes: readonly OptionChange[],
  context: CauseContext,
): ReadonlyMap<string, OptionCause> {
  if (changes.length === 0) return new Map();
  const evidence = gatherEvidence(new Set(changes.map(({ name }) => name)), context);
  return new Map(changes.map((change) => [change.name, causeOf(change, evidence)]));
}

function causeOf({ name, head }: OptionChange, evidence: Evidence): OptionCause {
  if (head === undefined) return absenceOf(name, evidence);
  const requested = requestCause(name, head, evidence);
  if (requested !== undefined) return requested;
  const choice = (evidence.definitions.get(name) ?? [])
    .map(choiceAround)
    .find((found) => found !== undefined);
  if (choice !== undefined) return choiceCause(name, choice, evidence);
  if (head === 'n') return { kind: evidence.requests.has(name) ? 'unknown' : 'unset' };
  return (
    selectCause(name, 'select', evidence) ??
    selectCause(name, 'imply', evidence) ??
    defaultCause(name, head, evidence) ?? {
      kind: EMPTY.has(head) && isUnset(name, evidence) ? 'unset' : 'unknown',
    }
  );
}

/** What a number or text has that has no default. */
const EMPTY: ReadonlySet<string> = new Set(['0', '0x0', '""']);

/** A request counts only where a prompt is visible (sym_calc_value). */
function requestCause(name: string, head: string, evidence: Evidence): OptionCause | undefined {
  const request = evidence.requests.get(name);
  if (request?.value !== head || promptLevel(name, evidence) === 0) return undefined;
  return { kind: 'fragment', file: request.file, line: request.line };
}

function selectCause(name: string, kind: 'select' | 'imply', evidence: Evidence): OptionCause | undefined {
  const wanted = evidence.config.get(name);
  const { changed } = evidence;
  const by = (evidence.selectors.get(name) ?? [])
    .filter(({ line }) => line.keyword === kind)
    .filter((selector) => written(name, selectorLevel(selector, evidence), evidence) === wanted)
    .map((selector) => selector.by.start.rest);
  if (by.length === 0) return undefined;
  const rank = (option: string) => (changed.has(option) ? 0 : 1);
  return { kind, by: [...new Set(by)].toSorted((a, b) => rank(a) - rank(b) || compareNames(a, b)) };
}

/** The first default that applies; also where its value is unknown, if nothing else can have given the option one. */
function defaultCause(name: string, head: string, evidence: Evidence): OptionCause | undefined {
  const applying = applyingDefaults(name, evidence);
  const fitting = applying.filter(({ gives }) => gives === undefined || gives === unquoted(head));
  const [first] = fitting;
  if (first === undefined || fitting.length > 1) return undefined;
  const proven = applying.length === 1 && first.level !== undefined && first.gives !== undefined;
  const unasked = () => !evidence.requests.has(name) || promptLevel(name, evidence) === 0;
  const only = () => unasked() && isUnselected(name, evidence);
  return proven || only() ? { kind: 'default', file: first.line.file, line: first.line.line } : undefined;
}

function choiceCause(name: string, choice: KconfigEntry, evidence: Evidence): OptionCause {
  const { definitions, config } = evidence;
  const takes = [...definitions].find(
    ([option, entries]) =>
      optionValue(config, option) === 'y' && entries.some((entry) => choiceAround(entry) === choice),
  )?.[0];
  const line = choiceDefault(choice, evidence);
  if (takes === name && line !== undefined && splitCondition(line.rest).value === name) {
    return { kind: 'default', file: line.file, line: line.line };
  }
  return { kind: 'choice', file: choice.start.file, line: choice.start.line, takes };
}

/** The first default of a choice that applies and names an option that is visible (sym_choice_default). */
function choiceDefault(choice: KconfigEntry, evidence: Evidence): KconfigLine | undefined {
  for (const line of choice.lines.filter(isDefault)) {
    const option = splitCondition(line.rest).value;
    const level = lesser(levelOf(choice, line, evidence), promptLevel(option, evidence));
    if (level !== 0) return level === undefined ? undefined : line;
  }
  return undefined;
}

function choiceAround({ outer }: KconfigEntry): KconfigEntry | undefined {
  if (outer === undefined || outer.start.keyword === 'choice') return outer;
  return choiceAround(outer);
}

function absenceOf(name: string, evidence: Evidence): OptionCause {
  const entries = evidence.definitions.get(name);
  if (entries === undefined) return { kind: 'gone' };
  // What an entry depends on does not keep a select from turning its option on.
  const giving = entries.filter(({ lines }) => lines.some((line) => isPrompt(line) || isDefault(line)));
  const lacking = failingOf(giving.map(dependenciesOf), evidence);
  if (lacking !== undefined) return { kind: 'depends', on: lacking };
  if (!isUnset(name, evidence)) return { kind: 'unknown' };
  const hidden = failingOf(promptConditions(name, evidence), evidence);
  if (hidden !== undefined) return { kind: 'depends', on: hidden };
  return { kind: promptLevel(name, evidence) === 0 ? 'unset' : 'unknown' };
}

/** What does not hold of each of some lists of conditions; `undefined` where one list may hold, or there is none. */
function failingOf(lists: readonly (readonly string[])[], evidence: Evidence): string[] | undefined {
  const failing = lists.map((conditions) =>
    conditions.flatMap(conjunctsOf).filter((part) => evaluate(part, evidence) === 0),
  );
  const [first, ...others] = failing;
  if (first === undefined || failing.some((parts) => parts.length === 0)) return undefined;
  const common = first.filter((part) => others.every((parts) => parts.includes(part)));
  if (common.length > 0) return [...new Set(common)];
  return [[...new Set(failing.map((parts) => `(${parts.join(' && ')})`))].join(' || ')];
}

function isUnset(name: string, evidence: Evidence): boolean {
  return isUnselected(name, evidence) && applyingDefaults(name, evidence).every(({ gives }) => gives === 'n');
}
