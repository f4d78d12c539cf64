import * as fc from 'fast-check';
import type { Report } from '../../src/report/report.ts';
import type { PartName } from '../../src/size/part-sizes.ts';
import {
  BASE,
  HEAD,
  type DeltaParts,
  PROVENANCE,
  accountedWith,
  deltaWith,
  failedTarget,
  findingWith,
  ownerRow,
  reportWith,
  targetReport,
  verdictWith,
} from '../support/report-builders.ts';

/** What symbols, paths, revisions and compilers may be called by somebody who means harm. */
export const HOSTILE_NAMES: Readonly<Record<string, string>> = {
  backticks: '```` ` ``',
  'an unclosed backtick': '`',
  bars: 'a|b||c|',
  'a bar behind backslashes': 'a\\|b\\\\|c\\',
  'the start of a comment': '<!-- hidden',
  'the end of a comment': '--> shown <!-- kernel-size-budget:v1 key=x -->',
  'a mention': '@torvalds @github/team',
  'the end of a fold': '</code></summary></details>',
  'a script': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'line breaks': 'a\n\n# heading\n\n```\n\n</details>\n\n- item\r\n\r\n| a |\n|--|',
  'right-to-left overrides': '\u202Egnp.exe\u202C \u2066x\u2069 \u200F',
  'escape sequences': '\u001B[31mred\u001B[0m\u0007\u009B2J',
  'a bare domain': 'www.example.com',
  'an address': 'https://example.com/?a=b mailto:a@example.com a@example.com',
  'a link and an image': '[text](https://example.com) ![](//example.com/x.png) <https://example.com>',
  'an issue': 'fixes #1, gh-1, owner/repo#1',
  'a commit': 'deadbeef',
  emphasis: '**bold** ~~struck~~ _slanted_',
  entities: '&lt;b&gt; &#64;torvalds &commat;torvalds',
  'separators of lines and halves of a pair': 'a\u2028b\u2029c\uD800d\uDC00',
  'a huge name': 'x<|`'.repeat(30_000),
  'nothing but white space': ' \t \n ',
  nothing: '',
};

/** By their numbers, as Unicode lists them: C0, C1, zero-width, line separators and Bidi_Control; not tab, line feed. */
export const UNSEEN =
  /[\0-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;

const MEAN_PARTS = Array.from('`|<>&@\\[]()#*_~!-\n\r\t "\'').concat(
  '```',
  '<!--',
  '-->',
  '</code>',
  '\u202E',
);

/** Any text that is not a usual name of a target: usual names are printed as they are. */
export function anyName(): fc.Arbitrary<string> {
  const parts = fc.array(fc.constantFrom(...MEAN_PARTS), { maxLength: 12 });
  return fc
    .oneof(
      parts.map((some) => some.join('')),
      fc.string({ unit: 'binary' }),
    )
    .filter((name) => !/^[a-z0-9-]+$/.test(name));
}

/** Owners, options and nodes of the device tree with one text in every place. */
function explanationFullOf(name: string): DeltaParts {
  const part = { name, base: 1, head: 2 };
  const texts = { object: name, movedFrom: name, renamedFrom: name, definition: { file: name, line: 1 } };
  const names = { aliases: [name], clones: [name], inlinedInto: [name], splitFrom: [name] };
  const cells = [{ section: name, base: 100, head: 140 }];
  const row = ownerRow({ name, cells, ...texts, ...names });
  const accounted = accountedWith({
    rows: [row, { ...row, kind: 'literal', definition: undefined }],
    sections: [{ ...part, residual: 0 }],
    objects: [{ ...part, name: `${name}/a.o` }],
  });
  return {
    accounted,
    config: [{ name, base: name, head: name, kind: 'changed', cause: { kind: 'select', by: [name] } }],
    split: { kind: 'split', code: accounted, kconfig: accounted },
    deviceTree: {
      base: 1,
      head: 2,
      rows: [{ node: name, property: name, base: 1, head: 2, change: 'resized' }],
    },
  };
}

/** A report with one text in every place that text from outside can take. */
export function reportFullOf(name: string): Report {
  const part: PartName = `symbol:${name}`;
  const findings = [findingWith(), findingWith({ metric: 'flash' }), findingWith({ metric: part })];
  const delta = deltaWith({
    metrics: { ram: [115_432, 119_400] },
    sections: [{ name, base: 1, head: 2 }],
    symbols: [[name, undefined, 3968]],
    ...explanationFullOf(name),
  });
  const compared = targetReport({
    target: name,
    verdict: verdictWith('over-growth', { findings }),
    budgets: { [part]: 1 },
    growth: { [part]: 1 },
    delta: { ...delta, metrics: [...delta.metrics, { metric: part, base: 1, head: 2 }] },
    provenance: { ...PROVENANCE, kernelVersion: name, compiler: name, linker: name },
  });
  const failed = failedTarget({
    target: name,
    verdict: verdictWith('no-comparison', { reason: name }),
    details: [name, name],
  });
  return reportWith([compared, failed], {
    base: { ...BASE, origin: name },
    head: { ...HEAD, origin: name },
    notes: [name],
  });
}
