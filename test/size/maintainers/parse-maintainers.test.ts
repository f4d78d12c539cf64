import { describe, expect, test } from 'vitest';
import { parseMaintainers } from '../../../src/size/maintainers/parse-maintainers.ts';

const HEADER = `List of maintainers
===================

	F: *Files* and directories wildcard patterns.
	   F:	drivers/net/	all files in and below drivers/net

Maintainers List
----------------

.. note:: When reading this list, please look for the most precise areas
          first.

`;

const VFS = `FILESYSTEMS (VFS and infrastructure)
M:	A. Person <a@example.org>
L:	linux-fsdevel@vger.kernel.org
L:	other@example.org
S:	Maintained
F:	fs/*
F:	include/linux/fs.h
X:	fs/private.c
`;

describe('a section', () => {
  test('has its title, its list and its patterns', () => {
    expect(parseMaintainers(VFS)).toEqual([
      {
        name: 'FILESYSTEMS (VFS and infrastructure)',
        list: 'linux-fsdevel@vger.kernel.org',
        files: ['fs/*', 'include/linux/fs.h'],
        excluded: ['fs/private.c'],
      },
    ]);
  });

  test('without L:, F: and X: lines has no list and no patterns', () => {
    expect(parseMaintainers('A\nS:\tOrphan\n')).toEqual([
      { name: 'A', list: undefined, files: [], excluded: [] },
    ]);
  });

  test('leaves N: and K: lines out', () => {
    expect(parseMaintainers('TEGRA\nN:\t[^a-z]tegra\nK:\ttegra\n')).toEqual([
      { name: 'TEGRA', list: undefined, files: [], excluded: [] },
    ]);
  });

  test('goes on after a blank line', () => {
    expect(parseMaintainers('A\nF:\ta/\n\nF:\tb/\n')).toEqual([
      { name: 'A', list: undefined, files: ['a/', 'b/'], excluded: [] },
    ]);
  });

  test('goes on after a remark', () => {
    expect(parseMaintainers('A\nF:\ta/\n# F:\tc/\n  # more\nF:\tb/\n')).toEqual([
      { name: 'A', list: undefined, files: ['a/', 'b/'], excluded: [] },
    ]);
  });

  test('ends at a line that is no field', () => {
    expect(parseMaintainers('A\nF:\ta/\nB\nF:\tb/\n').map(({ name, files }) => [name, files])).toEqual([
      ['A', ['a/']],
      ['B', ['b/']],
    ]);
  });

  test('is read from lines that end with a carriage return', () => {
    expect(parseMaintainers(VFS.replaceAll('\n', '\r\n'))).toEqual(parseMaintainers(VFS));
  });
});

describe('the list of a section', () => {
  test.each([
    ['linux-mm@kvack.org', 'linux-mm@kvack.org'],
    ['linux-arm@example.org (moderated for non-subscribers)', 'linux-arm@example.org'],
    ['pvrusb2@example.org\t(subscribers-only)', 'pvrusb2@example.org'],
    ['A Linux Team <team@example.org>', 'team@example.org'],
    ['ask on the web', undefined],
  ])('is the address in %j', (value, list) => {
    expect(parseMaintainers(`A\nL:\t${value}\n`)[0]!.list).toBe(list);
  });
});

describe('a text before the first section', () => {
  test('is no section, though it explains F: and X:', () => {
    expect(parseMaintainers(HEADER + VFS)).toEqual(parseMaintainers(VFS));
  });

  test('loses the fields that have no title', () => {
    expect(parseMaintainers(`F:\ta/\n${VFS}`)).toEqual(parseMaintainers(VFS));
  });
});

test('sections come in the order of the file', () => {
  const sections = parseMaintainers(`${HEADER}ZZ\nF:\tz/\n\nAA\nF:\ta/\n\nTHE REST\nF:\t*\nF:\t*/\n`);
  expect(sections.map(({ name }) => name)).toEqual(['ZZ', 'AA', 'THE REST']);
});

test('an empty text has no sections', () => {
  expect(parseMaintainers('')).toEqual([]);
});
