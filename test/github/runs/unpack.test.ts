import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackFile } from '../../../src/github/runs/unpack.ts';
import type { UnpackLimits } from '../../../src/github/runs/unpack.ts';
import { UserError } from '../../../src/user-error.ts';
import { rejectionOf } from '../repository-of.ts';
import { patched, signatureAt, zipsOf } from './zip-archive.ts';
import type { ZipEntry } from './zip-archive.ts';

const NAME = 'report.json';
const TEXT = '{"version": 1}';
const FILE: ZipEntry = { name: NAME, text: TEXT };
const END_OF_DIRECTORY = 0x06054b50;

const WHOLE = zipsOf({
  deflated: { entries: [FILE] },
  stored: { entries: [{ ...FILE, method: 'stored' }] },
  streamed: { entries: [FILE], layout: 'stream' },
  'with sizes of 64 bits': { entries: [FILE], layout: 'zip64' },
  'of a system without modes': { entries: [{ ...FILE, mode: 0 }] },
  'beside a comment': { entries: [FILE], comment: 'a comment' },
});

const OTHER_KINDS = zipsOf({
  'a link': { entries: [{ ...FILE, mode: 0o120777 }] },
  'a folder': { entries: [{ ...FILE, mode: 0o040755 }] },
  'a folder of DOS': { entries: [{ ...FILE, mode: 0, attributes: 0x10 }] },
  'a device': { entries: [{ ...FILE, mode: 0o020666 }] },
  'a pipe': { entries: [{ ...FILE, mode: 0o010666 }] },
  'a socket': { entries: [{ ...FILE, mode: 0o140666 }] },
});

const LONG_NAME = `a\n::error::${'b'.repeat(1000)}`;

const OTHER_NAMES = zipsOf(
  Object.fromEntries(
    [
      'other.json',
      'Report.json',
      'report.json ',
      'report.json\0',
      './report.json',
      '/report.json',
      '../report.json',
      'x/../report.json',
      'x\\..\\report.json',
      'C:\\report.json',
      'report.json/',
      'x/report.json',
      // The second letter is Cyrillic.
      'r\u0435port.json',
      '',
    ].map((name) => [name, { entries: [{ ...FILE, name }] }]),
  ),
);

const ODD = zipsOf({
  empty: { entries: [] },
  emptyFile: { entries: [{ ...FILE, text: '' }] },
  two: { entries: [FILE, { name: 'run.sh', text: 'exit' }] },
  twice: { entries: [FILE, FILE] },
  longName: { entries: [{ ...FILE, name: LONG_NAME }] },
  bzip2: { entries: [{ ...FILE, method: 'bzip2' }] },
  bomb: { entries: [{ ...FILE, text: '0', times: 17 * 1024 * 1024 }] },
});

const GOOD = WHOLE.deflated;

async function unpack(archive: Uint8Array, limits?: UnpackLimits): Promise<string> {
  return Buffer.from(await unpackFile(archive, NAME, limits)).toString();
}

async function refusalOf(archive: Uint8Array, limits?: UnpackLimits): Promise<string> {
  const error = await rejectionOf(unpack(archive, limits));
  if (error instanceof UserError) return error.message;
  throw error;
}

describe('the only file of an archive', () => {
  test.each(Object.entries(WHOLE))('is unpacked: %s', async (_, archive) => {
    expect(await unpack(archive)).toBe(TEXT);
  });

  test('may be empty', async () => {
    expect(await unpack(ODD.emptyFile)).toBe('');
  });

  test('is unpacked from the middle of a buffer', async () => {
    const buffer = Buffer.concat([Buffer.from('before'), GOOD, Buffer.from('after')]);
    expect(await unpack(new Uint8Array(buffer.buffer, buffer.byteOffset + 6, GOOD.length))).toBe(TEXT);
  });

  test('may be as large as the limit', async () => {
    expect(await unpack(GOOD, { bytes: TEXT.length })).toBe(TEXT);
  });
});

