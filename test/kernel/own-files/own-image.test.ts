import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { type ImageProof, proveImage } from '../../../src/kernel/own-files/own-image.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type KernelName, type LinkedKernel, linkKernel } from '../../support/elf/linked-kernel.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

let files = 0;

function link(name: KernelName, more = ''): LinkedKernel {
  const path = join(folder.path, `kernel-${files++}`);
  mkdirSync(path);
  return linkKernel({ ...folder, path }, name, { more });
}

/** What objcopy makes of a kernel. */
function objcopy({ path, prefix }: LinkedKernel, ...options: readonly string[]): Buffer {
  const made = join(folder.path, `image-${files++}`);
  execFileSync(`${prefix}objcopy`, [...options, path, made]);
  return readFileSync(made);
}

const binaryOf = (kernel: LinkedKernel): Buffer => objcopy(kernel, '-O', 'binary');

function prove({ path }: LinkedKernel, image: Uint8Array): ImageProof {
  return proveImage(openElf(bytesSource('vmlinux', readFileSync(path))), bytesSource('image', image));
}

/** As kbuild packs: from stdin, with the size behind it. */
function packed(command: string, bytes: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([execFileSync('bash', ['-c', command], { input: bytes }), size]);
}

/** scripts/Makefile.lib and scripts/xz_wrap.sh. */
const PACKERS = {
  gzip: 'gzip -n -f -9',
  xz: 'xz --check=crc32 --threads=1 --lzma2=dict=1MiB',
  lzma: 'xz --format=lzma',
  bzip2: 'bzip2 -9',
  lz4: 'lz4 -l -9 - -',
  zstd: 'zstd',
} as const;

const CHANGED = 'int more(int x) { return x / 7; }';
/** As much code, and another byte of data. */
const SAME_SIZE = 'int more(int x) { return x / 9; }';

describe.each(['arm-xip', 'arm-mmu', 'x86-64', 'riscv', 'm68k'] as const)('of %s', (name) => {
  let own: LinkedKernel;
  let other: LinkedKernel;
  beforeAll(() => {
    [own, other] = [link(name, CHANGED), link(name, SAME_SIZE)];
  });

  test('what objcopy makes is the image, and that of another kernel is not, by the first byte that cmp finds', () => {
    const [image, foreign] = [binaryOf(own), binaryOf(other)];
    expect(prove(own, image)).toEqual({ kind: 'own' });
    const [at, a, b] = firstByCmp(image, foreign);
    const found = prove(own, foreign);
    expect(found).toMatchObject({ kind: 'unrecognized' });
    expect(found).toHaveProperty(
      'difference',
      expect.stringMatching(new RegExp(`has 0x${b} at 0x[0-9a-f]+, vmlinux 0x${a}$`)),
    );
    expect(at).toBeLessThan(image.length);
  });

  test('the same packed is the image, behind a decompressor too, and that of another kernel is not', () => {
    const [image, foreign] = [own, other].map((kernel) => packed(PACKERS.gzip, binaryOf(kernel)));
    const around = (payload: Buffer) => Buffer.concat([Buffer.alloc(999, 'code'), payload, Buffer.alloc(99)]);
    expect([prove(own, image!), prove(own, around(image!))]).toEqual([{ kind: 'own' }, { kind: 'own' }]);
    expect(prove(own, foreign!)).toMatchObject({ kind: 'foreign' });
    expect(prove(own, around(foreign!))).toMatchObject({ kind: 'foreign' });
  });

  test('so is a vmlinux without symbols', () => {
    const stripped = (kernel: LinkedKernel) => packed(PACKERS.gzip, objcopy(kernel, '-R', '.comment', '-S'));
    expect(prove(own, stripped(own))).toEqual({ kind: 'own' });
    expect(prove(own, stripped(other))).toMatchObject({ kind: 'foreign' });
    expect(prove(own, objcopy(own, '-S'))).toEqual({ kind: 'own' });
    expect(prove(own, objcopy(other, '-S'))).toMatchObject({ kind: 'unrecognized' });
  });

  test('one that is cut or longer is not', () => {
    const image = binaryOf(own);
    expect(prove(own, image.subarray(0, -1))).toMatchObject({
      kind: 'unrecognized',
      difference: expect.stringMatching(/^it ends 1 bytes before the end of \./),
    });
    if (name === 'riscv') return;
    const longer = Buffer.concat([image, Buffer.from('x')]);
    expect(prove(own, longer)).toEqual({
      kind: 'unrecognized',
      difference: 'it has 1 bytes more than vmlinux gives',
    });
  });
});

