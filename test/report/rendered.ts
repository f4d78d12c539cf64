/** What a reader of GitHub Flavored Markdown (micromark, not our own code) makes of a rendering. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readable } from '../support/report/readable.ts';

const OWN_TAGS = new Set('h3 p ul li table thead tbody tr th td strong code pre details summary'.split(' '));
const TAG = /<(\/?)([a-zA-Z][\w-]*)[^>]*>|<[!?][^>]*>/g;
const CODE = /<code>([^<]*)<\/code>/g;

/** HTML of a comment; tags in the markdown are kept, so that they can be found. */
export function htmlOf(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** Tags that a report does not use (links, images, comments, rules among them), and tags without their partner. */
export function strayTags(html: string): string[] {
  const open: string[] = [];
  const stray: string[] = [];
  for (const [tag, slash, name = ''] of html.matchAll(TAG)) {
    if (!OWN_TAGS.has(name)) stray.push(tag);
    else if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else stray.push(tag);
  }
  return [...stray, ...open.map((name) => `<${name}> is not closed`)];
}

/** The HTML with all code emptied: what is left must not depend on text from outside. */
export function withoutCode(html: string): string {
  return html.replaceAll(CODE, '<code></code>');
}

/** The texts of all code spans and code blocks, in order. */
export function codeTexts(html: string): string[] {
  return [...html.matchAll(CODE)].map(([, text]) => textOf(text!));
}

/** Each table as rows of cells, header first. */
export function tablesOf(html: string): string[][][] {
  const inner = (tag: string, from: string): string[] =>
    [...from.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, text]) => text!);
  return inner('table', html).map((table) =>
    inner('tr', table).map((row) => inner('t[hd]', row).map((cell) => textOf(cell))),
  );
}

/** Titles of the folded sections. */
export function titlesOf(html: string): string[] {
  return [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => textOf(title!));
}

/** The text that a reader sees. */
export function textOf(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return readable(html)
    .replaceAll(TAG, '')
    .replaceAll(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_, code?: string, name?: string) =>
      name === undefined ? String.fromCodePoint(Number(code)) : named[name]!,
    );
}
