/** Steps that go to other commits, and those that something befalls what is kept between checks. */
import { EDITS } from './edits.js';
import { FILES } from './files.js';
import { pick } from './random.js';

/** Takes the files that an earlier step changed from before it. */
function revert(walk) {
  const earlier = pick(
    walk.random,
    walk.history.filter(({ paths }) => paths.length > 0),
  );
  if (earlier === undefined) return undefined;
  const changes = Object.fromEntries(
    earlier.paths.flatMap((path) => {
      const [before, now] = [walk.readAt(earlier.parent, path), walk.read(path)];
      return before?.text === now?.text && before?.mode === now?.mode ? [] : [[path, before ?? null]];
    }),
  );
  return Object.keys(changes).length === 0 ? undefined : { changes, note: `step ${earlier.number}` };
}

const earlierCommit = (walk) =>
  pick(
    walk.random,
    walk.history.filter(({ outcome, commit }) => outcome === 'built' && commit !== walk.tip),
  );

const treeOfEarlier = (walk) => {
  const earlier = earlierCommit(walk);
  return earlier && { from: earlier.commit, changes: {}, note: `step ${earlier.number}` };
};

/** Of a commit that was checked before, the cache has the kernel. */
const earlierItself = (walk) => {
  const earlier = earlierCommit(walk);
  return earlier && { head: earlier.commit, note: `step ${earlier.number}` };
};

const toFar = (walk) => ({
  from: walk.far,
  changes: {},
  note: 'hundreds of files',
  later: ['back from the far commit', treeOfEarlier],
});

const toOtherSeries = (walk) => ({
  from: walk.otherSeries,
  changes: {},
  note: 'Linux 6.1',
  next: ['back from another series', treeOfEarlier],
});

export const JUMPS = {
  revert,
  'revert, again': revert,
  'tree of an earlier commit': treeOfEarlier,
  'an earlier commit itself': earlierItself,
  'far commit': toFar,
  'another series': toOtherSeries,
};

/** An edit, and what happens before it is checked. */
const befalling = (accident) => (walk) => {
  const kinds = [
    EDITS['function body'],
    EDITS.string,
    EDITS['header included by some'],
    EDITS['header included by few'],
    FILES['rename a source'],
  ];
  const step = pick(walk.random, kinds)(walk);
  return step && { ...step, accident };
};

export const ACCIDENTS = {
  'fresh checkout': befalling('no source'),
  'no build folder': befalling('no build folder'),
  'neither checkout nor build folder': befalling('neither'),
  'no store': befalling('no store'),
  'nothing kept': befalling('nothing'),
  'base of another commit': befalling('other base'),
  'killed check': befalling('kill'),
  'killed check, again': befalling('kill'),
  'killed check, headers': (walk) => {
    const step = EDITS['header included everywhere'](walk);
    return step && { ...step, accident: 'kill' };
  },
};
