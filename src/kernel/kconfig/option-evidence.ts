/**
 * Gathers what may have given an option its value: the requests for it, and in the tree's Kconfig files its selects,
 * defaults and prompts. Each is told with how far its conditions hold in the resolved `.config`, which is unknown where
 * only Kconfig itself can tell.
 */
import { type KernelConfig, parseKernelConfig } from '../../size/kernel-config.ts';
import {
  type Resolved,
  TYPES,
  type Tristate,
  evaluate,
  greater,
  lesser,
  modulesLevel,
  operandOf,
  splitCondition,
  tokensOf,
  typeOf,
} from './evaluate.ts';
import {
  type KconfigEntry,
  type KconfigLine,
  dependenciesOf,
  readKconfig,
  visibilityOf,
} from './parse-kconfig.ts';

/** The head of a comparison. */
export interface CauseContext {
  /** The root of the kernel tree, with the sources of head. */
  readonly source: string;
  readonly srcArch: string;
  /** As Kconfig resolved it. */
  readonly config: KernelConfig;
  /** The fragments and the file that they are merged into, in the order of the merge. */
  readonly requests: readonly { readonly file: string; readonly text: string }[];
}

interface Request {
  readonly file: string;
  readonly line: number;
  readonly value: string;
}

/** A line `select` or `imply`, and the definition that it is in. */
interface Selector {
  readonly by: KconfigEntry;
  readonly line: KconfigLine;
}

/** All that a cause is looked up in. */
export interface Evidence extends Resolved {
  readonly requests: ReadonlyMap<string, Request>;
  readonly selectors: ReadonlyMap<string, readonly Selector[]>;
  readonly changed: ReadonlySet<string>;
}

/** What bears on the options that changed. Reads all Kconfig files of the tree that the architecture has. */
export function gatherEvidence(
  changed: ReadonlySet<string>,
  { source, srcArch, config, requests }: CauseContext,
): Evidence {
  const definitions = readKconfig(source, srcArch);
  return {
    config,
    definitions,
    changed,
    requests: lastRequests(requests),
    selectors: selectorsOf(definitions, changed),
  };
}

function lastRequests(files: CauseContext['requests']): Map<string, Request> {
  const requests = new Map<string, Request>();
  for (const { file, text } of files) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const [name, value] of parseKernelConfig(line)) {
        requests.set(name, { file, line: index + 1, value });
      }
    }
  }
  return requests;
}

function selectorsOf(
  definitions: Evidence['definitions'],
  wanted: ReadonlySet<string>,
): Map<string, Selector[]> {
  const selectors = new Map<string, Selector[]>();
  for (const by of [...definitions.values()].flat()) {
    for (const line of by.lines) {
      if (line.keyword !== 'select' && line.keyword !== 'imply') continue;
      const name = /^[\w-]+/.exec(line.rest)?.[0] ?? '';
      if (!wanted.has(name)) continue;
      const known = selectors.get(name);
      if (known === undefined) selectors.set(name, [{ by, line }]);
      else known.push({ by, line });
    }
  }
  return selectors;
}

/** What a select or imply gives: at most the value of the option that it is of. */
export function selectorLevel({ by, line }: Selector, evidence: Evidence): Tristate {
  return lesser(evaluate(by.start.rest, evidence), levelOf(by, line, evidence));
}

export function isUnselected(name: string, evidence: Evidence): boolean {
  return (evidence.selectors.get(name) ?? []).every((selector) => selectorLevel(selector, evidence) === 0);
}

interface Default {
  readonly line: KconfigLine;
  readonly level: Tristate;
  /** Without quotes; `undefined` where it is unknown. */
  readonly gives: string | undefined;
}

/** The defaults that may apply, up to the first that does. */
export function applyingDefaults(name: string, evidence: Evidence): Default[] {
  const found: Default[] = [];
  for (const entry of evidence.definitions.get(name) ?? []) {
    for (const line of entry.lines.filter(isDefault)) {
      const level = levelOf(entry, line, evidence);
      if (level !== 0) found.push({ line, level, gives: defaultValue(name, { line, level }, evidence) });
      if (level === 1 || level === 2) return found;
    }
  }
  return found;
}

function defaultValue(
  name: string,
  { line, level }: { readonly line: KconfigLine; readonly level: Tristate },
  evidence: Evidence,
): string | undefined {
  const { value } = splitCondition(line.rest);
  if (isTristate(name, evidence)) return written(name, lesser(evaluate(value, evidence, 1), level), evidence);
  const [token, ...more] = tokensOf(value);
  return token === undefined || more.length > 0 ? undefined : operandOf(token, evidence)?.text;
}

/** How a value is written for an option; only a tristate can be `m`, and only with modules. */
export function written(name: string, level: Tristate, evidence: Evidence): string | undefined {
  if (level !== 1) return level === undefined ? undefined : 'nmy'[level];
  return typeOf(name, evidence) === 'tristate' && modulesLevel(evidence) === 1 ? 'm' : 'y';
}

function isTristate(name: string, evidence: Evidence): boolean {
  const type = typeOf(name, evidence);
  return type === 'bool' || type === 'tristate';
}

/** How far a user may set an option: the largest of its prompts. */
export function promptLevel(name: string, evidence: Evidence): Tristate {
  return promptConditions(name, evidence)
    .map((conditions) => all(conditions, evidence))
    .reduce<Tristate>(greater, 0);
}

export function promptConditions(name: string, { definitions }: Evidence): string[][] {
  return (definitions.get(name) ?? []).flatMap((entry) =>
    entry.lines.filter(isPrompt).map((line) => visibilityOf(entry).concat(conditionsOf(entry, line))),
  );
}

export function levelOf(entry: KconfigEntry, line: KconfigLine, evidence: Evidence): Tristate {
  return all(conditionsOf(entry, line), evidence);
}

/** What must hold for a line of an entry: what the entry depends on, and what follows "if" on the line. */
function conditionsOf(entry: KconfigEntry, line: KconfigLine): string[] {
  const { condition } = splitCondition(line.rest);
  return [...dependenciesOf(entry), ...(condition === undefined ? [] : [condition])];
}

function all(conditions: readonly string[], evidence: Evidence): Tristate {
  return conditions.map((condition) => evaluate(condition, evidence)).reduce<Tristate>(lesser, 2);
}

export function isDefault({ keyword }: KconfigLine): boolean {
  return keyword === 'default' || keyword.startsWith('def_');
}

export function isPrompt({ keyword, rest }: KconfigLine): boolean {
  return keyword === 'prompt' || (TYPES.some((type) => type === keyword) && /^["']/.test(rest));
}
