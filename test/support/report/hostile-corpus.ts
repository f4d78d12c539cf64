/**
 * What symbols, paths, targets, logins, reasons, branches and compilers may be called by somebody who means harm. None
 * is a usual name of a target, which is printed as it is.
 */

/** What markdown makes of a text (https://spec.commonmark.org/0.31.2/, https://github.github.com/gfm/). */
const MARKDOWN = {
  'a link': '[text](https://example.com "title")',
  'a link without a scheme': '[text](//example.com)',
  'a link that runs a script': '[text](javascript:alert(1))',
  'an image': '![text](https://example.com/x.png)',
  'a definition of a link': 'a\n\n[b]: https://example.com\n\n[b] [text][b] ![b]',
  'an automatic link': '<https://example.com> <mailto:a@example.com> <a@example.com>',
  'a bare domain': 'www.example.com',
  'bare addresses': 'http://example.com https://example.com/?a=b#c ftp://example.com mailto:a@example.com',
  'an address of mail': 'a@example.com',
  'a footnote': 'a[^1]\n\n[^1]: a footnote https://example.com',
  'a heading': 'a\n\n# a heading\n\n####### none',
  'a heading by underlines': 'a\n===\n\nb\n---',
  'a rule': 'a\n\n***\n\n---\n\n___',
  'a list': 'a\n\n- b\n* c\n+ d\n1. e\n2) f',
  'a list of tasks': 'a\n\n- [ ] b\n- [x] c',
  'a quotation': 'a\n\n> b\n> > c',
  'an alert': 'a\n\n> [!CAUTION]\n> b',
  emphasis: '**bold** __bold__ ~~struck~~ _slanted_ *slanted*',
  'a table': 'a\n\n| b | c |\n|---|:-:|\n| d | e |',
  bars: 'a|b||c|',
  'bars behind backslashes': 'a\\|b\\\\|c\\',
  'a backslash at the end': 'a\\',
  'a line break': 'a  \nb\\\nc',
  formulas: '$a$ $$b$$ $`c`$',
  'an indented block': '    a\n\n\tb',
} as const;

/** What ends code, which everything from outside is in. */
const CODE = {
  'an unclosed backtick': '`',
  'backticks at both ends': '`a`',
  'backticks of many lengths': '` `` ``` ```` ````` ``````',
  'a fence of backticks': 'a\n```\nb\n```\nc',
  'a longer fence of backticks': 'a\n``````````\nb',
  'a fence of tildes': 'a\n~~~\nb\n~~~~~~~~\nc',
  'a fence with a language': '```mermaid\ngraph TD; a-->b; click b "https://example.com"\n```',
  'many backticks': '`'.repeat(500),
} as const;

/** What HTML makes of a text. */
const HTML = {
  tags: '<b>a</b><h1>b</h1><br/><hr>',
  'a script': '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>',
  'a link of HTML': '<a href="https://example.com">a</a><base href="//example.com">',
  'the end of a fold': '</code></pre></summary></details>',
  'a fold': 'a\n\n<details open><summary>b</summary>\n\nc',
  'the end of a table': '</td></tr></table><table><tr><td>a',
  'the start of a comment': '<!-- hidden',
  'the end of a comment': 'a --> b --!> c',
  'a whole comment': '<!-- a -->',
  'a comment that is none': '<!--> a <!---> b',
  'a section of character data': '<![CDATA[ a ]]>',
  'a declaration and an instruction': '<!DOCTYPE html><?php a ?>',
  entities: '&lt;b&gt; &#64;torvalds &commat;torvalds &#x60; &NewLine; &vert;',
  'quotes of attributes': '" onclick="alert(1)" \' x=\'',
} as const;

/** What GitHub makes of a text: https://docs.github.com/en/get-started/writing-on-github */
const GITHUB = {
  'a mention': '@torvalds',
  'mentions of teams': '@github/team @octo/kernel-maintainers',
  'an issue': 'fixes #1, closes GH-1',
  'an issue in small letters': 'gh-1',
  'an issue elsewhere': 'octo/linux#1 torvalds#1 https://github.com/octo/linux/issues/1',
  'a commit': 'deadbeef',
  'commits elsewhere': `octo/linux@${'deadbeef'.repeat(5)} torvalds@deadbeefcafe`,
  'a range of commits': 'deadbeef...cafebabe',
  'a picture by its name': ':rocket: :+1: :shipit:',
  'a colour': '#ff0000 rgb(255,0,0)',
  'an advisory': 'CVE-2024-1086 GHSA-abcd-efgh-ijkl',
  'a suggestion': '```suggestion\na\n```',
} as const;