describe('an archive with anything else', () => {
  test('is refused in one line that says what was found and why', async () => {
    expect(await refusalOf(ODD.two)).toBe(
      'the artifact has 2 entries; expected one, report.json, since artifacts of a pull request are not trusted: ' +
        'upload the file that the action wrote, and nothing else',
    );
  });

  test('is refused when it has the file twice', async () => {
    expect(await refusalOf(ODD.twice)).toContain('the artifact has 2 entries; ');
  });

  test('is refused when it says that it has thousands of entries, without looking at them', async () => {
    const archive = Buffer.from(GOOD);
    archive.writeUInt16LE(60_000, signatureAt(archive, END_OF_DIRECTORY) + 10);
    expect(await refusalOf(archive)).toContain('the artifact has 60000 entries; ');
  });

  test('is refused when it is empty', async () => {
    expect(await refusalOf(ODD.empty)).toContain('the artifact has 0 entries; ');
  });

  test.each(Object.entries(OTHER_NAMES))(
    'is refused when the file has another name: %j',
    async (name, archive) => {
      expect(await refusalOf(archive)).toContain(
        `the artifact holds ${JSON.stringify(name)}; expected report.json, since `,
      );
    },
  );

  test('is refused with a name that cannot end the line nor fill the log', async () => {
    const refusal = await refusalOf(ODD.longName);
    expect(refusal).toContain(`holds "a\\n::error::${'b'.repeat(89)}"; `);
    expect(refusal).not.toContain('\n');
  });

  test.each(Object.entries(OTHER_KINDS))('is refused when the file is %s', async (_, archive) => {
    expect(await refusalOf(archive)).toContain(
      'the artifact holds report.json as a folder, a link or a device; expected a plain file, since ',
    );
  });

  test('is refused when the file is encrypted', async () => {
    expect(await refusalOf(patched(GOOD, 'flags', 1))).toContain(
      'the artifact holds report.json encrypted; ',
    );
  });

  test('is refused when the file is strongly encrypted', async () => {
    expect(await refusalOf(patched(GOOD, 'flags', 0x41))).toContain('strong encryption is not supported');
  });

  test('is refused when the file is compressed in an unusual way', async () => {
    expect(await refusalOf(ODD.bzip2)).toContain('unsupported compression method');
  });
});

describe('an archive with too much in it', () => {
  test('is refused by the size that it names', async () => {
    expect(ODD.bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(ODD.bomb)).toContain(
      'the artifact holds 17825792 bytes; expected up to 16777216, since artifacts of a pull request',
    );
  });

  test('is refused by what comes out, when it names a smaller size', async () => {
    expect(await refusalOf(patched(ODD.bomb, 'uncompressed', TEXT.length))).toContain(
      'too many bytes in the stream',
    );
  });

  test('is refused when it names a size beyond all bounds', async () => {
    expect(await refusalOf(patched(GOOD, 'uncompressed', 0xffffffff))).toContain('holds 4294967295 bytes');
  });
});

describe('a damaged archive', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('<html>Not Found</html>')],
    ['one without its end', GOOD.subarray(0, -10)],
    ['one without its beginning', GOOD.subarray(10)],
    ['one with something after its end', Buffer.concat([GOOD, Buffer.from('more')])],
    ['one with something before its beginning', Buffer.concat([Buffer.from('more'), GOOD])],
    ['one whose file is elsewhere', patched(GOOD, 'offset', 0xfffffff0)],
    ['one whose file is longer than it', patched(GOOD, 'compressed', 0x7fffffff)],
    ['one whose file breaks off', patched(GOOD, 'compressed', 3)],
    ['one whose file is shorter than it says', patched(GOOD, 'uncompressed', 1000)],
    ['one whose file has another checksum', patched(GOOD, 'crc32', 1)],
    ['one with an end alone', endAlone({ entries: 1 })],
  ])('is refused: %s', async (_, archive) => {
    expect(await refusalOf(archive)).toMatch(
      /^the artifact is no whole zip archive \(.+\); expected one that holds report\.json, since /,
    );
  });

  test('gives the file or is refused, whatever its bytes', async () => {
    const changes = fc.array(fc.record({ at: fc.nat(GOOD.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (bytes) => {
        const archive = Buffer.from(GOOD);
        for (const { at, byte } of bytes) archive[at] = byte;
        const outcome = await unpack(archive).catch((error: unknown) => error);
        expect(outcome === TEXT || outcome instanceof UserError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** An end of the central directory (APPNOTE.TXT, 4.3.16) that nothing precedes. */
function endAlone({ entries }: { readonly entries: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  return end;
}
