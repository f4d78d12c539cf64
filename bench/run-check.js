/** A check by the command line, by the action, and what their output tells of the makes in them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { measureSuccess, note } from './measure.js';
import { BUDGET_FILE, root } from './place.js';

/**
 * A check that compared all it was to.
 * @typedef {object} Check
 * @property {number} seconds
 * @property {number} peak Of the tool's own process.
 * @property {readonly { title: string, objects: number, seconds: number }[]} makes
 * @property {string} workspace Where it keeps builds; only of the command line.
 */

/**
 * Checks `head` against the base with what `xdgCache` holds.
 * @param {import('./place.js').Place} place
 * @param {{ xdgCache: string, head: string, targets: readonly string[], more?: readonly string[] }} options
 * @returns {Promise<Check>}
 */
export async function checkByCli({ kernel, base }, { xdgCache, head, targets, more = [] }) {
  const args = [
    'check',
    ...Object.entries({ kernel, config: join(kernel, BUDGET_FILE), base, head }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]),
    ...targets.flatMap((name) => ['--target', name]),
    ...more,
  ];
  const env = { XDG_CACHE_HOME: xdgCache };
  const run = await measureSuccess(process.execPath, [join(root, 'dist/cli.js'), ...args], { env });
  note(`check of ${head.slice(0, 12)}, ${targets.join(' ')}`, run.seconds);
  const makes = run.lines.flatMap(({ line }) => {
    const [, title, objects, seconds] =
      /^(\S+: (?:configuring|building) \w+): (?:(\d+) objects?, )?(\d+\.\d) s, done$/.exec(line) ?? [];
    return title === undefined ? [] : [{ title, objects: Number(objects ?? 0), seconds: Number(seconds) }];
  });
  const text = run.lines.map(({ line }) => line).join('\n');
  return { ...run, makes, workspace: /kept in (.*)$/m.exec(text)?.[1] ?? '' };
}

/**
 * Checks `head` against the base as a step of a workflow does: in the checkout, where `head` is, with nothing from
 * earlier runs.
 * @param {import('./place.js').Place} place
 * @param {{ head: string, temp: string, targets: string }} options
 * @returns {Promise<Check>}
 */
export async function checkByAction(place, { head, temp, targets }) {
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp, { recursive: true });
  const inputs = {
    ...defaultInputs(),
    targets,
    base: place.base,
    comment: 'never',
    token: 'none',
  };
  const env = { ...contextOf(place, { head, temp }), ...inputVariables(inputs) };
  const run = await measureSuccess(process.execPath, [join(root, 'dist/action.js')], {
    cwd: place.kernel,
    env,
  });
  note(`check of ${head.slice(0, 12)}, ${targets}, as the action`, run.seconds);
  return { ...run, makes: makesOfLog(run.lines), workspace: '' };
}

/** As the runner hands them on. */
function defaultInputs() {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));
}

function inputVariables(inputs) {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** A dispatch: what is checked asks nothing of GitHub then. */
function contextOf({ kernel }, { head, temp }) {
  const file = (name, text = '') => {
    writeFileSync(join(temp, name), text);
    return join(temp, name);
  };
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_EVENT_PATH: file('event.json', '{}'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_REPOSITORY: 'octo/linux',
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: head,
    GITHUB_WORKSPACE: kernel,
    RUNNER_TEMP: temp,
  };
}

/** Groups of the log, one after the other for one target. */
function makesOfLog(lines) {
  const makes = [];
  for (const { line, seconds } of lines) {
    const [, title] = /^::group::(.*)$/.exec(line) ?? [];
    const last = makes.at(-1);
    if (title !== undefined) makes.push({ title, objects: 0, seconds, isOpen: true });
    if (last?.isOpen !== true) continue;
    if (/^ {2}[A-Z]+ +\S+\.o$/.test(line)) last.objects++;
    if (line === '::endgroup::') Object.assign(last, { seconds: seconds - last.seconds, isOpen: false });
  }
  return makes;
}

/** @param {Check} check */
export const makeSeconds = ({ makes }) => makes.reduce((sum, { seconds }) => sum + seconds, 0);

/** @param {Check} check */
export const objectCount = ({ makes }) => makes.reduce((sum, { objects }) => sum + objects, 0);

/**
 * Throws an Error where a check ran another number of makes than it should: then it was not the check that its figure
 * stands for.
 * @param {Check} check
 * @param {number} count
 */
export function requireMakes(check, count) {
  if (check.makes.length === count) return check;
  const titles = check.makes.map(({ title }) => title).join(', ');
  throw new Error(`a check ran ${check.makes.length} makes (${titles}); expected ${count}`);
}