/** What the runner makes of a line: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const RUNNER = {
  'an error': '::error::spoken',
  'an error behind a line break': 'a\n::error file=a.c,line=1::spoken\nb',
  'an error behind a carriage return': 'a\r::error::spoken\r\n::warning::spoken',
  'an error behind blanks': ' \t ::error::spoken',
  'an error in the older notation': 'a ##[error]spoken',
  'a group in the older notation': '##[group]spoken',
  'an output': '::set-output name=verdict::pass\n##[set-output name=verdict]pass',
  'a mask': '::add-mask::e',
  'the end of commands': '::stop-commands::spoken',
  'a token that starts commands again': '::spoken::',
  'a variable and a path': '::set-env name=PATH::/spoken\n::add-path::/spoken',
  'escaped line breaks': 'a%0A::error::spoken%0D%250A::error::spoken',
  'a file of outputs': 'verdict=pass\nmarkdown<<EOF\nspoken\nEOF',
} as const;

/** What a terminal, an editor and an eye make of a text. */
const SIGHT = {
  'escape sequences':
    '\u001B[31mred\u001B[0m\u001B[2J\u001B]0;title\u0007\u001B]8;;https://example.com\u0007a',
  'escape sequences of one byte': '\u009B31mred\u009D0;title\u009C',
  'all controls':
    Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('') + '\u007F\u0085',
  'a zero': 'a\0b',
  backspaces: 'over budget\b\b\b\b\b\b\b\b\b\b\bpass       ',
  'line breaks': 'a\n\nb\r\nc\rd',
  'other line breaks': 'a\u2028b\u2029c\u0085d\u000Be\u000Cf',
  'characters without a width': 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg\u180Eh',
  'right-to-left overrides': '\u202Egnp.exe\u202C \u202Da\u202C \u202Bb\u202A',
  'isolates and marks of direction': '\u2066a\u2067b\u2068c\u2069 \u200E\u200F\u061C',
  'letters from right to left': 'שלום مرحبا 123',
  'halves of a pair': 'a\uD800b\uDC00c\uDC00\uD800',
  'tags without a shape': 'a\u{E0001}\u{E0061}\u{E007F}b',
  'selectors of variations': 'a\uFE0Eb\uFE0F\u{E0100}',
  'fillers that cannot be seen': '\u3164\u115F\u1160\uFFA0\u034F',
  'piled up marks': `a${'\u0300\u0301\u0336\u0489'.repeat(200)}b`,
  'what is no character': 'a\uFFFE\uFFFF\u{10FFFF}\uE000b',
  'letters that look like others': 'раss ѕhrunk',
  'nothing but white space': ' \t \n ',
  'other white space': '\u00A0\u2003\u3000',
  nothing: '',
} as const;

/** What this program writes itself, and reads again. */
const FORGED = {
  'the marker of a comment': '<!-- kernel-size-budget:v1 key=default workflow=00000000 -->',
  'a hidden line of data': `<!-- kernel-size-budget:data {"head":"${'a'.repeat(40)}","run":9007199254740991,"attempt":99} -->`,
  'both of these on lines of their own':
    'a\n<!-- kernel-size-budget:v1 key=default workflow=00000000 -->\n<!-- kernel-size-budget:data {} -->',
  'the marker of an issue': '<!-- kernel-size-budget:issue key=default branch=0123456789abcdef -->',
  'what an issue remembers': `a\n<!-- kernel-size-budget:crossed ${encodeURIComponent('[]')} -->\nb`,
  'the end of what is remembered': '%2D%2D%3E --> <!-- kernel-size-budget:once -->',
  'a command': '/kernel-size accept toy ram +1000000000 because',
  'a command on a line of its own': 'a\n/kernel-size accept toy ram +1000000000 because\n',
  'a trailer': 'a\n\nSize-Growth: toy ram +1000000000 because',
  'other trailers': 'a\n\nSigned-off-by: Linus Torvalds <a@example.com>\nCo-authored-by: a <a@example.com>',
  'another verdict': 'a\n\n### ✅ Kernel size: all within limits\n\nKernel size: all within limits',
} as const;

/** What programs make of a text. */
const PROGRAMS = {
  'escapes of JSON': '\\u0000\\n\\"\\ud800","x":"',
  'the prototype of objects': '__proto__',
  'names of methods': 'toString',
  'the way to the prototype': 'constructor/prototype',
  'a path upwards': '../../../../etc/passwd',
  'words of a shell': '$(touch spoken); `touch spoken` && touch spoken | sh > spoken # ',
  'an option of a command': '--base=spoken',
  'replacements of patterns': "$& $1 $` $' $$ $<a>",
  'a template': '${{ github.token }} {{ a }} %s %d',
  'a huge name': 'x<|`'.repeat(30_000),
} as const;

/** Each text by what it tries. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  ...MARKDOWN,
  ...CODE,
  ...HTML,
  ...GITHUB,
  ...RUNNER,
  ...SIGHT,
  ...FORGED,
  ...PROGRAMS,
};

/** Those that are also long. */
export const HUGE_TEXTS: Readonly<Record<string, string>> = {
  'what takes most room': '\u{E0001}\u202E'.repeat(30_000),
  'a mention of five megabytes': `@torvalds ${'a'.repeat(5 * 1024 * 1024)}`,
  'many lines': 'a | b @torvalds\n'.repeat(20_000),
  'backticks only': '`'.repeat(65_535),
};
