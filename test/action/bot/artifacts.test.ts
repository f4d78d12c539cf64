import { describe, expect, test } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import { type ZipArchive, patched, zipsOf } from '../../github/runs/zip-archive.ts';
import { outcomeOf } from '../../support/bot/bot-outcome.ts';
import { grownReport, storedReport, useBot, workflowRunEvent } from '../../support/bot/bot.ts';
import { type Fault, refusal } from '../../support/github/fake-github-faults.ts';
import { artifact } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeArtifact } from '../../support/github/resources/fake-github-records.ts';

const bot = useBot();

const text = renderJson(grownReport());
const report = { name: 'report.json', text };

const archives = {
  good: { entries: [report] },
  streamed: { entries: [report], layout: 'stream' },
  large: { entries: [report], layout: 'zip64' },
  empty: { entries: [] },
  second: { entries: [report, { name: 'more.json', text }] },
  duplicate: { entries: [report, report] },
  thousands: { entries: Array.from({ length: 5000 }, (_, index) => ({ name: `${index}`, text: '' })) },
  otherName: { entries: [{ name: 'part.json', text }] },
  otherCase: { entries: [{ name: 'Report.json', text }] },
  above: { entries: [{ name: '../report.json', text }] },
  absolute: { entries: [{ name: '/report.json', text }] },
  below: { entries: [{ name: 'kernel/report.json', text }] },
  backslash: { entries: [{ name: '..\\report.json', text }] },
  longName: { entries: [{ name: 'x'.repeat(60_000), text }] },
  link: { entries: [{ name: 'report.json', text: '/proc/self/environ', mode: 0o120777 }] },
  folder: { entries: [{ name: 'report.json', text: '', mode: 0o040755 }] },
  dosFolder: { entries: [{ name: 'report.json', text: '', attributes: 0x10 }] },
  pipe: { entries: [{ name: 'report.json', text: '', mode: 0o010644 }] },
  bomb: { entries: [{ name: 'report.json', text: ' '.repeat(1024), times: 40 * 1024 }] },
  otherMethod: { entries: [{ ...report, method: 'bzip2' }] },
} as const satisfies Record<string, ZipArchive>;

const zips = zipsOf(archives);

const zipped = (archive: Uint8Array, more: Partial<FakeArtifact> = {}) => [artifact({ archive, ...more })];

/** What is wrong with the archive, and the start of what the comment says of it. */
const ARCHIVES: readonly (readonly [string, readonly FakeArtifact[], string])[] = [
  ['is not there', [], 'workflow run 500 has no artifact "kernel-size-report"'],
  [
    'has another name',
    zipped(zips.good, { name: 'kernel-size-reports' }),
    'workflow run 500 has no artifact',
  ],
  ['is of another run', zipped(zips.good, { runId: 499 }), 'workflow run 500 has no artifact'],
  ['has expired', zipped(zips.good, { expired: true }), 'workflow run 500 has no artifact'],
  [
    'is too large by its listing',
    zipped(zips.good, { sizeInBytes: 2 ** 25 + 1 }),
    'the artifact "kernel-size-report" (id 900) is too large (33554433 bytes)',
  ],
  [
    'is larger than its listing',
    zipped(new Uint8Array(2 ** 25 + 1), { sizeInBytes: 10 }),
    'the artifact "kernel-size-report" (id 900) is too large (10 bytes listed, more sent)',
  ],
  ['has no bytes', zipped(new Uint8Array()), 'the artifact is no whole zip archive'],
  ['is no zip archive', zipped(Buffer.from(text)), 'the artifact is no whole zip archive'],
  ['is cut', zipped(zips.good.subarray(0, -40)), 'the artifact is no whole zip archive'],
  ['has no entry', zipped(zips.empty), 'the artifact has 0 entries; expected one, report.json'],
  ['has another file', zipped(zips.second), 'the artifact has 2 entries'],
  ['has the file twice', zipped(zips.duplicate), 'the artifact has 2 entries'],
  ['has thousands of files', zipped(zips.thousands), 'the artifact has 5000 entries'],
  [
    'has a file of another name',
    zipped(zips.otherName),
    'the artifact holds "part.json"; expected report.json',
  ],
  ['has the name in other case', zipped(zips.otherCase), 'the artifact holds "Report.json"'],
  ['has a path that leads out', zipped(zips.above), 'the artifact holds "../report.json"'],
  ['has an absolute path', zipped(zips.absolute), 'the artifact holds "/report.json"'],
  ['has the file in a folder', zipped(zips.below), 'the artifact holds "kernel/report.json"'],
  ['has a path of another system that leads out', zipped(zips.backslash), 'the artifact holds "..'],
  ['has a name of 60,000 characters', zipped(zips.longName), 'the artifact holds "xxxxxxxx'],
  [
    'has a symbolic link',
    zipped(zips.link),
    'the artifact holds report.json as a folder, a link or a device',
  ],
  ['has a folder', zipped(zips.folder), 'the artifact holds report.json as a folder, a link or a device'],
  [
    'has a folder of DOS',
    zipped(zips.dosFolder),
    'the artifact holds report.json as a folder, a link or a device',
  ],
  ['has a pipe', zipped(zips.pipe), 'the artifact holds report.json as a folder, a link or a device'],
  ['unpacks to 40 MiB', zipped(zips.bomb), 'the artifact holds 41943040 bytes; expected up to 16777216'],
  [
    'unpacks to 40 MiB, and says that it does not',
    zipped(patched(zips.bomb, 'uncompressed', 100)),
    'the artifact is no whole zip archive',
  ],
  [
    'unpacks to less than it says',
    zipped(patched(zips.good, 'uncompressed', text.length + 1)),
    'the artifact is no whole zip archive',
  ],
  [
    'unpacks to something else than it says',
    zipped(patched(zips.good, 'crc32', 1)),
    'the artifact is no whole zip archive (the checksum differs)',
  ],
  [
    'begins where it does not',
    zipped(patched(zips.good, 'offset', 2 ** 31)),
    'the artifact is no whole zip archive',
  ],
  ['is encrypted', zipped(patched(zips.good, 'flags', 1)), 'the artifact holds report.json encrypted'],
  ['is compressed by a rare method', zipped(zips.otherMethod), 'the artifact is no whole zip archive'],
];

