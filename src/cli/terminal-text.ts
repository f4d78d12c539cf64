/**
 * What the command line prints. Paths, names and what tools say may have escape sequences in them, which would move the
 * cursor, hide text or speak to the terminal; they are shown as `\u{1b}` instead.
 */
import { visibleText } from '../report/inert/inert-text.ts';
import { type ProgressStream, columnsOf } from './progress.ts';

/** This tool's own: the colours of a headline, and the line that progress is drawn over. */
const OWN = {
  colours: /(\u001B\[(?:1;3[123]|0)m)/,
  redrawing: /(\r\u001B\[K)/,
} as const;

/** A stream on which nothing else acts: lines and tabs are kept. */
export function visibleStream(stream: ProgressStream, own: keyof typeof OWN): ProgressStream {
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return columnsOf(stream);
    },
    write: (text) =>
      stream.write(
        text
          .split(OWN[own])
          .map((part, index) => (index % 2 === 1 ? part : visibleText(part)))
          .join(''),
      ),
  };
}
