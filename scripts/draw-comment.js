/**
 * Draws a comment as GitHub shows it: `node scripts/draw-comment.js COMMENT.md PICTURE.png`. Needs Debian's chromium and
 * fonts-liberation, fonts-noto-color-emoji. Sections are as they are when the page is opened: what is folded stays so.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** In CSS pixels: the text of a comment on a desktop, and what is around it. */
const TEXT = 780;
const AROUND = 16;

const STYLE = `
* { box-sizing: border-box }
body { margin: 0; padding: ${AROUND / 4}px ${AROUND}px; background: #fff; color: #1f2328;
  font: 14px/1.5 "Liberation Sans", Arial, sans-serif, "Noto Color Emoji" }
.comment { width: ${TEXT + 2 * AROUND + 2}px; border: 1px solid #d1d9e0; border-radius: 6px }
.author { padding: 8px ${AROUND}px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; color: #59636e;
  border-radius: 6px 6px 0 0 }
.author b { color: #1f2328 }
.author i { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-size: 12px; font-style: normal }
.text { padding: ${AROUND}px; overflow-wrap: break-word }
.text > :last-child { margin-bottom: 0 }
h3 { font-size: 1.25em; line-height: 1.25; margin: 0 0 16px }
p, ul, table, pre, details { margin: 0 0 16px }
ul { padding-left: 2em }
li + li { margin-top: .25em }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0;
  border-collapse: collapse }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0 }
code { font: 85% "Liberation Mono", monospace; background: #818b981f; border-radius: 6px; padding: .2em .4em;
  white-space: break-spaces }
pre { padding: 16px; overflow: auto; background: #f6f8fa; border-radius: 6px; line-height: 1.45; font-size: 85% }
pre code { font-size: 100%; background: none; padding: 0; white-space: pre }
a { color: #0969da; text-decoration: none }
`;

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  throw new Error('expected two paths: node scripts/draw-comment.js COMMENT.md PICTURE.png');
}
const folder = mkdtempSync(join(tmpdir(), 'comment-'));
try {
  const page = join(folder, 'comment.html');
  writeFileSync(page, pageOf(readFileSync(from, 'utf8')));
  const width = TEXT + 4 * AROUND + 2;
  const dom = browse(['--dump-dom', `--window-size=${width},600`, pathToFileURL(page).href]);
  const height = Number(/data-height="(\d+)"/.exec(dom)?.[1]);
  browse([`--screenshot=${resolve(to)}`, `--window-size=${width},${height}`, pathToFileURL(page).href]);
  process.stdout.write(`${to}: ${width} x ${height}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} markdown */
function pageOf(markdown) {
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  const html = micromark(markdown, options).replaceAll(
    /(?<=Base |head |Commits: |· )[0-9a-f]{12}(?= [(<])/g,
    linked,
  );
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><body><div class="comment">
<div class="author"><b>github-actions</b> <i>bot</i> commented</div><div class="text">${html}</div></div>
<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height)</script></body></html>`;
}

/**
 * GitHub links the hash of a commit and shortens it to seven digits.
 * @param {string} hash
 */
function linked(hash) {
  return `<a href="#">${hash.slice(0, 7)}</a>`;
}

/** @param {readonly string[]} args */
function browse(args) {
  const quiet = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--user-data-dir=${folder}`,
  ];
  return execFileSync('chromium', [...quiet, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
