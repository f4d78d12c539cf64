import { describe, expect, test } from 'vitest';
import { subsystemFinder } from '../../../src/size/maintainers/find-subsystem.ts';
import type { Subsystem } from '../../../src/size/maintainers/parse-maintainers.ts';

function subsystem(name: string, { files = [], excluded = [] }: Partial<Subsystem>): Subsystem {
  return { name, list: undefined, files, excluded };
}

/** Whether a subsystem with one F: line has the file. */
function hasFile(pattern: string, path: string): boolean {
  return subsystemFinder([subsystem('A', { files: [pattern] })])(path) !== undefined;
}

/** The name of the subsystem of a file, when each subsystem is its one F: line. */
function winner(patterns: readonly string[], path: string): string | undefined {
  return subsystemFinder(patterns.map((pattern) => subsystem(pattern, { files: [pattern] })))(path)?.name;
}

/** Each was asked of scripts/get_maintainer.pl of Linux 6.12 in a tree with that pattern and that file. */
describe('the pattern', () => {
  test.each([
    ['mm/slab.c', 'mm/slab.c'],
    ['mm/', 'mm/slab.c'],
    ['mm/', 'mm/kasan/report.c'],
    ['mm/*', 'mm/slab.c'],
    ['mm/sl?b*', 'mm/slub.c'],
    ['mm/s*.[ch]', 'mm/slab.h'],
    ['*/kasan/*', 'mm/kasan/report.c'],
    ['arch/*/net/*', 'arch/arm/net/bpf.c'],
    ['drivers/*/', 'drivers/net/ethernet/a.c'],
    ['drivers/net/vt665?/', 'drivers/net/vt6656/a.c'],
    ['*/', 'mm/slab.c'],
    ['*', 'README.c'],
  ])('%s matches %s', (pattern, path) => {
    expect(hasFile(pattern, path)).toBe(true);
  });

  test.each([
    ['mm/slab.c', 'mm/slob.c'],
    ['mm/slab.c', 'mm/slabxc'],
    ['mm/slab.c', 'tools/mm/slab.c'],
    ['mm/', 'mmu/slab.c'],
    ['mm/', 'tools/mm/slab.c'],
    ['mm/*', 'mm/kasan/report.c'],
    ['mm/sl?b.c', 'mm/slb.c'],
    ['mm/s*.[ch]', 'mm/slab.S'],
    ['*/kasan/*', 'tools/mm/kasan/report.c'],
    ['arch/*/net/*', 'arch/arm/net/sub/bpf.c'],
    ['*/', 'README.c'],
    ['*', 'mm/slab.c'],
  ])('%s does not match %s', (pattern, path) => {
    expect(hasFile(pattern, path)).toBe(false);
  });

  test('of a file matches the beginning of a name', () => {
    expect(hasFile('mm/slab', 'mm/slab_common.c')).toBe(true);
  });

  test('of a directory without its slash matches what is below', () => {
    expect(hasFile('mm/kasan', 'mm/kasan/sub/report.c')).toBe(true);
  });

  test('with a wildcard is no directory without its slash', () => {
    expect(hasFile('mm/k*', 'mm/kasan/report.c')).toBe(false);
  });

  test('that is no regular expression matches nothing', () => {
    expect(hasFile('mm/sl[ab.c', 'mm/sl[ab.c')).toBe(false);
  });
});

describe('the subsystem of a file', () => {
  test('is the one whose pattern has most components', () => {
    expect(winner(['mm/', 'mm/slab.c', '*/'], 'mm/slab.c')).toBe('mm/slab.c');
  });

  test('is that of the deeper pattern, though a wider one is longer', () => {
    expect(winner(['drivers/net-wireless*/', 'drivers/*/a/'], 'drivers/net-wireless1/a/b.c')).toBe(
      'drivers/*/a/',
    );
  });

  test('is that of the files of a directory before that of the directory', () => {
    expect(winner(['fs/', 'fs/*'], 'fs/dcache.c')).toBe('fs/*');
  });

  test('is that of the longer pattern among patterns of equal depth', () => {
    expect(winner(['mm/s*', 'mm/slab*'], 'mm/slab.c')).toBe('mm/slab*');
  });

  test('is that of the file itself before that of a pattern with wildcards', () => {
    expect(winner(['net/*/*scc.c', 'net/ham/scc.c'], 'net/ham/scc.c')).toBe('net/ham/scc.c');
  });

  test('is the first of the file among equals', () => {
    const find = subsystemFinder(['B', 'A'].map((name) => subsystem(name, { files: ['mm/slab.c'] })));
    expect(find('mm/slab.c')?.name).toBe('B');
  });

  test('is that of the pattern below another directory of the same name', () => {
    expect(winner(['drivers/*/*/pm8*', 'drivers/mfd/'], 'drivers/mfd/sub/pm8921.c')).toBe('drivers/*/*/pm8*');
  });

  test('is undefined when no pattern matches', () => {
    expect(winner(['mm/'], 'fs/dcache.c')).toBeUndefined();
  });
});

describe('a subsystem', () => {
  const net = subsystem('NET', { files: ['net/'], excluded: ['net/bluetooth/', 'net/rfkill*'] });
  const rest = subsystem('THE REST', { files: ['*', '*/'] });
  const nameOf = (path: string): string | undefined => subsystemFinder([net, rest])(path)?.name;

  test('has the files that its X: lines leave', () => {
    expect(nameOf('net/ipv4/tcp.c')).toBe('NET');
  });

  test.each(['net/bluetooth/hci.c', 'net/bluetooth/bnep/core.c', 'net/rfkill.c'])(
    'does not have %s, which an X: line takes out',
    (path) => {
      expect(nameOf(path)).toBe('THE REST');
    },
  );

  test('does not have a file that both an exact F: line and an X: line name', () => {
    const strict = subsystem('A', { files: ['net/a.c'], excluded: ['net/a.c'] });
    expect(subsystemFinder([strict, net])('net/a.c')?.name).toBe('NET');
  });
});

describe('THE REST', () => {
  test('comes after a pattern of one component', () => {
    expect(winner(['*/', '*', 'mm/'], 'mm/slab.c')).toBe('mm/');
  });

  test.each(['Makefile', 'mm/slab.c', 'mm/kasan/report.c'])('has %s if no other has it', (path) => {
    const rest = subsystem('THE REST', { files: ['*', '*/'] });
    expect(subsystemFinder([subsystem('FS', { files: ['fs/'] }), rest])(path)).toBe(rest);
  });
});