async function commentOn(artifacts: readonly FakeArtifact[], faults: readonly Fault[] = []) {
  const state = { artifacts: [...artifacts] };
  const inputs = { status: 'commit-status', comment: 'on-change' };
  return outcomeOf(await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs, state, faults }));
}

const escaped = (words: string): string => words.replaceAll(/[^\w ]/g, String.raw`\$&`);

/** No comparison, exit 2, one comment that says why in its first line, and a status that is no success. */
function uncompared(reason: string) {
  const line = `#7 ### ⛔ Kernel size: nothing was compared: `;
  return {
    exit: 2,
    verdict: 'no-comparison',
    comments: [expect.stringMatching(new RegExp(`^${line}\`+ ?${escaped(reason)}`))],
    statuses: ['error of aaaaaaa'],
  };
}

describe.concurrent('an artifact compares nothing where it', () => {
  test.for(ARCHIVES)('%s', async ([, artifacts, reason]) => {
    expect(await commentOn(artifacts)).toEqual(uncompared(reason));
  });

  test.for([
    ['is gone when it is downloaded', refusal(410, 'Artifact has expired'), 'cannot download the artifact'],
    [
      'may not be downloaded',
      refusal(403, 'Resource not accessible by integration'),
      'cannot download the artifact',
    ],
    ['has no address', { kind: 'answer', answer: { status: 200, body: {} } }, 'cannot download the artifact'],
  ] as const)('%s', async ([, effect, reason]) => {
    const faults = [{ on: 'actions/download-artifact', effect }] as const;
    expect(await commentOn(zipped(zips.good), faults)).toEqual(uncompared(reason));
  });

  test.for([
    ['is not in the storage', refusal(404, 'BlobNotFound')],
    ['cannot be had of the storage', refusal(503, 'ServerBusy')],
    ['breaks off in the storage', { kind: 'drop' }],
  ] as const)('%s', async ([, effect]) => {
    const outcome = await commentOn(zipped(zips.good), [{ on: 'storage', effect }]);
    expect(outcome).toEqual(uncompared('cannot download the artifact'));
  });
});

describe.concurrent('an artifact is read where it', () => {
  test.for([
    ['was written as a stream, as actions/upload-artifact does', zipped(zips.streamed)],
    ['is of Zip64', zipped(zips.large)],
    ['is the newest, an older one being damaged', [...zipped(zips.empty), ...zipped(zips.good, { id: 901 })]],
    [
      'is the newest that has not expired',
      [...zipped(zips.good), ...zipped(zips.empty, { id: 901, expired: true })],
    ],
    [
      'has fields that this version does not know',
      [storedReport(`{"more": [{"deep": [[]]}], ${text.slice(1)}`)],
    ],
  ] as const)('%s', async ([, artifacts]) => {
    expect(await commentOn(artifacts)).toMatchObject({ exit: 0, verdict: 'pass' });
  });

  test('comes only after the storage has failed twice', async () => {
    const faults = [{ on: 'storage', effect: { kind: 'drop' }, times: 2 }] as const;
    expect(await commentOn(zipped(zips.good), faults)).toMatchObject({ exit: 0, verdict: 'pass' });
  });
});