/** Offset and the two bytes, as cmp prints them. */
function firstByCmp(a: Buffer, b: Buffer): readonly [number, string, string] {
  const [one, two] = [a, b].map((bytes) => {
    const path = join(folder.path, `cmp-${files++}`);
    writeFileSync(path, bytes);
    return path;
  });
  const line = execFileSync('bash', ['-c', `cmp -l ${one} ${two} | head -n 1`], { encoding: 'utf8' });
  const [at = '', x = '', y = ''] = line.trim().split(/ +/);
  const hex = (octal: string): string => Number.parseInt(octal, 8).toString(16);
  return [Number(at), hex(x), hex(y)];
}

describe('an image', () => {
  let kernel: LinkedKernel;
  let binary: Buffer;
  beforeAll(() => {
    kernel = link('arm-mmu', CHANGED);
    binary = binaryOf(kernel);
  });

  test.each(Object.entries(PACKERS))('is unpacked where it is packed by %s', (_, command) => {
    const image = Buffer.concat([Buffer.alloc(64), packed(command, binaryOf(kernel)), Buffer.alloc(8)]);
    expect(prove(kernel, image)).toEqual({ kind: 'own' });
    expect(prove(link('arm-mmu', SAME_SIZE), image)).toMatchObject({ kind: 'foreign' });
  });

  test('may have a header, a device tree behind it, or zeros', () => {
    const source = join(folder.path, 'board.dts');
    writeFileSync(source, '/dts-v1/;\n/ { model = "Board"; };\n');
    const tree = execFileSync('dtc', ['-q', '-I', 'dts', '-O', 'dtb', source]);
    const image = binaryOf(kernel);
    for (const parts of [
      [Buffer.alloc(64, 'uImage'), image],
      [image, tree],
      [image, Buffer.alloc(4096)],
    ]) {
      expect(prove(kernel, Buffer.concat(parts))).toEqual({ kind: 'own' });
    }
  });

  test('that executes in place may have its data packed', () => {
    const xip = link('arm-xip', CHANGED);
    const deflated = ({ path, prefix }: LinkedKernel, image: Buffer): Buffer => {
      const address = (symbol: string): number => {
        const lines = execFileSync(`${prefix}nm`, [path], { encoding: 'utf8' }).split('\n');
        return Number.parseInt(
          lines.find((line) => line.endsWith(` ${symbol}`))!,
          16,
        );
      };
      const start = address('__data_loc') - address('_xiprom');
      const data = execFileSync('gzip', ['-9'], { input: image.subarray(start) });
      return Buffer.concat([image.subarray(0, start), data]);
    };
    expect(prove(xip, deflated(xip, binaryOf(xip)))).toEqual({ kind: 'own' });
    const other = link('arm-xip', `${CHANGED} int stored[4] = { 1, 2, 3, 4 };`);
    const changed = link('arm-xip', `${CHANGED} int stored[4] = { 1, 2, 3, 5 };`);
    expect(prove(other, deflated(changed, binaryOf(changed))).kind).not.toBe('own');
  });

  test('that holds no kernel is none, whatever else it has packed', () => {
    const config = packed(PACKERS.gzip, Buffer.from('CONFIG_ARM=y\n'));
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(5000, 'x'),
      config,
      Buffer.from([0x1f, 0x8b, 8, 255]),
    ]) {
      expect(prove(kernel, bytes)).toMatchObject({ kind: 'unrecognized' });
    }
  });

  test('that nothing here unpacks is told by the size in its header, where it has one', () => {
    /** As arch/arm/boot/compressed lays it out. */
    const zImage = (size: number): Buffer => {
      const image = Buffer.alloc(0x200);
      const words = [0x016f2818, 0, 0x200, 0x04030201, 0x45454545, 0x40];
      for (const [i, word] of words.entries()) image.writeUInt32LE(word, 0x24 + 4 * i);
      for (const [i, word] of [6, 0x5a534c4b, 0x102].entries()) image.writeUInt32LE(word, 0x40 + 4 * i);
      image.writeUInt32LE(size, 0x102);
      Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0, 0x0d, 0x0a, 0x1a, 0x0a]).copy(image, 0x80);
      return image;
    };
    const { PATH } = process.env;
    process.env['PATH'] = folder.path;
    try {
      const size = binary.length;
      expect(prove(kernel, zImage(size))).toEqual({ kind: 'packed', tool: 'lzop' });
      expect(prove(kernel, zImage(size + 4))).toEqual({
        kind: 'foreign',
        difference: `it holds ${size + 4} bytes by its header, of vmlinux it would be ${size}`,
      });
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  test('that unpacks to more than any kernel is cut there', () => {
    const bomb = packed('head -c 64M /dev/zero | gzip -1', Buffer.alloc(0));
    expect(prove(kernel, bomb).kind).not.toBe('own');
  });
});
