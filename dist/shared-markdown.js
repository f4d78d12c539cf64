import { a as inertHtmlName, i as escapeInvisible, l as visibleLine, n as codeSpan, o as inertName, r as cutText, s as shortLine, t as codeBlock } from "./shared-inert-text.js";
import { t as UserError } from "./shared-user-error.js";
import { a as lackingFor, c as splitSelector, i as isSelector, l as matchesGlob, s as selectorSize, t as limitNameMistake, u as METRIC_NAMES } from "./shared-limit-name.js";
import { _ as canonicalText } from "./shared-symbol-places.js";
import { i as formatLimit, n as formatBytes, o as parseSize, r as formatChange } from "./shared-units.js";
import { a as notShown, i as renderParts, o as nameLine, r as renderAccounted, s as signed, t as indented } from "./shared-accounted-table.js";
import { c as SECTION_TYPE, i as groupBy, l as isAllocated, n as directoryParts, p as hex } from "./shared-by-directory.js";
import { n as renderBloatOMeter, t as bloatLine } from "./shared-bloat-o-meter2.js";
// src/budget/acceptance.ts
/**
* Growth that somebody accepts knowingly: `TARGET METRIC +BYTES REASON`. It lifts a growth limit up to the bytes it
* names, and never a budget.
*/
/** The trailer of a commit message, and the lines of a pull request's body, that accept growth. */
const ACCEPTANCE_KEY = "Size-Growth";
const EXAMPLE = "stm32f469 ram +4096 new driver for the touch screen";
/** In characters: commits are anybody's. */
const LONGEST_ACCEPTANCE = 2e3;
/** Reads `stm32f469 ram +4096 a reason`; sizes as in the budget file. A subsystem's name may have spaces. */
function parseAcceptance(written) {
	const text = written.slice(0, LONGEST_ACCEPTANCE).trim();
	const parts = partsOf(text);
	if (parts === void 0) return mistake(`"${text}" is not TARGET METRIC +BYTES REASON; write it as in "${EXAMPLE}"`);
	const { target, metric, size, reason } = parts;
	const wrongMetric = limitNameMistake(metric);
	if (wrongMetric !== void 0) return mistake(wrongMetric);
	const bytes = parseSize(size);
	if (bytes.kind === "mistake") return mistake(bytes.message);
	if (reason === "") return mistake(`"${text}" has no reason; say why, as in "${EXAMPLE}"`);
	return {
		kind: "acceptance",
		acceptance: {
			target,
			metric,
			bytes: bytes.bytes,
			reason
		}
	};
}
/** The first word that begins with a plus ends the metric, which may have spaces. */
function partsOf(text) {
	const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
		word,
		index
	}));
	const place = words.findIndex(({ word }, index) => index >= 2 && /^\+./s.test(word));
	if (place === -1) return void 0;
	const { word: size, index: end } = words[place];
	return {
		target: words[0].word,
		metric: text.slice(words[1].index, end).trimEnd(),
		size: size.slice(1),
		reason: text.slice(end + size.length).trimStart()
	};
}
function mistake(message) {
	return {
		kind: "mistake",
		message
	};
}
/** The values of the trailers in a commit's message: git-interpret-trailers(1), of the last paragraph alone. */
function acceptanceTrailers(message) {
	return acceptanceLines(paragraphsOf(message).last);
}
/** Lines of a commit's message that are meant for such trailers, and are none where or as they stand. */
function strayTrailers(message) {
	const { others, last } = paragraphsOf(message);
	return [...others.split("\n").filter((line) => INTENDED.test(line)), ...strayLines(last)];
}
/** The first paragraph is the subject, also where there is no other. */
function paragraphsOf(message) {
	const text = message.replaceAll("\r\n", "\n").trimEnd();
	const paragraphs = text.split(/\n[ \t]*\n/);
	if (paragraphs.length === 1) return {
		others: text,
		last: ""
	};
	return {
		others: paragraphs.slice(0, -1).join("\n"),
		last: paragraphs.at(-1)
	};
}
/** The values of all lines `Size-Growth: …`; a line that begins with a blank continues the one before it. */
function acceptanceLines(text) {
	return text.replaceAll("\r\n", "\n").replaceAll(/\n[ \t]+(?=\S)/g, " ").split("\n").flatMap((line) => KEY.exec(line)?.[1]?.trim() ?? []);
}
/** As git has it: in any case, and with blanks before the colon. */
const KEY = /^size-growth[ \t]*:(.*)$/i;
/** Lines that are meant for `Size-Growth: …`, and are none as they are written. */
function strayLines(text) {
	return text.split(/\r?\n/).filter((line) => INTENDED.test(line) && !KEY.test(line));
}
const INTENDED = /^[ \t>*-]*size[-_ ]?growth[ \t]*[:=]/i;
/** The acceptance that allows most of one target's metric. */
function largestAcceptance(acceptances, wanted) {
	return acceptances.filter(({ target, metric }) => target === wanted.target && metric === wanted.metric).toSorted((a, b) => b.bytes - a.bytes)[0];
}
// src/report/words/commit-subjects.ts
/** The commits that a change is made of, as a report names them. */
/** In characters; git's own advice is 50 of them (git-commit(1), DISCUSSION). */
const LONGEST_SUBJECT = 120;
/** The last ones of some messages, in their order. */
function subjectsOf(commits) {
	return commits.slice(-50).map(({ sha, message }) => {
		const end = message.indexOf("\n");
		const subject = end === -1 ? message : message.slice(0, end);
		return {
			hash: sha,
			subject: shortLine(subject.trim(), LONGEST_SUBJECT)
		};
	});
}
/** `412a9a9c0ffe subject` of each, by `quote` inert where it is printed; the last ones of many, and how many are not shown. */
function subjectLines(commits = [], quote) {
	const shown = commits.slice(-6).map(({ hash, subject }) => `${hash.slice(0, 12)} ${quote(subject)}`);
	const left = commits.length - shown.length;
	return left === 0 ? shown : [`${left} earlier ones`, ...shown];
}
/** Each commit once. */
function joinSubjects(lists) {
	const all = lists.flatMap((list) => list ?? []);
	return [...new Map(all.map((commit) => [commit.hash, commit])).values()].slice(-50);
}
// src/report/json/json.ts
/** The longest text in a report, in UTF-16 units: a damaged kernel may have a name of megabytes. */
const LONGEST_TEXT = 65536;
/** The report for other programs, as `schema/report.schema.json` says. Absent values are left out. */
function renderJson(report) {
	return jsonOf(report);
}
/** The same where it may come onto a terminal: what would act there is written as JSON's `\u001b`. */
function inertJson(json) {
	return escapeInvisible(json, (unit) => `\\u${unit.toString(16).padStart(4, "0")}`);
}
/** JSON of any value, with texts no longer than a report has. */
function jsonOf(whole) {
	return `${JSON.stringify(whole, (_, value) => typeof value === "string" ? cutText(value, 65535) : value, 2)}\n`;
}
// src/report/tables/largest-rows.ts
/** Rows that people are shown at most; the JSON report has all. */
const MOST_ROWS = 1e3;
/** Keeps the `most` rows of largest |delta|, each name on one line; the summary and the totals stay those of the whole. */
function largestRows(diff, most) {
	const kept = mostChanged(diff.rows, most);
	const [whole, shown] = [diff.rows, kept].map((rows) => rows.reduce((sum, row) => sum + row.delta, 0));
	return {
		diff: {
			...diff,
			title: nameLine(diff.title),
			rows: kept.map((row) => withPrintableName(row))
		},
		omitted: diff.rows.length - kept.length,
		omittedBytes: whole - shown
	};
}
/** The `most` rows of largest |delta|, in their order. */
function mostChanged(rows, most) {
	if (rows.length <= most) return rows;
	const bySize = rows.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
	const kept = new Set(bySize.slice(0, most));
	return rows.filter((row) => kept.has(row));
}
function withPrintableName({ name, old, new: current, delta }) {
	return {
		name: nameLine(name),
		old,
		new: current,
		delta
	};
}
// src/report/failing.ts
const FAILING = /* @__PURE__ */ new Set([
	"no-comparison",
	"over-budget",
	"over-growth"
]);
/** Whether a limit is broken by this change, or nothing was compared. */
function isFailing({ verdict }) {
	return FAILING.has(verdict.kind);
}
// src/report/inert/unbroken.ts
/** Keeps a size on one line: GitHub breaks the cells of a table that is wider than a comment at each blank. */
const NO_BREAK_SPACE = "\xA0";
/** U+2212 goes with the digits after it (UAX #14, class PR); a hyphen may be left at the end of a line. */
const MINUS = "−";
/** Inert markdown with no break in `-18 B` or `2 MiB`; code spans stay as they are, people copy them. */
function unbroken(markdown) {
	const parts = [];
	let from = 0;
	for (let start = markdown.indexOf("`"); start !== -1; start = markdown.indexOf("`", from)) {
		const end = endOfSpan(markdown, start);
		parts.push(unbrokenText(markdown.slice(from, start)), markdown.slice(start, end));
		from = end;
	}
	return parts.join("") + unbrokenText(markdown.slice(from));
}
/** Where the fence that begins at `start` is closed; the end of the text where it is not. */
function endOfSpan(markdown, start) {
	let inside = start;
	while (markdown[inside] === "`") inside++;
	const fence = markdown.slice(start, inside);
	const close = markdown.indexOf(fence, inside);
	return close === -1 ? markdown.length : close + fence.length;
}
function unbrokenText(text) {
	return text.replaceAll(/(?<=\d) (?=(?:B|[KMG]iB)\b)/g, NO_BREAK_SPACE).replaceAll(/(?<![\w-])-(?=\d)/g, MINUS);
}
// src/size/metrics/flash-use.ts
/**
* Bytes from the start of the flash part to the end of the image, or of the device tree if that lies behind; undefined
* where a file that tells it is not at hand.
*/
function flashUse(kernel, layout) {
	const { storedImage, flashAddress } = layout;
	if (storedImage === void 0) return void 0;
	if (layout.kind === "xip" && flashAddress !== void 0) checkPlaces(kernel, flashAddress, storedImage);
	return flashOfImage(kernel, layout, storedImage);
}
/** The same with an image of another size, wherever that would reach to. */
function flashOfImage(kernel, layout, imageSize) {
	const { kind, flashAddress } = layout;
	const { dtbSize = 0 } = kernel;
	if (dtbSize === "unknown") return void 0;
	if (kind !== "xip") return imageSize + dtbSize;
	if (flashAddress === void 0) return void 0;
	const { image, dtb } = placesIn(kernel, flashAddress, imageSize);
	const start = kernel.placement.flashBase ?? Math.min(image.start, dtb.start);
	return Math.max(image.end, dtb.end) - start;
}
function placesIn(kernel, flashAddress, imageSize) {
	const image = {
		start: flashAddress,
		end: flashAddress + imageSize
	};
	const dtbSize = kernel.dtbSize === "unknown" ? 0 : kernel.dtbSize ?? 0;
	const start = (dtbSize === 0 ? void 0 : kernel.placement.dtb) ?? image.end;
	return {
		image,
		dtb: {
			start,
			end: start + dtbSize
		}
	};
}
function checkPlaces(kernel, flashAddress, imageSize) {
	if (kernel.dtbSize === "unknown") return;
	const { image, dtb } = placesIn(kernel, flashAddress, imageSize);
	checkApart(image, dtb);
	const start = kernel.placement.flashBase ?? Math.min(image.start, dtb.start);
	if (start > Math.min(image.start, dtb.start)) throw outsideFlash(start, {
		image,
		dtb
	});
}
function checkApart(image, dtb) {
	if (dtb.start >= image.end || dtb.end <= image.start) return;
	throw new UserError(`the device tree (${dtb.end - dtb.start} bytes at ${hex(dtb.start)}) runs into the image (${hex(image.start)} to ${hex(image.end)}): move memory.dtb or CONFIG_XIP_PHYS_ADDR`);
}
function outsideFlash(start, { image, dtb }) {
	return image.start < start ? new UserError(`the image is linked to ${hex(image.start)}, before the flash at ${hex(start)}; check CONFIG_XIP_PHYS_ADDR and memory.flash.base`) : new UserError(`memory.dtb is ${hex(dtb.start)}, before the flash at ${hex(start)}; check memory.dtb and memory.flash.base`);
}
// src/size/metrics/load-range.ts
/** From the lowest to the highest physical address that PT_LOAD segments fill: what `objcopy -O binary` writes. */
function loadRange(elf) {
	const loaded = elf.segments.filter((segment) => segment.type === 1 && segment.fileSize > 0);
	let start = loaded[0]?.physicalAddress ?? 0n;
	let end = start;
	for (const segment of loaded) {
		const last = segment.physicalAddress + BigInt(segment.fileSize);
		if (segment.physicalAddress < start) start = segment.physicalAddress;
		if (last > end) end = last;
	}
	return {
		start,
		end
	};
}
/** Where a stretch of virtual addresses is loaded to; outside of all segments it keeps its address. */
function loadAddress({ address, size }, segments) {
	const segment = segments.find(({ type, virtualAddress, memorySize }) => type === 1 && address >= virtualAddress && address + BigInt(size) <= virtualAddress + BigInt(memorySize));
	return segment ? address - segment.virtualAddress + segment.physicalAddress : address;
}
// src/size/same-build/image-match.ts
/**
* Compares what a boot image holds, uncompressed, with the linked kernel: what `objcopy -O binary` makes of vmlinux
* (arch/arm, arm64, riscv and s390), or a vmlinux without symbols (arch/x86 and powerpc).
*/
/** What arch/*\/boot/Makefile has objcopy leave out (`-R .note`), by the names that linker scripts give it. */
const LEFT_OUT = /^\.(note(\.|$)|comment$|MIPS\.|reginfo$|vmlinux\.info$)/;
/** Sections as objcopy -O binary stores them, in the order of their load addresses. */
function storedSections(elf) {
	const stored = elf.sections.filter((section) => isAllocated(section) && section.type !== SECTION_TYPE.noBits).filter(({ name }) => !LEFT_OUT.test(name)).map((section) => ({
		section,
		place: loadAddress(section, elf.segments)
	})).toSorted((a, b) => a.place < b.place ? -1 : 1);
	const start = stored[0]?.place ?? 0n;
	return stored.map(({ section, place }) => ({
		section,
		offset: Number(place - start)
	}));
}
/** Compares from the section at offset `from` on; undefined where all are in `image` byte for byte. */
function binaryDifference(elf, image, from = 0) {
	const sections = storedSections(elf).filter(({ offset }) => offset >= from);
	for (const { section, offset } of sections) {
		const at = offset - from;
		const missing = Math.max(0, at + section.size - image.size);
		const found = sectionDifference(elf, section, {
			source: image,
			offset: at,
			size: section.size - missing
		});
		if (found !== void 0) return {
			at: at + found.at,
			what: found.what
		};
		if (missing > 0) return {
			at: image.size,
			what: `it ends ${missing} bytes before the end of ${section.name}`
		};
	}
}
/** Where the last of the sections ends in what objcopy -O binary makes. */
function binarySize(elf) {
	return storedSections(elf).reduce((end, { section, offset }) => Math.max(end, offset + section.size), 0);
}
/** Compares section by section, by name; `other` may lack the symbols and what is not loaded. */
function elfDifference(elf, other) {
	const byName = new Map(other.sections.map((section) => [section.name, section]));
	for (const section of elf.sections.filter((one) => isAllocated(one) && !LEFT_OUT.test(one.name))) {
		const { name, address, size } = section;
		const its = byName.get(name);
		if (its?.address !== address || its.size !== size) return {
			at: 0,
			what: `${name} is ${its ? `${hex(its.size)} bytes at ${hex(its.address)}` : "not there"}, in vmlinux ${hex(size)} bytes at ${hex(address)}`
		};
		if (section.type === SECTION_TYPE.noBits) continue;
		const found = sectionDifference(elf, section, {
			source: other.source,
			offset: its.offset,
			size
		});
		if (found !== void 0) return found;
	}
}
/** Files are read in parts of so many bytes. */
const PART = 1048576;
function sectionDifference(elf, section, other) {
	for (let at = 0; at < other.size; at += PART) {
		const length = Math.min(PART, other.size - at);
		const ours = elf.source.read(section.offset + at, length);
		const theirs = other.source.read(other.offset + at, length);
		const first = firstDifference(ours, theirs);
		if (first < 0) continue;
		const [own, found] = [ours[first], theirs[first]];
		const place = section.address + BigInt(at + first);
		return {
			at: at + first,
			what: `${section.name} has ${hex(found)} at ${hex(place)}, vmlinux ${hex(own)}`
		};
	}
}
/** The position of the first byte that differs, -1 where none does; both are of one length. */
function firstDifference(a, b) {
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return i;
	return -1;
}
/** The rest of a file, as one of its own. */
function partOf(source, start) {
	const { name, size } = source;
	return {
		name,
		size: size - start,
		read: (offset, length) => source.read(start + offset, length)
	};
}
// src/size/metrics/kernel-image.ts
/** The symbols of the kernel's linker scripts that sizes are taken between. */
const BOUNDARY_SYMBOLS = /* @__PURE__ */ new Set([
	"_xiprom",
	"_edata_loc",
	"_sdata",
	"_stext",
	"_start",
	"_text",
	"_end",
	"__init_begin",
	"__init_end"
]);
/** Distance in bytes from `start` to `end`; undefined where the kernel lacks one of the two. */
function distance$1(kernel, start, end) {
	const from = kernel.boundaries.get(start);
	const to = kernel.boundaries.get(end);
	return from === void 0 || to === void 0 ? void 0 : Number(to - from);
}
// src/size/metrics/layout.ts
function isX86({ machine }) {
	return machine === 3 || machine === 62;
}
function isRiscvXip({ elf, boundaries }) {
	return elf.machine === 243 && boundaries.has("_xiprom");
}
/** Reads flash and RAM off the linked kernel by the rules of its kind; never from section flags or nm's letters. */
function layoutOf(kernel) {
	if (isRiscvXip(kernel)) return riscvXipLayout(kernel);
	if (kernel.boundaries.has("_xiprom")) return xipLayout(kernel);
	if (kernel.elf.machine === 40) return armLayout(kernel);
	if (isX86(kernel.elf)) return x86Layout(kernel);
	return otherLayout(kernel);
}
/** arch/arm/kernel/vmlinux-xip.lds.S: text stays in flash, `_sdata` to `_end` is reserved (asm/memory.h KERNEL_START). */
function xipLayout(kernel) {
	const ram = required(kernel, "_sdata", "_end");
	return {
		kind: "xip",
		storedImage: xipImage(kernel),
		ram,
		ramAfterInit: ram - initSize(kernel),
		flashAddress: kernel.config && Number(addressOption(kernel, "XIP_PHYS_ADDR") ?? kernel.boundaries.get("_xiprom"))
	};
}
/**
* arch/riscv/kernel/vmlinux-xip.lds.S, in 6.1 to 6.12: as on ARM, but `_xiprom` is where the flash is mapped to, and
* `_edata_loc` counts from the start of the image, so that the sections' load addresses tell its size.
*/
function riscvXipLayout(kernel) {
	const ram = required(kernel, "_sdata", "_end");
	return {
		kind: "xip",
		storedImage: requireImageSize(kernel, {
			linked: binarySize(kernel.elf),
			by: "as objcopy -O binary counts"
		}),
		ram,
		ramAfterInit: ram - freedPages(kernel),
		flashAddress: kernel.config && Number(addressOption(kernel, "XIP_PHYS_ADDR") ?? 0n)
	};
}
const PAGE$1 = 4096n;
/** `__init_end` is on no page border there, and whole pages are freed (mm/page_alloc.c, free_reserved_area). */
function freedPages({ boundaries }) {
	const [begin, end] = [boundaries.get("__init_begin"), boundaries.get("__init_end")];
	if (begin === void 0 || end === void 0) return 0;
	const pages = end / PAGE$1 - (begin + PAGE$1 - 1n) / PAGE$1;
	return pages > 0n ? Number(pages * PAGE$1) : 0;
}
/** With CONFIG_XIP_DEFLATED_DATA the data part is compressed after linking: only the file knows its size. */
function xipImage(kernel) {
	const { config, imageSize } = kernel;
	const linked = required(kernel, "_xiprom", "_edata_loc");
	if (config?.get("XIP_DEFLATED_DATA") === "y") return imageSize;
	if (imageSize === void 0) return config && linked;
	return requireImageSize(kernel, {
		linked,
		by: "_xiprom to _edata_loc",
		unless: config ? "" : " (or CONFIG_XIP_DEFLATED_DATA is on: give the .config too)"
	});
}
/** The size of the image, by vmlinux; that of its file is another where it is of another build. */
function requireImageSize({ imageSize }, { linked, by, unless = "" }) {
	if (imageSize === void 0 || imageSize === linked) return linked;
	throw new UserError(`xipImage is ${imageSize} bytes but vmlinux spans ${linked} (${by}): they come from different builds${unless}; remove the build folder and build again`);
}
/**
* arch/arm/kernel/vmlinux.lds.S. Without an MMU `_stext` to `_end` is reserved (mm/init.c, asm/memory.h KERNEL_START);
* with one, the page tables below the kernel and all from PAGE_OFFSET on are too (mm/mmu.c arm_mm_memblock_reserve).
*/
function armLayout(kernel) {
	const linked = required(kernel, "_stext", "_end");
	if (kernel.config === void 0) return stored(kernel, {
		kind: "arm",
		ram: void 0
	});
	const pageOffset = pageOffsetOf(kernel);
	const end = kernel.boundaries.get("_end");
	return stored(kernel, {
		kind: "arm",
		ram: pageOffset !== void 0 && end !== void 0 ? Number(end - pageOffset) : linked
	});
}
/**
* Booting needs `init_size` (Documentation/arch/x86/boot.rst, offset 0x260): the kernel, or the room to inflate it.
* Once it runs, `_text` to `_end` without the init pages stays.
*/
function x86Layout(kernel) {
	const linked = required(kernel, "_text", "_end");
	return {
		...stored(kernel, {
			kind: "x86",
			ram: linked
		}),
		ram: kernel.imageSize === void 0 ? void 0 : kernel.initSize ?? linked
	};
}
/** What an x86 kernel itself takes, without the room to inflate it: that room depends on how well it compresses. */
function linkedMemory(kernel) {
	return isX86(kernel.elf) ? distance$1(kernel, "_text", "_end") : void 0;
}
/**
* Any other architecture: what its setup_arch() reserves for the kernel, and the Image header of arm64 (asm/image.h,
* `_kernel_size_le`) and RISC-V (kernel/head.S) calls image_size. Segments end before it: arm64 has page tables and a
* stack outside of all sections.
*/
function otherLayout(kernel) {
	const start = firstAddress(kernel);
	const end = kernel.boundaries.get("_end");
	if (start === void 0 || end === void 0) throw lacksSymbols(kernel, "_text (or _stext)", "_end");
	return stored(kernel, {
		kind: "other",
		ram: Number(end - start)
	});
}
/**
* What may come first in a kernel: on RISC-V and C-SKY the head, before `_text`; on PA-RISC, ARC and Hexagon the init
* sections (arch/*\/kernel/vmlinux.lds.S).
*/
const FIRST_SYMBOLS = [
	"_start",
	"_text",
	"_stext",
	"__init_begin"
];
/** The address of the first of them; undefined where the kernel has none but the init sections. */
function firstAddress({ boundaries }) {
	const addresses = FIRST_SYMBOLS.map((name) => boundaries.get(name)).filter((one) => one !== void 0);
	if (!boundaries.has("_text") && !boundaries.has("_stext")) return void 0;
	return addresses.reduce((least, one) => one < least ? one : least);
}
/** Of a kernel that is stored as its boot image, and gives its init pages back. */
function stored(kernel, { kind, ram }) {
	return {
		kind,
		ram,
		ramAfterInit: ram === void 0 ? void 0 : ram - initSize(kernel),
		storedImage: kernel.imageSize,
		flashAddress: void 0
	};
}
/** Freed by free_initmem (arch/*\/mm/init.c). */
function initSize(kernel) {
	return distance$1(kernel, "__init_begin", "__init_end") ?? 0;
}
function required(kernel, start, end) {
	const bytes = distance$1(kernel, start, end);
	if (bytes !== void 0) return bytes;
	throw lacksSymbols(kernel, start, end);
}
function lacksSymbols({ elf }, start, end) {
	return new UserError(`${elf.name}: no symbols ${start} and ${end}; a linked, unstripped vmlinux has both`);
}
/** Where the memory of an ARM kernel with an MMU begins; undefined for any other kernel. */
function pageOffsetOf(kernel) {
	return kernel.elf.machine === 40 && kernel.config?.get("MMU") === "y" && !kernel.boundaries.has("_xiprom") ? addressOption(kernel, "PAGE_OFFSET") : void 0;
}
/** An option of type hex; undefined where the configuration does not have it. */
function addressOption({ config }, name) {
	const value = config?.get(name);
	if (value === void 0) return void 0;
	if (/^0x[0-9a-f]{1,16}$/i.test(value)) return BigInt(value);
	throw new UserError(`CONFIG_${name} is ${JSON.stringify(value)}; expected an address such as 0xC0000000`);
}
// src/size/metrics/contents.ts
/** `image` and `flash` as if nothing was compressed, and `ram` without the room for inflating. */
function uncompressedMetrics(kernel, layout, spans) {
	const image = spans.find(({ name }) => name === "image")?.bytes ?? 0;
	const flash = flashOfImage(kernel, layout, image);
	const ram = linkedMemory(kernel) ?? layout.ram;
	return {
		image,
		...flash === void 0 ? {} : { flash },
		...ram === void 0 ? {} : { ram }
	};
}
/** What depends on how well the image compresses: on x86 the room for inflating too. */
const COMPRESSED_METRICS = /* @__PURE__ */ new Set([
	"image",
	"flash",
	"ram"
]);
/** Undefined where the metric or the part shows its growth itself; empty where its growth cannot be told. */
function contentDelta(name, base, head) {
	if (name === "image" || name === "flash" || name === "ram") return uncompressedDelta(name, base, head);
	const [before, after] = [sectionsOf(name, base), sectionsOf(name, head)];
	if (before === void 0 || after === void 0) return void 0;
	if (base.accounting.hasMap && head.accounting.hasMap) {
		const delta = {
			base: contributedBy(before),
			head: contributedBy(after)
		};
		return delta.base === sizeOf(before) && delta.head === sizeOf(after) ? void 0 : delta;
	}
	return [...before, ...after].some(hidesGrowth) ? {} : void 0;
}
/** An image that only one side compresses is compared as if neither did. */
function uncompressedDelta(name, base, head) {
	if (!base.isCompressed && !head.isCompressed || head.metrics[name] === void 0) return void 0;
	const delta = {
		base: base.uncompressed[name],
		head: head.uncompressed[name]
	};
	const isShown = delta.base === base.metrics[name] && delta.head === head.metrics[name];
	return name === "ram" && isShown ? void 0 : delta;
}
/** The sections that a metric or a part is the sum of; undefined where it is no such sum. */
function sectionsOf(name, { sections, accounting }) {
	if (isSelector(name)) {
		const part = splitSelector(name);
		if (part.kind !== "section") return void 0;
		return accounting.sections.filter((section) => matchesGlob(part.name, section.name));
	}
	if (!SECTION_METRICS.has(name)) return void 0;
	const names = new Set(sections.filter(({ kind }) => kind === name).map((section) => section.name));
	return accounting.sections.filter((section) => names.has(section.name));
}
const SECTION_METRICS = /* @__PURE__ */ new Set([
	"text",
	"rodata",
	"data",
	"bss",
	"init"
]);
function contributedBy(sections) {
	return sections.reduce((sum, { contributed = 0 }) => sum + contributed, 0);
}
function sizeOf(sections) {
	return sections.reduce((sum, { size }) => sum + size, 0);
}
/** In bytes: what alignment to no more than a page leaves is within what every section moves by. */
const PAGE = 4096;
function hidesGrowth({ padding }) {
	return padding >= PAGE;
}
// src/size/delta/metric-deltas.ts
/** Head minus base in bytes; undefined where there is no base. */
function metricChange({ base, head }) {
	return base === void 0 ? void 0 : head - base;
}
/** The change that growth is judged by, in bytes; undefined where there is no base or nothing tells it. */
function countedChange({ base, head, content }) {
	if (content === void 0) return metricChange({
		base,
		head
	});
	return content.base === void 0 || content.head === void 0 ? void 0 : content.head - content.base;
}
/** The metrics that head has, in the order of `METRIC_NAMES`, then the parts that selectors find in it. */
function metricDeltas(base, head, selectors) {
	const sides = (metric, before, after) => {
		if (after === void 0) return [];
		return [{
			metric,
			base: before,
			head: after,
			content: base && contentDelta(metric, base, head)
		}];
	};
	return [...METRIC_NAMES.flatMap((metric) => sides(metric, base?.metrics[metric], head.metrics[metric])), ...selectors.flatMap((part) => sides(part, base && sizeAtBase(base, part), selectorSize(head, part)))];
}
/** A part that base does not have is as large as nothing; undefined where base cannot tell. */
function sizeAtBase(base, selector) {
	const isTold = lackingFor(base, splitSelector(selector).kind) === void 0;
	return selectorSize(base, selector) ?? (isTold ? 0 : void 0);
}
// src/report/words/accept-lines.ts
/** More than anybody copies: a report may be a stranger's. */
const MOST_LINES$1 = 20;
/** What stands where whoever accepts it says why. */
const REASON = "…";
/**
* The lines to copy into a commit's message that accept what breaks a growth limit: `Size-Growth: stm32f469 ram +2016 …`.
* None for a name that would be read as something else.
*/
function acceptLines({ targets }) {
	return targets.flatMap(({ target, verdict }) => verdict.findings.flatMap((finding) => acceptLine(target, finding) ?? [])).slice(0, MOST_LINES$1);
}
function acceptLine(target, finding) {
	const bytes = countedChange(finding);
	if (finding.kind !== "over-growth" || bytes === void 0) return void 0;
	const written = `${target} ${finding.metric} +${bytes} ${REASON}`;
	const read = parseAcceptance(written);
	return read.kind === "acceptance" && read.acceptance.target === target && read.acceptance.metric === finding.metric && read.acceptance.bytes === bytes && !/[\n\r]/.test(written) ? `${ACCEPTANCE_KEY}: ${written}` : void 0;
}
/** The sentence before the lines. */
const HOW_TO_ACCEPT = "To accept this growth, end the message of a commit with the reason:";
// src/size/delta/alignment-cliffs.ts
/** A gap whose end is a multiple of less is left by the alignment of one object: it costs nothing that anybody minds. */
const SMALLEST_STEP = 1024;
/** A kernel has some 100; what looks at the rest of the span for each part takes no more. */
const MOST_PARTS = 1e3;
/** The cliffs of a span, in the order of addresses; none of one that no kernel has. */
function alignmentCliffs({ name, parts }) {
	if (parts.length > MOST_PARTS) return [];
	return parts.flatMap((section, index) => {
		if (section.slack === void 0) return [];
		const next = parts.findIndex((part, at) => at > index && !isReserved(part));
		const gap = parts[next];
		if (gap?.step === void 0 || gap.step < SMALLEST_STEP || gap.head === 0) return [];
		const growth = section.head - section.base;
		const cost = costOf(growth + gap.head - gap.base, parts.slice(next + 1));
		const crossed = gap.base > 0 && growth > gap.base && cost >= SMALLEST_STEP ? {
			growth,
			cost
		} : void 0;
		return [{
			span: name,
			section: section.name,
			left: section.slack,
			crossed
		}];
	});
}
/** What a linker script keeps between a section and a gap moves with the section. */
function isReserved({ step, slack }) {
	return step === void 0 && slack === void 0;
}
/** What is left of a move at the end of the span: each later gap that became smaller by itself takes some of it. */
function costOf(move, after) {
	let left = move;
	let growth = 0;
	for (const { base, head, step } of after) {
		growth += head - base;
		if (step === void 0) continue;
		if (growth < 0) left = Math.max(0, left + growth);
		growth = 0;
	}
	return left;
}
// src/report/words/cliff-lines.ts
/** Targets: what nobody reads is not on top. */
const MOST_ON_TOP = 4;
/**
* What goes on top of a report, one line a target: the first boundary that it crossed and how far it is to the next one, or
* how far a section may still grow. Of the targets that are over a limit; where none is, of those that crossed one.
*/
function cliffRemarks({ targets }, quote) {
	const over = targets.filter(isOver);
	return (over.length > 0 ? over : targets).flatMap((target) => {
		const said = onTop(target, quote.section);
		return said === void 0 ? [] : [`${quote.name(target.target)}: ${said}`];
	}).slice(0, MOST_ON_TOP);
}
function onTop(target, quote) {
	const spans = target.delta?.spans ?? [];
	const crossed = spans.flatMap(alignmentCliffs).find((cliff) => cliff.crossed !== void 0);
	if (crossed !== void 0) {
		const [line] = sentences(spans, quote).crossed;
		return crossed.left === 0 ? line : `${line}; ${formatBytes(crossed.left)} left to the next`;
	}
	return isOver(target) ? sentences(spans, quote).ahead[0] : void 0;
}
function isOver({ verdict }) {
	return verdict.kind.startsWith("over-");
}
/** One sentence for each boundary that was crossed, then one for each that is ahead: for `most` of each. */
function cliffLines(spans, quote, most = Infinity) {
	const { crossed, ahead } = sentences(spans, quote);
	return [...crossed.slice(0, most), ...ahead.slice(0, most)];
}
function sentences(spans, quote) {
	const cliffs = spans.flatMap(alignmentCliffs);
	const crossings = cliffs.filter(({ crossed }) => crossed !== void 0);
	const ahead = cliffs.filter(({ left }) => left > 0);
	return {
		crossed: bySentence(crossings, (cliff, names) => crossing(cliff, names, quote)),
		ahead: bySentence(ahead, (cliff, names) => distance(cliff, names, quote))
	};
}
/** What holds for both spans is said once. */
function bySentence(cliffs, sentence) {
	const spans = /* @__PURE__ */ new Map();
	for (const cliff of cliffs) {
		const known = spans.get(sentence(cliff, ""));
		if (known === void 0) spans.set(sentence(cliff, ""), {
			cliff,
			names: [WORDS$1[cliff.span]]
		});
		else known.names.push(WORDS$1[cliff.span]);
	}
	return [...spans.values()].map(({ cliff, names }) => sentence(cliff, names.join(" and ")));
}
const WORDS$1 = {
	image: "the linked image",
	memory: "the memory"
};
function crossing({ section, crossed }, spans, quote) {
	const { growth, cost } = crossed;
	return `${quote(section)} ${formatChange(growth)} crossed an alignment boundary: ${formatChange(cost)} for ${spans}`;
}
function distance({ section, left }, spans, quote) {
	return `${quote(section)} may grow by ${formatBytes(left)} at no cost to ${spans}`;
}
// src/budget/verdict.ts
/** What follows for one target, worst first. */
const VERDICT_KINDS = [
	"no-comparison",
	"over-budget",
	"over-growth",
	"accepted",
	"inherited",
	"near-limit",
	"shrunk",
	"pass"
];
// src/report/words/change-words.ts
/** A change in words where it is two: of the size, and of what growth is judged by. */
const COMPRESSION = {
	content: "before compression",
	size: "compressed"
};
const PADDING = {
	content: "without padding",
	size: "with it"
};
const WORDS = {
	image: COMPRESSION,
	flash: COMPRESSION,
	ram: {
		content: "without the room to inflate",
		size: "with it"
	}
};
/** What sections and the sums of them are judged by. */
function contentWords(metric) {
	return WORDS[metric] ?? PADDING;
}
/** `+704 B (+22 B before compression)`, or `+704 B` where growth is judged by that; `new` without a base. */
function changeWords(delta) {
	const [change, counted] = [metricChange(delta), countedChange(delta)];
	if (change === void 0) return "new";
	if (delta.content === void 0 || counted === change) return formatChange(change);
	const judged = counted === void 0 ? "not known" : formatChange(counted);
	return `${formatChange(change)} (${judged} ${contentWords(delta.metric).content})`;
}
// src/report/words/finding-words.ts
/** What a broken limit, or one that is near, is called in a sentence. */
/** Whether this change has a part in it. A budget that is near, or was over before, stands in every report until somebody mends it. */
function hasPartIn(finding) {
	switch (finding.kind) {
		case "inherited": return false;
		case "near-limit": return (metricChange(finding) ?? finding.head) > 0;
		default: return true;
	}
}
/** `is over its growth limit: ram +3,968 B (limit +1,024 B)`. */
function describeFinding(finding, quote) {
	const { head, limit } = finding;
	const metric = isSelector(finding.metric) ? quote(finding.metric) : finding.metric;
	const change = finding.base === void 0 ? void 0 : head - finding.base;
	const use = `${metric} ${formatBytes(head)} of ${formatLimit(limit)}`;
	switch (finding.kind) {
		case "over-budget": return `is over its budget: ${use}, ${formatBytes(head - limit)} too much${byThisChange(change)}`;
		case "over-growth":
		case "accepted": {
			const grew = `${metric} ${growthWords(finding)}`;
			return `${finding.kind === "accepted" ? "grew as was accepted" : "is over its growth limit"}: ${grew}${acceptedBy(finding, quote)}`;
		}
		case "inherited": return `was over its budget before: ${use}${byThisChange(change)}`;
		case "near-limit": return `is near its budget: ${use}, ${formatBytes(limit - head)} left${byThisChange(change)}`;
	}
}
/** `+3,968 B (limit +1,024 B)`; `+1,500 B before compression (limit +512 B), +704 B compressed`. */
function growthWords(finding) {
	const { head, limit, content } = finding;
	const words = contentWords(finding.metric);
	const growth = formatChange(countedChange(finding) ?? head);
	const size = formatChange(metricChange(finding) ?? head);
	return content === void 0 ? `${growth} (limit ${formatChange(limit)})` : `${growth} ${words.content} (limit ${formatChange(limit)}), ${size} ${words.size}`;
}
/** `; +4,096 B accepted by alice (command): new driver`. */
function acceptedBy({ acceptance }, quote) {
	if (acceptance === void 0) return "";
	const { bytes, by, via, reason } = acceptance;
	return `; ${formatChange(bytes)} accepted by ${quote(by)} (${via}): ${quote(reason)}`;
}
function byThisChange(change) {
	if (change === void 0) return "";
	return change === 0 ? ", nothing of it by this change" : `, ${formatChange(change)} by this change`;
}
// src/report/words/main-metrics.ts
/** What one line has room for. A kernel that was built elsewhere may have neither of the first two. */
const MAIN = [["flash", "ram"], [
	"text",
	"data",
	"bss"
]];
/** Flash and RAM; where neither was measured, the largest kinds of sections. */
function mainMetrics(delta) {
	const metrics = delta?.metrics ?? [];
	return MAIN.map((names) => metrics.filter((one) => names.some((name) => name === one.metric))).find((some) => some.length > 0) ?? [];
}
// src/report/words/size-columns.ts
const NOTHING = "–";
function sizeCells(target, metric) {
	const delta = target.delta?.metrics.find((one) => one.metric === metric);
	if (delta === void 0) return {
		size: NOTHING,
		change: NOTHING,
		left: NOTHING
	};
	const budget = target.budgets[metric];
	return {
		size: formatBytes(delta.head) + (budget === void 0 ? "" : ` of ${formatLimit(budget)}`),
		change: changeWords(delta),
		left: budget === void 0 ? NOTHING : formatBytes(budget - delta.head)
	};
}
// src/report/words/headline.ts
/**
* The one line that is enough to decide: what this change does, the worst target first, with the limit that it breaks.
* What was so before it is left to the remarks.
*/
function headlineOf(report, quote) {
	if (report.targets.length === 0) return `nothing was compared${because(report.failure?.reason, quote)}`;
	const { headline } = tellApart(report);
	return headline === void 0 ? allWithinLimits(report, quote) : headline.say(quote) + others(report, headline);
}
/** The verdict that the headline is about; a pass where all that is to be said was so before. */
function headlineVerdict(report) {
	const { headline, remarks } = tellApart(report);
	if (headline !== void 0) return headline.about.verdict.kind;
	return remarks.length === 0 ? report.verdict : "pass";
}
/** More than anybody reads; a report may be a stranger's, with any number of limits on any names. */
const MOST_REMARKS = 100;
/** What else is to be said, one sentence each, worst target first; the headline's is not repeated. */
function remarksOf(report, quote) {
	const { remarks } = tellApart(report);
	const shown = remarks.slice(0, MOST_REMARKS).map(({ say }) => say(quote));
	const left = remarks.length - shown.length;
	return left === 0 ? shown : [...shown, `${left} more remarks are not shown here`];
}
function tellApart({ targets }) {
	const all = targets.toSorted((a, b) => rank(a) - rank(b)).flatMap(targetStatements);
	const headline = all.find(({ isNews }) => isNews);
	return {
		headline,
		remarks: all.filter((statement) => statement !== headline)
	};
}
function rank({ verdict }) {
	return VERDICT_KINDS.indexOf(verdict.kind);
}
function targetStatements(about) {
	const { target, verdict } = about;
	const findings = verdict.findings.map((finding) => {
		const say = (quote) => `${quote(target)} ${describeFinding(finding, quote)}`;
		return {
			about,
			isNews: hasPartIn(finding),
			say
		};
	});
	if (verdict.kind !== "no-comparison") return findings;
	const say = (quote) => `no comparison for ${quote(target)}${because(verdict.reason, quote)}`;
	return [{
		about,
		isNews: true,
		say
	}, ...findings];
}
function because(reason, quote) {
	return reason === void 0 ? "" : `: ${quote(reason)}`;
}
/** How many more targets have the same verdict, and not from before. */
function others(report, { about }) {
	const more = report.targets.filter((one) => one.verdict.kind === about.verdict.kind && targetStatements(one).some(({ isNews }) => isNews)).length - 1;
	return more === 0 ? "" : `; ${more} more target${more > 1 ? "s" : ""} too`;
}
function allWithinLimits({ targets }, quote) {
	const [only] = targets;
	const wasOver = targets.some(({ verdict }) => verdict.findings.some(({ kind }) => kind === "inherited"));
	if (targets.length > 1 || only === void 0) {
		if (targets.every(isUnchanged)) return `no change in size of ${targets.length} targets`;
		return wasOver ? `this change breaks no limit of ${targets.length} targets` : `${severalVerdict(targets)}${newAmong(targets)}`;
	}
	if (isUnchanged(only)) return `no change in size of ${quote(only.target)}: ${sizesOf(only)}`;
	const changes = mainMetrics(only.delta).map(describeMetric).join(", ");
	if (wasOver) return `this change breaks no limit of ${quote(only.target)}: ${changes}`;
	return `${quote(only.target)} ${onlyVerdict(only)}: ${changes}`;
}
function onlyVerdict(target) {
	const isNew = target.status === "new";
	if (!isLimited(target)) return isNew ? "is new and has no budgets" : "has no limits";
	return isNew ? "is new and within its budgets" : "is within its limits";
}
function severalVerdict(targets) {
	const without = targets.filter((target) => !isLimited(target)).length;
	if (without === targets.length) return `${targets.length} targets have no limits`;
	const among = without === 0 ? "" : `, ${without} without any`;
	return `${targets.length} targets are within their limits${among}`;
}
/** Whether anything was judged; without a base there is no growth. */
function isLimited({ budgets, growth, delta }) {
	const limits = delta?.symbols === void 0 ? budgets : {
		...budgets,
		...growth
	};
	return Object.keys(limits).length > 0;
}
/** What is new has no base, so nothing was judged of what this change adds to it. */
function newAmong(targets) {
	const count = targets.filter(({ status }) => status === "new").length;
	return count === 0 ? "" : `, ${count} of them new`;
}
function sizesOf(target) {
	return mainMetrics(target.delta).map(({ metric }) => `${metric} ${sizeCells(target, metric).size}`).join(", ");
}
function describeMetric(delta) {
	return `${delta.metric} ${delta.base === void 0 ? formatBytes(delta.head) : changeWords(delta)}`;
}
/** Whether a target was compared and no metric, no section, no owner of bytes, no option and no node differs. */
function isUnchanged({ delta }) {
	if (delta?.symbols === void 0) return false;
	return delta.metrics.every((metric) => metricChange(metric) === 0) && delta.sections.every(({ base, head }) => base === head) && delta.symbols.rows.length === 0 && (delta.accounted?.rows.length ?? 0) === 0 && delta.config.length === 0 && (delta.deviceTree?.rows.length ?? 0) === 0;
}
// src/report/words/limit-words.ts
/** In hexadecimal digits. */
const SHORT_HASH$1 = 12;
/** More than anybody reads; a report may be a stranger's, in which each target has a file of its own. */
const MOST_FILES = 10;
/**
* Says which file and commit the limits of each target are from: one line for all targets that share them, which names
* these where there are others.
*/
function limitLines({ targets }, quote) {
	const sources = targets.flatMap(({ target, limits }) => limits === void 0 ? [] : [{
		target,
		source: sourceWords(limits, quote)
	}]);
	const groups = groupBy(sources, ({ source }) => source);
	const lines = [...groups].map(([source, limited]) => {
		const names = limited.map(({ target }) => target);
		return `limits${groups.size === 1 ? "" : ` of ${namesOf$1(names, quote)}`} are from ${source}`;
	});
	const left = lines.length - MOST_FILES;
	return left <= 0 ? lines : [...lines.slice(0, MOST_FILES), `limits are from ${left} more files`];
}
/** `.github/kernel-size-budget.yml at 1234567890ab (base)`. */
function sourceWords({ path, commit, branch, side }, quote) {
	const place = branch === void 0 ? "" : ` of ${quote(branch)}`;
	const at = commit === void 0 ? place : ` at ${quote(commit.slice(0, SHORT_HASH$1))}`;
	if (at === "") return `${quote(path)}, which is of no commit`;
	return `${quote(path)}${at}${side === void 0 ? "" : {
		base: " (base)",
		head: " (head, new there)"
	}[side]}`;
}
const MOST_NAMES$2 = 5;
function namesOf$1(names, quote) {
	const shown = names.slice(0, MOST_NAMES$2).map((name) => quote(name));
	const left = names.length - shown.length;
	return left === 0 ? shown.join(", ") : `${shown.join(", ")} and ${left} more`;
}
// src/report/words/provenance-line.ts
/** The tools of each target, those of several once. */
function toolsOf(report) {
	const found = /* @__PURE__ */ new Map();
	for (const { target, provenance, baseProvenance } of report.targets) {
		if (provenance === void 0) continue;
		const [base, head] = [baseProvenance && namesOf(baseProvenance), namesOf(provenance)];
		const key = JSON.stringify([base, head]);
		const known = found.get(key);
		if (known === void 0) found.set(key, {
			base,
			head,
			targets: [target]
		});
		else known.targets.push(target);
	}
	return [...found.values()];
}
function namesOf({ compiler, linker }) {
	return `${compiler}, ${linker}`;
}
/** More than anybody reads: a report may be a stranger's. */
const MOST_TOOLS = 20;
const MOST_NAMES$1 = 8;
/** `base and head built with gcc 12.2.0, GNU ld 2.40`; with the targets' names where not all are built so. */
function toolLines(report, { tools: quoteTools, name: quoteName }) {
	const all = toolsOf(report);
	const lines = all.slice(0, MOST_TOOLS).map(({ base, head, targets }) => {
		const names = targets.slice(0, MOST_NAMES$1).map((name) => quoteName(name));
		const more = targets.length > MOST_NAMES$1 ? ` and ${targets.length - MOST_NAMES$1} more` : "";
		const whose = all.length === 1 ? "" : `${names.join(", ")}${more}: `;
		if (base === head) return `${whose}base and head built with ${quoteTools(head)}`;
		return `${whose}${base === void 0 ? "" : `base built with ${quoteTools(base)}, `}head built with ${quoteTools(head)}`;
	});
	const left = all.length - lines.length;
	return left === 0 ? lines : [...lines, `${left} more compilers are not shown here`];
}
/** A word that no shell reads anything into, and that is no option. */
const SHELL_WORD = /^[a-z0-9][a-z0-9._-]*$/;
/** Git finds a commit by so much of its hash. */
const SHORT_HASH = 12;
/** Of targets that are named in the command; without names it measures all of the budget file. */
const MOST_TARGETS = 4;
/**
* The command that measures the same on another machine, of what fails where something does; undefined where the commits
* are not known, or the kernels were built elsewhere. People paste it into a shell, so a name that no budget file can
* have leaves it out.
*/
function reproduceCommand({ base, head, files, targets }) {
	if (base === void 0 || head === void 0 || files !== void 0) return void 0;
	const failing = targets.filter(isFailing);
	const named = (failing.length > 0 ? failing : targets).map(({ target }) => target);
	if (!named.every((target) => SHELL_WORD.test(target))) return void 0;
	const options = named.length > MOST_TARGETS ? [] : named.map((name) => `--target ${name}`);
	const commits = [`--base ${base.hash.slice(0, SHORT_HASH)}`, `--head ${head.hash.slice(0, SHORT_HASH)}`];
	return [
		"npx kernel-size-budget check",
		...options,
		...commits
	].join(" ");
}
// src/report/words/verdict-words.ts
/** How verdicts are shown to people: in words, and with a sign before them where there is room for pictures. */
const VERDICT_WORDS = {
	"no-comparison": {
		sign: "⛔",
		words: "no comparison"
	},
	"over-budget": {
		sign: "❌",
		words: "over budget"
	},
	"over-growth": {
		sign: "❌",
		words: "over growth"
	},
	accepted: {
		sign: "☑️",
		words: "growth accepted"
	},
	inherited: {
		sign: "⚠️",
		words: "over budget before"
	},
	"near-limit": {
		sign: "⚠️",
		words: "near limit"
	},
	shrunk: {
		sign: "✅",
		words: "shrunk"
	},
	pass: {
		sign: "✅",
		words: "pass"
	}
};
/** What follows the verdict's words, or the target's name, where only one side has the target: ` (new)`. */
function statusOf({ status }) {
	return status === "kept" ? "" : ` (${status})`;
}
// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/report/markdown/markdown-blocks.ts
/** A table with its first `words` columns to the left and numbers to the right; cells are inert markdown. */
function table(rows, { words } = { words: 1 }) {
	const align = (rows[0] ?? []).map((_, column) => column < words ? "l" : "r");
	return markdownTable(rows.map((row) => row.map((cell) => unbroken(cell))), { align });
}
/** A section that readers unfold; `title` is inert HTML, `body` inert markdown. */
function fold(title, body, state) {
	return `<details${state === "open" ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function list(items) {
	return items.length === 0 ? [] : [items.map((item) => `- ${unbroken(item)}`).join("\n")];
}
// src/report/inert/log-lines.ts
/** Lines of a log that are shown; what a failed build leaves in a report has fewer. */
const MOST_LINES = 200;
/** Characters of one line: a compiler's command line must not take the room of all else. */
const LONGEST_LINE = 500;
/** The last lines of what helps to mend a failure, and whether some came before them. */
function logLines(details) {
	const lines = [];
	for (const text of details.toReversed()) for (let end = text.length; end >= 0;) {
		if (lines.length === MOST_LINES) return ["(earlier lines are not shown)", ...lines.toReversed()];
		const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
		lines.push(cutText(text.slice(start, end), LONGEST_LINE));
		end = start - 1;
	}
	return lines.toReversed();
}
// src/report/tables/counter-noise.ts
/** Rows of the script's table that a counter in a name makes, where nothing of what they stand for changed. */
/**
* Takes out what came and went under names that differ in counters alone, and sums to nothing:
* `__initcall__kmod_futex__301_1234_futex_init1` is called otherwise where a line is added far above it.
*/
function withoutCounterNoise(diff) {
	const oneSided = diff.rows.filter((row) => row.old === void 0 || row.new === void 0);
	const groups = groupBy(oneSided, ({ name }) => canonicalText(name, "variable"));
	const noise = new Set([...groups.values()].filter(cancels).flat());
	if (noise.size === 0) return {
		diff,
		noise: []
	};
	return {
		diff: {
			...diff,
			rows: diff.rows.filter((row) => !noise.has(row))
		},
		noise: [...noise]
	};
}
function cancels(rows) {
	return rows.length > 1 && rows.reduce((sum, { delta }) => sum + delta, 0) === 0;
}
/** One sentence on them, none where there are none. */
function noiseSentence(noise) {
	if (noise.length === 0) return [];
	return [`${noise.length} rows are noise: their names differ in a counter alone, and their sizes cancel out.`];
}
// src/report/tables/side-by-side.ts
/** The same rows of several targets in one table, so that each is said once. */
/** In characters, of a column's title. */
const LONGEST_TITLE = 16;
/** A line for each of the `most` names that changed most in any column, then what the others sum to. */
function sideBySide(columns, most) {
	const largest = /* @__PURE__ */ new Map();
	for (const { changes } of columns) for (const [name, change] of changes) largest.set(name, Math.max(largest.get(name) ?? 0, Math.abs(change)));
	const names = [...largest].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
	const shown = names.slice(0, most);
	const left = names.length - shown.length;
	const line = (title, cellOf) => bloatLine(title, columns.map((column) => cellOf(column).padStart(titleOf(column).length)));
	return [...shown.map((name) => line(nameLine(name), ({ changes }) => signed(changes.get(name) ?? 0))), ...left === 0 ? [] : [line(`(+${left} more)`, ({ changes }) => signed(restOf(changes, shown)))]];
}
/** The line above all others. */
function columnTitles(title, columns) {
	return bloatLine(title, columns.map((column) => titleOf(column)));
}
function titleOf({ title }) {
	return cutText(nameLine(title), LONGEST_TITLE).padStart(7);
}
function restOf(changes, shown) {
	return [...changes.values()].reduce((sum, change) => sum + change, 0) - shown.reduce((sum, name) => sum + (changes.get(name) ?? 0), 0);
}
// src/report/words/cause-lines.ts
/** In characters, of a value or a node's path. */
const LONGEST = 200;
/** As scripts/diffconfig of the kernel prints it: `-NAME value`, ` NAME old -> new`, `+NAME value`. */
function configLines(changes, most) {
	const lines = changes.slice(0, most).map((option) => optionLine(option) + causeOf(option));
	return [...lines.map((line) => visibleLine(cutText(line, LONGEST))), ...notShown(changes.length - lines.length)];
}
function optionLine({ name, base, head, kind }) {
	if (kind === "changed") return ` ${name} ${base} -> ${head}`;
	return kind === "added" ? `+${name} ${head}` : `-${name} ${base}`;
}
function causeOf({ cause }) {
	const words = cause === void 0 ? "" : causeWords(cause);
	return words === "" ? "" : `  (${words})`;
}
function causeWords(cause) {
	switch (cause.kind) {
		case "fragment": return `asked for by ${cause.file}:${cause.line}`;
		case "select":
		case "imply": return `${cause.kind === "select" ? "selected" : "implied"} by ${cause.by.join(", ")}`;
		case "default": return `default, ${cause.file}:${cause.line}`;
		case "choice": return `the choice at ${cause.file}:${cause.line} takes ${cause.takes ?? "another"}`;
		case "depends": return `depends on ${cause.on.join(", ")}`;
		case "gone": return "no longer in Kconfig";
		case "unset": return "nothing asks for it";
		case "unknown": return "";
	}
}
/** How much of the change the options cause, and how much the code; none where no option differs. */
function splitLines(split) {
	if (split === void 0) return [];
	if (split.kind === "failed") return [visibleLine(cutText(`the change was not split into code and options: ${split.reason}`, LONGEST))];
	return [`caused by the code (head built with base's options): ${signed(changeOf(split.code))} B`, `caused by the options: ${signed(changeOf(split.kconfig))} B${optionShares(split.options)}`];
}
/** Options that a line names. */
const MOST_SHARES = 4;
/** ` (FUTEX +8968, EPOLL +3200)`; nothing where it is all of one option. */
function optionShares(options = []) {
	if (options.length < 2) return "";
	const shares = options.slice(0, MOST_SHARES).map(({ name, base, head }) => `${visibleLine(cutText(name, LONGEST))} ${signed(head - base)}`);
	const left = options.length - shares.length;
	return ` (${shares.join(", ")}${left === 0 ? "" : `, ${left} more`})`;
}
/** Of all sections, in bytes. */
function changeOf({ sections }) {
	return sections.reduce((sum, { base, head }) => sum + head - base, 0);
}
/** `+24  /soc/serial@40004800 status`, largest change first; what only changed its value follows without a number. */
function deviceTreeLines({ base, head, rows }, most) {
	const lines = rows.slice(0, most).map((row) => `${change(row).padStart(7)}  ${place(row)}${remark(row)}`);
	return [
		`${base} -> ${head} B`,
		...lines,
		...notShown(rows.length - lines.length)
	];
}
function change({ base, head }) {
	return signed((head ?? 0) - (base ?? 0));
}
function place({ node, property }) {
	return visibleLine(cutText(property === void 0 ? node : `${node} ${property}`, LONGEST));
}
function remark({ change: kind }) {
	return kind === "resized" ? "" : ` (${kind})`;
}
// src/report/markdown/directory-lines.ts
/** Directories, each with all below it. A report of an earlier version has objects only. */
function directoriesOf({ directories, objects }) {
	return directories ?? directoryParts(objects);
}
/** `kernel/futex  +8968`: what the objects of each directory itself changed by, largest first, and how many are left out. */
function directoryLines(accounted, most) {
	if (!accounted.hasMaps) return [];
	const changes = ownChanges(directoriesOf(accounted)).toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
	const shown = changes.slice(0, most).map(([name, bytes]) => [nameLine(withoutSlash(name)), signed(bytes)]);
	const width = shown.reduce((widest, [name]) => Math.max(widest, name.length), 0);
	const left = changes.slice(most);
	const more = left.reduce((sum, [, bytes]) => sum + bytes, 0);
	return [...shown.map(([name, bytes]) => `${name.padEnd(width)}  ${bytes}`), ...notShown(left.length, { sum: signed(more) })];
}
/** What the objects of each directory itself changed by, by its name without the last slash; none without link maps. */
function directoryChanges(accounted) {
	if (accounted?.hasMaps !== true) return /* @__PURE__ */ new Map();
	return new Map(ownChanges(directoriesOf(accounted)).map(([name, change]) => [withoutSlash(name), change]));
}
/** Without what is below each. */
function ownChanges(directories) {
	const changes = new Map(directories.map(({ name, base, head }) => [name, head - base]));
	for (const { name, base, head } of directories) {
		const parent = name.slice(0, name.lastIndexOf("/", name.length - 2) + 1);
		const change = parent === name ? void 0 : changes.get(parent);
		if (change !== void 0) changes.set(parent, change - (head - base));
	}
	return [...changes].filter(([, change]) => change !== 0);
}
/** `./` is the root of the tree. */
function withoutSlash(name) {
	return name !== "./" && name.endsWith("/") ? name.slice(0, -1) : name;
}
// src/report/markdown/markdown-sizes.ts
/** Tables of one target's metrics and sections. */
/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL$1 = 100;
/** Metrics that changed or have a limit; the others say nothing that anybody could act on. */
function metricTable(target, delta) {
	const { budgets, growth } = target;
	const shown = delta.metrics.filter((one) => metricChange(one) !== 0 || (countedChange(one) ?? 0) !== 0 || (budgets[one.metric] ?? growth[one.metric]) !== void 0);
	if (shown.length === 0) return "No metric changed.";
	return table([[
		"metric",
		"base",
		"head",
		"Δ",
		"budget",
		"left",
		"growth limit"
	], ...shown.map((metric) => metricRow(target, metric))]);
}
function metricRow({ budgets, growth, delta: all }, delta) {
	const { metric, base, head } = delta;
	const name = all?.isCompressed === true && (metric === "image" || metric === "flash") ? `${metric} (compressed)` : metric;
	const [budget, limit] = [budgets[metric], growth[metric]];
	return [
		isSelector(metric) ? codeSpan(shortLine(metric, LONGEST_CELL$1), "table") : name,
		base === void 0 ? "–" : formatBytes(base),
		formatBytes(head),
		changeWords(delta),
		budget === void 0 ? "–" : formatLimit(budget),
		budget === void 0 ? "–" : formatBytes(budget - head),
		limit === void 0 ? "–" : formatChange(limit)
	];
}
/** Sections that changed, the largest changes in head's order. */
function sectionTable({ sections }, rows) {
	const changed = sections.filter(({ base, head }) => base !== head);
	if (changed.length === 0) return "No section changed its size.";
	const bySize = changed.toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
	const kept = new Set(bySize.slice(0, rows));
	const cells = changed.filter((section) => kept.has(section)).map(({ name, base, head }) => [
		codeSpan(shortLine(name, LONGEST_CELL$1), "table"),
		formatBytes(base),
		formatBytes(head),
		formatChange(head - base)
	]);
	const more = bySize.length > rows ? `\n\nNot shown: ${bySize.length - rows} smaller.` : "";
	return table([[
		"section",
		"base",
		"head",
		"Δ"
	], ...cells]) + more;
}
// src/report/markdown/markdown-details.ts
/** Of symbols and directories, in an open section: what is folded has more. */
const MOST_OPEN$1 = 10;
const MOST_DIRECTORIES = 5;
/** The parts below the summary table for one target, each a section of its own; none for what has nothing to say. */
function targetDetails(target, rows) {
	return [
		...whyNotCompared(target),
		...whatChanged(target, rows),
		...allOfIt(target, rows)
	];
}
/** The same of several targets, with what changed of all in one table. */
function sharedDetails(targets, rows) {
	const changed = targets.filter(({ delta }) => (delta?.symbols?.rows.length ?? 0) > 0);
	if (changed.length < 2) return targets.flatMap((target) => targetDetails(target, rows));
	return [
		...targets.flatMap(whyNotCompared),
		changedTogether(changed, rows),
		...targets.flatMap((target) => allOfIt(target, rows))
	];
}
function whyNotCompared({ target, details }) {
	return failureDetails(`${inertHtmlName(target)}: why it was not compared`, details);
}
/** The same in one folded line, for a target that nobody has to look at. */
function foldedDetails(target, rows) {
	const { sign, words } = VERDICT_WORDS[target.verdict.kind];
	const changes = mainMetrics(target.delta).map((metric) => `${metric.metric} ${changeWords(metric)}`);
	const title = `${sign} ${inertHtmlName(target.target)}: ${unbroken([words, ...changes].join(", "))}`;
	const parts = targetDetails(target, rows);
	return parts.length === 0 ? [] : [fold(title, parts.join("\n\n"), "closed")];
}
/** The lines that help to mend a failure, none where there are none; `title` is inert HTML. */
function failureDetails(title, details) {
	if (details.length === 0) return [];
	return [fold(title, codeBlock(logLines(details).join("\n")), "open")];
}
function whatChanged({ target, delta }, rows) {
	if (delta?.symbols === void 0 || delta.symbols.rows.length === 0) return [];
	const quiet = withoutCounterNoise(delta.symbols);
	const { diff, omitted, omittedBytes } = largestRows(quiet.diff, Math.min(rows, MOST_OPEN$1));
	const directories = delta.accounted && directoryLines(delta.accounted, Math.min(rows, MOST_DIRECTORIES));
	const text = [
		renderBloatOMeter([diff]).trimEnd(),
		...omitted === 0 ? [] : [`(+${omitted} more, ${signed(omittedBytes)} in all)`],
		...directories?.length ? ["", ...directories] : []
	];
	const parts = [codeBlock(text.join("\n")), ...noiseSentence(quiet.noise)];
	return [fold(`${inertHtmlName(target)}: what changed`, parts.join("\n\n"), "open")];
}
function changedTogether(targets, rows) {
	const quiet = targets.map(({ delta }) => withoutCounterNoise(delta.symbols));
	const columnsOf = (changes) => targets.map(({ target }, index) => ({
		title: target,
		changes: changes(index)
	}));
	const symbols = columnsOf((i) => new Map(quiet[i].diff.rows.map(({ name, delta }) => [name, delta])));
	const byDirectory = sideBySide(columnsOf((i) => directoryChanges(targets[i].delta?.accounted)), Math.min(rows, MOST_DIRECTORIES));
	const text = [
		columnTitles("Function", symbols),
		...sideBySide(symbols, Math.min(rows, MOST_OPEN$1)),
		...byDirectory.length === 0 ? [] : ["", ...byDirectory]
	];
	const names = targets.map(({ target }) => inertHtmlName(target)).join(", ");
	const parts = [codeBlock(text.join("\n")), ...noiseSentence(quiet.flatMap(({ noise }) => noise))];
	return fold(`${names}: what changed`, parts.join("\n\n"), "open");
}
/** What people copy, and where the bytes are, in one folded line. */
function allOfIt(target, rows) {
	const { delta } = target;
	if (delta === void 0) return [];
	const message = delta.symbols?.rows.length ? [codeBlock(commitMessage(target, delta, rows))] : [];
	const parts = [
		...message,
		...everyByte(target, delta, rows),
		...deviceTree(target, delta, rows),
		whereTheBytesAre(target, delta, rows)
	];
	if (message.length === 0) return parts;
	return [fold(`${inertHtmlName(target.target)}: paste into the commit message, and where the bytes are`, parts.join("\n\n"), "closed")];
}
/** Plain text of at most 75 columns but for the table, which must not be wrapped. */
function commitMessage(target, delta, rows) {
	const symbols = renderBloatOMeter([largestRows(delta.symbols, rows).diff]);
	const version = target.provenance === void 0 ? "" : ` (${nameLine(target.provenance.kernelVersion)})`;
	const sizes = mainMetrics(delta).map((metric) => `${metric.metric} ${changeWords(metric)}`);
	return `${nameLine(target.target)}${version}: ${sizes.join(", ")}\n\n${symbols}`;
}
/** The accounted table, where it says more than that nothing changed. */
function everyByte(target, { accounted }, rows) {
	if (accounted === void 0 || accounted.rows.length === 0) return [];
	return [fold(`${inertHtmlName(target.target)}: every byte, by owner`, codeBlock(renderAccounted(accounted, rows)), "closed")];
}
/** Device tree nodes that differ. */
function deviceTree(target, { deviceTree: tree }, rows) {
	if (tree === void 0 || tree.rows.length === 0) return [];
	return [fold(`${inertHtmlName(target.target)}: the device tree, by node`, codeBlock(deviceTreeLines(tree, rows).join("\n")), "closed")];
}
/** Directories that changed, indented as a tree. */
function directoryTable({ accounted }, rows) {
	if (accounted === void 0 || !accounted.hasMaps || accounted.rows.length === 0) return [];
	return [codeBlock(renderParts("Directory", indented(directoriesOf(accounted)), {
		order: "given",
		most: rows
	}))];
}
function whereTheBytesAre(target, delta, rows) {
	return fold(`${inertHtmlName(target.target)}: where the bytes are`, [
		metricTable(target, delta),
		sectionTable(delta, rows),
		...list(cliffLines(delta.spans, (section) => codeSpan(section, "paragraph"), rows)),
		...directoryTable(delta, rows)
	].join("\n\n"), "closed");
}
// src/report/markdown/markdown-options.ts
/** Of options, in an open section. */
const MOST_OPTIONS = 10;
/** Of targets that are named in a title, and that have a line in a table. */
const MOST_NAMES = 4;
const MOST_SPLITS = 20;
/** A section for each set of options, above all tables: what an option brings, the symbols only show. */
function* optionBlocks({ targets }, rows) {
	const groups = /* @__PURE__ */ new Map();
	for (const target of targets) {
		const { config } = target.delta ?? { config: [] };
		if (config.length === 0) continue;
		const lines = configLines(config, Math.min(rows, MOST_OPTIONS));
		const key = JSON.stringify([config.length, lines]);
		const known = groups.get(key);
		if (known === void 0) groups.set(key, {
			lines,
			targets: [target]
		});
		else known.targets.push(target);
	}
	for (const group of groups.values()) yield optionBlock(group, targets.length);
}
function optionBlock({ lines, targets }, all) {
	const split = targets.length === 1 ? splitLines(targets[0].delta?.split) : splitTable(targets);
	const text = [...lines, ...split.length === 0 ? [] : ["", ...split]].join("\n");
	return fold(`${whose(targets, all)}: options that differ in .config`, codeBlock(text), "open");
}
function whose(targets, all) {
	if (targets.length > 1 && targets.length === all) return `All ${all} targets`;
	const names = targets.slice(0, MOST_NAMES).map(({ target }) => inertHtmlName(target));
	const left = targets.length - names.length;
	return names.join(", ") + (left === 0 ? "" : ` and ${left} more`);
}
/** What each target's bytes are caused by. */
function splitTable(targets) {
	const known = targets.flatMap(({ target, delta }) => {
		const { split } = delta;
		return split === void 0 ? [] : [{
			name: nameLine(target),
			split
		}];
	});
	if (known.length === 0) return [];
	const shown = known.slice(0, MOST_SPLITS);
	const width = shown.reduce((widest, { name }) => Math.max(widest, name.length), 9);
	return [
		`${"caused by".padEnd(width)}  ${"the code".padStart(11)}  the options`,
		...shown.map(({ name, split }) => `${name.padEnd(width)}  ${splitCells(split)}`),
		...notShown(known.length - shown.length)
	];
}
function splitCells(split) {
	if (split.kind === "failed") return splitLines(split).join(" ");
	return [split.code, split.kconfig].map((part) => `${signed(changeOf(part))} B`.padStart(11)).join("  ");
}
// src/report/markdown/markdown.ts
/**
* The report as GitHub Flavored Markdown, for a comment and for the job summary. `rows` bounds each table of symbols
* and sections; 0 leaves out all that is folded. A change of zero bytes is one line and the footer.
*/
function renderMarkdown(report, { rows }) {
	return joinBlocks([...blocksOf(report, rows)]);
}
/** The same, or undefined where it is more than `maxBytes` of UTF-8: what would be too long is not rendered to its end. */
function renderWithin(report, { rows, maxBytes }) {
	const encoder = new TextEncoder();
	const blocks = [];
	let bytes = 0;
	for (const block of blocksOf(report, rows)) {
		blocks.push(block);
		bytes += encoder.encode(block).length;
		if (bytes > maxBytes) return void 0;
	}
	const markdown = joinBlocks(blocks);
	return encoder.encode(markdown).length <= maxBytes ? markdown : void 0;
}
function* blocksOf(report, rows) {
	yield headline(report);
	yield* summary(report);
	yield* list([...remarksOf(report, inertName), ...cliffRemarks(report, QUOTES)]);
	yield* howToAccept(report);
	if (rows === 0) yield* tablesLeftOut(report);
	else yield* details(report, rows);
	yield* list(notesOf(report));
	yield* footer(report);
}
const QUOTES = {
	name: inertName,
	section: (text) => codeSpan(text, "paragraph")
};
function howToAccept(report) {
	const lines = acceptLines(report);
	return lines.length === 0 ? [] : [HOW_TO_ACCEPT, codeBlock(lines.join("\n"))];
}
/** More than anybody reads: a report may be a stranger's. */
const MOST_NOTES = 100;
function notesOf({ notes }) {
	const shown = notes.slice(0, MOST_NOTES).map((note) => `Note: ${codeSpan(note, "paragraph")}`);
	const left = notes.length - shown.length;
	return left === 0 ? shown : [...shown, `${left} more notes are not shown here`];
}
/** The least that says what was found, for a place that takes no more. */
function renderHeadline(report) {
	return joinBlocks([headline(report), "The rest is too long to be shown here; the JSON report has it."]);
}
function joinBlocks(blocks) {
	return `${blocks.join("\n\n")}\n`;
}
function headline(report) {
	return `### ${VERDICT_WORDS[headlineVerdict(report)].sign} Kernel size: ${unbroken(headlineOf(report, inertName))}`;
}
/** None where the headline says it all. */
function summary(report) {
	if (report.verdict === "pass" && report.targets.every(isUnchanged) || report.targets.length === 0) return [];
	return [table([[
		"target",
		"verdict",
		"flash, B",
		"Δ",
		"left, B",
		"ram, B",
		"Δ",
		"left, B"
	], ...report.targets.toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a))).map(summaryRow)], { words: 2 })];
}
/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL = 100;
function summaryRow(target) {
	const { sign, words } = VERDICT_WORDS[target.verdict.kind];
	const cells = ["flash", "ram"].flatMap((metric) => {
		const { size, change, left } = sizeCells(target, metric);
		const isBroken = target.verdict.findings.some((finding) => finding.metric === metric && finding.kind.startsWith("over-"));
		const short = change.replace(/ (?:before compression|without [a-z ]{1,40})\)$/, "\xA0raw)");
		return [
			bare(size),
			isBroken ? `**${short}**` : short,
			bare(left)
		];
	});
	return [
		cellOf(shortLine(target.target, LONGEST_CELL)),
		`${sign} ${words}${statusOf(target)}`,
		...cells
	];
}
/** A comment is as wide as eight columns of numbers, the unit of most in the header. */
function bare(size) {
	return size.replace(/ B(?= of |$)/, "");
}
/** A target's name, as code only where it could mean something else. */
function cellOf(name) {
	return inertName(name) === name ? name : codeSpan(name, "table");
}
/** Targets that fail and are open; a report may have hundreds of them. */
const MOST_OPEN = 4;
function* details(report, rows) {
	yield* failureDetails("Why nothing was compared", report.failure?.details ?? []);
	yield* optionBlocks(report, rows);
	const changed = report.targets.filter((target) => !isUnchanged(target));
	const failing = changed.filter(isFailing);
	const open = new Set(failing.slice(0, MOST_OPEN));
	yield* sharedDetails([...open], rows);
	for (const target of failing) if (!open.has(target)) yield* foldedDetails(target, rows);
	for (const target of changed) if (!isFailing(target)) yield* foldedDetails(target, rows);
}
function tablesLeftOut(report) {
	return details(report, 1).next().done !== true ? ["The details are too long to be shown here; the JSON report has them."] : [];
}
function footer(report) {
	const { base, head, files } = report;
	const command = reproduceCommand(report);
	const parts = [
		...files === void 0 ? [] : [`Compared ${codeSpan(files.base, "paragraph")} with ${codeSpan(files.head, "paragraph")}`],
		...base === void 0 ? [] : [`Base ${base.hash.slice(0, 12)} (${codeSpan(base.origin, "paragraph")})`],
		...head === void 0 ? [] : [`head ${head.hash.slice(0, 12)} (${codeSpan(head.origin, "paragraph")})`],
		...limitLines(report, inertName),
		...toolLines(report, {
			tools: (tools) => codeSpan(tools, "paragraph"),
			name: inertName
		}),
		...command === void 0 ? [] : [`reproduce: ${codeSpan(command, "paragraph")}`]
	];
	const subjects = subjectLines(report.commits, (subject) => codeSpan(subject, "paragraph"));
	const all = [...subjects.length === 0 ? [] : [`Commits: ${subjects.join(" · ")}`], ...parts];
	return all.length === 0 ? [] : [all.join(" · ")];
}
export { parseAcceptance as $, BOUNDARY_SYMBOLS as A, largestRows as B, metricDeltas as C, isX86 as D, firstAddress as E, storedSections as F, renderJson as G, LONGEST_TEXT as H, loadAddress as I, subjectsOf as J, joinSubjects as K, loadRange as L, binarySize as M, elfDifference as N, layoutOf as O, partOf as P, largestAcceptance as Q, flashUse as R, countedChange as S, uncompressedMetrics as T, inertJson as U, mostChanged as V, jsonOf as W, acceptanceLines as X, ACCEPTANCE_KEY as Y, acceptanceTrailers as Z, sizeCells as _, configLines as a, HOW_TO_ACCEPT as b, fold as c, toolLines as d, strayLines as et, limitLines as f, remarksOf as g, isUnchanged as h, directoriesOf as i, binaryDifference as j, pageOffsetOf as k, VERDICT_WORDS as l, headlineVerdict as m, renderMarkdown as n, splitLines as o, headlineOf as p, subjectLines as q, renderWithin as r, logLines as s, renderHeadline as t, strayTrailers as tt, statusOf as u, VERDICT_KINDS as v, COMPRESSED_METRICS as w, acceptLines as x, cliffRemarks as y, MOST_ROWS as z };
