/** Where a walk is, which step it takes next, and what came of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBuilt } from './built.js';
import { befall, buildClean, checkWarm, isOf61, warmDigests } from './compare.js';
import { EDITS } from './edits.js';
import { FILES } from './files.js';
import { ACCIDENTS, JUMPS } from './jumps.js';
import { KBUILD } from './kbuild.js';
import { pick, shuffle } from './random.js';
import { SHADOWS } from './shadows.js';

/**
 * Folders and settings of a walk.
 * @typedef {ReturnType<typeof import('./place.js').openPlace>} Place
 * What steps choose by.
 * @typedef {ReturnType<typeof createWalk>} Walk
 */

const KINDS = { ...EDITS, ...FILES, ...SHADOWS, ...KBUILD, ...JUMPS, ...ACCIDENTS };

/**
 * @param {Place} place
 * @param {{ initial: string, far: string, otherSeries: string }} commits
 * @param {() => number} random
 */
export function createWalk(place, { initial, far, otherSeries }, random) {
  const { repository, arch } = place;
  const walk = {
    random,
    arch,
    far,
    otherSeries,
    number: 0,
    tip: initial,
    history: [],
    built: { sources: [], assembly: [], headers: [], wrappers: [] },
    /** Clean builds by tree, which decides on them. */
    clean: new Map(),
    seconds: 10,
    deck: [],
    next: undefined,
    /** What of this step was asked of the last clean build; of a step of a journal, what it said then. */
    answers: {},
    /** Of the steps until now, for the journal. */
    entries: [],
    readAt: (commit, path) => repository.read(commit, path),
    read: (path) => repository.read(walk.tip, path),
    made: (path) => {
      if (!Object.hasOwn(walk.answers, path)) walk.answers[path] = textOf(join(place.clean, path)) ?? null;
      return walk.answers[path] ?? undefined;
    },
  };
  return walk;
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Takes kinds in a random order, all of them before one comes again; kinds that cannot be done now are passed over. */
function chooseStep(walk, only) {
  for (;;) {
    if (walk.deck.length === 0)
      walk.deck = shuffle(
        walk.random,
        Object.entries(KINDS).filter(([name]) => only === undefined || only.test(name)),
      );
    const [name, make] = walk.next ?? walk.deck.shift();
    walk.next = undefined;
    const step = make(walk);
    if (step === undefined) continue;
    if (step.later)
      walk.deck.splice(Math.floor(walk.random() * Math.min(12, walk.deck.length)), 0, step.later);
    walk.next = step.next;
    return { ...step, name };
  }
}

/** Builds the first commit; it shows too that two clean builds are alike. */
export async function beginWalk(place, walk) {
  const result = await compareStep(place, walk, { base: walk.tip, head: walk.tip });
  walk.built = readBuilt(place.clean, join(place.workspace, 'source'), walk.arch.folder);
  endStep(place, walk, { number: 0, head: walk.tip, parent: walk.tip, step: {} }, result);
  return { ...result, name: 'first commit', note: '', number: 0 };
}

/** One more step; `verdict` is `same`, `both fail` or what went wrong. */
export async function takeStep(place, walk, only) {
  walk.answers = {};
  const next = planStep(place, walk, only);
  const { number, step, base, head } = next;
  const killed = await befall(place, {
    accident: step.accident,
    base,
    head,
    random: walk.random,
    seconds: walk.seconds,
  });
  const result = await compareStep(place, walk, { base, head });
  endStep(place, walk, next, result);
  return { ...result, number, name: step.name, note: `${step.note}${killed}` };
}

/**
 * Takes the steps of a journal without a build. Throws an Error where they are no longer the same.
 * @param {Place} place
 * @param {Walk} walk
 * @param {import('./journal.js').Journal} journal
 */
export function repeatSteps(place, walk, only, { workspace, built, entries }) {
  Object.assign(place, { workspace });
  Object.assign(walk, { built });
  for (const { number, commit, outcome, seconds, made, clean } of entries) {
    walk.answers = made;
    if (number > 0) {
      const next = planStep(place, walk, only);
      if (next.head !== commit)
        throw new Error(`step ${number} (${next.step.name}) is another one than it was`);
      // When its check was killed.
      if (next.step.accident === 'kill') walk.random();
      endStep(place, walk, next, { outcome });
    } else endStep(place, walk, { number, head: commit, parent: commit, step: {} }, { outcome });
    if (clean !== undefined) walk.clean.set(...clean);
    walk.seconds = seconds;
  }
}

function planStep(place, walk, only) {
  const number = ++walk.number;
  const step = chooseStep(walk, only);
  const message = `Step ${number}: ${step.name}`;
  const parent = walk.tip;
  const head =
    step.head ??
    place.repository.commit({ from: step.from ?? parent, parent, changes: step.changes, message });
  const base = step.accident === 'other base' ? otherBase(walk) : parent;
  return { number, step, parent, base, head };
}

function endStep(place, walk, { number, step, parent, head }, { outcome }) {
  const paths = Object.keys(step.changes ?? {});
  walk.history.push({ number, commit: head, parent, paths, outcome });
  // What does not build is no base for the next step, but it is what the build folder has.
  if (outcome === 'built') walk.tip = head;
  const tree = place.repository.treeOf(head);
  const clean = walk.clean.has(tree) ? [tree, walk.clean.get(tree)] : undefined;
  const { answers: made, seconds } = walk;
  walk.entries.push({ number, commit: head, outcome, seconds, made, clean });
}

/** Not in the cache by then, so that it is built. */
function otherBase(walk) {
  const others = walk.history.filter(({ outcome, commit }) => outcome === 'built' && commit !== walk.tip);
  return pick(walk.random, others)?.commit ?? walk.tip;
}

async function compareStep(place, walk, { base, head }) {
  const warm = await checkWarm(place, base, head);
  place.workspace = warm.workspace;
  walk.seconds = warm.isBuilt ? warm.seconds : walk.seconds;
  if (/did not take|do not take|CONFIG_\w+ .*requested/.test(warm.reason))
    return { ...warm, outcome: 'refused', verdict: 'refused', clean: 0 };
  const clean = cleanOf(place, walk, head);
  const verdict = judge(place, walk, { base, head, warm, clean });
  return { ...warm, clean: clean.seconds, outcome: warm.isBuilt ? 'built' : 'failed', verdict };
}

function cleanOf(place, walk, commit) {
  const tree = place.repository.treeOf(commit);
  const known = walk.clean.get(tree);
  if (known !== undefined) return { ...known, seconds: 0 };
  const clean = buildClean(place, commit, builtOf(place, commit));
  walk.clean.set(tree, clean);
  return clean;
}

function builtOf({ repository, arch }, commit) {
  return isOf61(repository, commit) ? arch.builtIn61 : arch.built;
}

function judge(place, walk, { base, head, warm, clean }) {
  if (!warm.isBuilt || !clean.isBuilt) {
    if (warm.isBuilt) return 'CLEAN FAILS';
    return clean.isBuilt ? 'WARM FAILS' : 'both fail';
  }
  const different = differing(place, 'head', { commit: head, clean });
  if (different.length > 0) return `DIFFERENT: ${different.join(' ')}`;
  const cleanBase = walk.clean.get(place.repository.treeOf(base));
  const ofBase = cleanBase ? differing(place, 'base', { commit: base, clean: cleanBase }) : [];
  return ofBase.length > 0 ? `BASE DIFFERENT: ${ofBase.join(' ')}` : 'same';
}

function differing(place, side, { commit, clean }) {
  const { files } = builtOf(place, commit);
  const warm = warmDigests(place, side, files);
  return files.filter((_, index) => warm[index] !== clean.digests[index]);
}
