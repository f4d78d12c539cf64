import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeBlock,
  codeSpan,
  cutText,
  inertHtmlName,
  inertName,
  visibleBlock,
  visibleLine,
} from '../../../src/report/inert/inert-text.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { UNSEEN, anyName } from '../hostile-names.ts';
import { codeTexts, htmlOf, strayTags, tablesOf, textOf, withoutCode } from '../rendered.ts';

/** Text of any UTF-16 units, halves of pairs among them. */
const anyUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
const ascii = fc.string({ unit: 'grapheme-ascii' });

describe('a cut', () => {
  test('leaves a text of the greatest length as it is', () => {
    expect(cutText('abc', 3)).toBe('abc');
  });

  test('is marked with an ellipsis', () => {
    expect(cutText('abcd', 3)).toBe('abc…');
  });

  test('never leaves half a character', () => {
    expect(cutText('a\u{1F600}b', 2)).toBe('a…');
    expect(cutText('a\u{1F600}b', 3)).toBe('a\u{1F600}…');
  });
});

describe('visible text', () => {
  test('has no character that cannot be seen', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(visibleBlock(text)).not.toMatch(UNSEEN);
      }),
    );
    for (const name of Object.values(HOSTILE_TEXTS)) expect(visibleLine(name)).not.toMatch(UNSEEN);
  });

  test('is well-formed Unicode, so that UTF-8 keeps it', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const visible = visibleBlock(text);
        expect(new TextDecoder().decode(new TextEncoder().encode(visible))).toBe(visible);
      }),
    );
  });

  test('shows what was there by its code point', () => {
    expect(visibleLine('\u001B[31m\u202E\u{E0001}')).toBe('\\u{1b}[31m\\u{202e}\\u{e0001}');
  });

  test('has at most four marks on a letter, so that none reaches the line above', () => {
    expect(visibleLine('e\u0301\u0302\u0303\u0304\u0305x')).toBe('e\u0301\u0302\u0303\u0304\\u{305}x');
  });

  test('is not touched where everything can be seen', () => {
    fc.assert(fc.property(ascii, (text) => visibleBlock(text) === text && visibleLine(text) === text));
    expect(visibleLine('größe_字😀')).toBe('größe_字😀');
  });

  test('is one line where a line is asked for, and keeps its lines in a block', () => {
    expect(visibleLine('a\n\tb')).toBe('a  b');
    expect(visibleBlock('a\n\tb')).toBe('a\n\tb');
  });
});

describe('a code span', () => {
  test('is read as code of exactly the text', () => {
    fc.assert(
      fc.property(ascii, (text) => {
        // Code of spaces alone keeps them (CommonMark 6.1), and an empty span does not exist.
        expect(htmlOf(codeSpan(text, 'paragraph'))).toMatch(/^<p><code>[^<]*<\/code><\/p>$/);
        expect(codeTexts(htmlOf(codeSpan(text, 'paragraph')))).toEqual([text.trim() || '  ']);
      }),
    );
  });

  test('holds any text in a sentence', () => {
    fc.assert(
      fc.property(anyName(), anyName(), (one, other) => {
        const sentence = `(${codeSpan(one, 'paragraph')}) and ${codeSpan(other, 'paragraph')}.`;
        expect(withoutCode(htmlOf(sentence))).toBe('<p>(<code></code>) and <code></code>.</p>');
      }),
    );
  });

  test.each(Object.entries(HOSTILE_TEXTS))('of %s leaves the next cell of its table alone', (_, name) => {
    const [rows] = tablesOf(htmlOf(`| name | size |\n|:--|--:|\n| ${codeSpan(name, 'table')} | 1 B |`));
    expect(rows?.[1]?.[1]).toBe('1 B');
  });

  test('keeps a bar in its cell and says that it was one', () => {
    const [rows] = tablesOf(htmlOf(`| name | size |\n|:--|--:|\n| ${codeSpan('a|b', 'table')} | 1 B |`));
    expect(rows?.[1]).toEqual(['a\\u{7c}b', '1 B']);
    expect(codeTexts(htmlOf(codeSpan('a|b', 'paragraph')))).toEqual(['a|b']);
  });

  test('of what is shown as something longer is cut, too', () => {
    expect(codeTexts(htmlOf(codeSpan('\u202E'.repeat(1999), 'paragraph')))[0]).toHaveLength(2001);
  });

  test('of a huge text is cut', () => {
    expect(codeTexts(htmlOf(codeSpan('x'.repeat(100_000), 'paragraph')))).toEqual([`${'x'.repeat(2000)}…`]);
  });
});

describe('a code block', () => {
  test('is read as code of exactly the text', () => {
    const lines = fc.array(ascii).map((texts) => texts.join('\n'));
    fc.assert(
      fc.property(lines, (text) => {
        expect(codeTexts(htmlOf(codeBlock(text)))).toEqual([
          text.trim() === '' ? '\n' : `${text.trimEnd()}\n`,
        ]);
      }),
    );
  });

  test('cannot be closed from within', () => {
    fc.assert(
      fc.property(anyName(), (name) => {
        const html = htmlOf(`${codeBlock(`${name}\n${name}`)}\n\nafter`);
        expect(withoutCode(html)).toBe('<pre><code></code></pre>\n<p>after</p>');
      }),
    );
  });
});

describe('a name in a sentence', () => {
  test.each(['stm32f469', 'x86-tiny', 'versatile-pb', 'toy'])('%s is as it is', (name) => {
    expect([inertName(name), inertHtmlName(name)]).toEqual([name, name]);
  });

  test.each([
    'www.example.com',
    'gh-1',
    'gh-1-x',
    'board-deadbeef',
    'deadbeef',
    '1234567',
    '@toy',
    'Toy',
    'a_b',
    '-a',
    'a--b',
    '- a',
    'x'.repeat(41),
  ])('%s is code, since it may mean something else to GitHub', (name) => {
    expect(htmlOf(inertName(name))).toBe(`<p><code>${name}</code></p>`);
    expect(inertHtmlName(name)).toBe(`<code>${name}</code>`);
  });

  test('is code in HTML with nothing in it that is markup', () => {
    fc.assert(
      fc.property(ascii, (name) => {
        const html = htmlOf(`<details><summary>${inertHtmlName(name)}</summary>\n\n</details>`);
        expect(strayTags(html)).toEqual([]);
        expect(textOf(html).trim()).toBe(name.trim());
      }),
    );
  });
});
