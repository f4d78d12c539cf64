import { a as grouped } from "./shared-units.js";
import { n as OBJECT_LINE } from "./shared-progress.js";
import { l as visibleLine } from "./shared-inert-text.js";
// src/cli/progress.ts
const REDRAW_MS = 200;
/** Whether lines may be drawn over and coloured: a terminal of TERM=dumb can do neither. */
function isTerminal({ isTTY }, env) {
	return isTTY === true && env["TERM"] !== "dumb";
}
/** Columns of a terminal that does not say how many it has: some report 0. */
const USUAL_COLUMNS = 80;
function columnsOf({ columns }) {
	return columns === void 0 || columns <= 0 ? USUAL_COLUMNS : columns;
}
function terminalProgress(stream) {
	return stream.isTTY === true ? drawnProgress(stream) : { begin: (title) => printedStep(stream, title) };
}
function drawnProgress(stream) {
	const running = /* @__PURE__ */ new Set();
	let timer;
	const draw = (above) => {
		const width = columnsOf(stream) - 1;
		stream.write(`\r\u001B[K${above}${lineOf([...running], width)}`);
	};
	return { begin: (title, total) => {
		const counter = countObjects(title, total);
		running.add(counter);
		timer ??= setInterval(() => draw(""), REDRAW_MS);
		return {
			line: counter.line,
			end: (outcome) => {
				running.delete(counter);
				if (running.size === 0) {
					clearInterval(timer);
					timer = void 0;
				}
				draw(outcome === "failed" ? `${counter.text()}, failed\n` : "");
			}
		};
	} };
}
function printedStep(stream, title) {
	const counter = countObjects(title);
	return {
		line: counter.line,
		end: (outcome) => stream.write(`${counter.text()}, ${outcome}\n`)
	};
}
const BETWEEN = " | ";
/** One step in full; of several the titles and the objects, with titles cut where there is not enough room. */
function lineOf(steps, width) {
	const [only, ...others] = steps;
	if (only === void 0) return "";
	if (others.length === 0) return only.state().slice(0, width);
	const whole = steps.map((step) => step.brief(width)).join(BETWEEN);
	if (whole.length <= width) return whole;
	const share = Math.floor((width + 3) / steps.length) - 3;
	return steps.map((step) => step.brief(share)).join(BETWEEN).slice(0, width);
}
function countObjects(written, total) {
	const title = visibleLine(written);
	const start = performance.now();
	let objects = 0;
	/** A build that has more than the last one had is not nearly done. */
	const done = () => total === void 0 || objects > total ? `${objects}` : `${grouped(objects)} of ${grouped(total)}`;
	const textOf = (count) => {
		const seconds = ((performance.now() - start) / 1e3).toFixed(1);
		return `${title}: ${count === "" ? "" : `${count}, `}${seconds} s`;
	};
	return {
		line: (line) => {
			if (OBJECT_LINE.test(line)) objects++;
		},
		text: () => textOf(objects === 0 ? "" : `${objects} ${objects === 1 ? "object" : "objects"}`),
		state: () => textOf(objects === 0 ? "" : `${done()} ${done() === "1" ? "object" : "objects"}`),
		brief: (width) => {
			const count = objects === 0 ? "" : ` ${done()}`;
			const room = width - count.length;
			return `${title.length <= room ? title : `${title.slice(0, Math.max(0, room - 1))}…`}${count}`;
		}
	};
}
export { isTerminal as n, terminalProgress as r, columnsOf as t };
