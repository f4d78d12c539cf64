import { t as UserError } from "./shared-user-error.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
import { closeSync, constants, fstatSync, openSync, readSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
// src/files/paths.ts
/** Whether a path is a folder or lies in it; both absolute and real. */
function isBelow(path, folder) {
	return relative(folder, path).split("/")[0] !== "..";
}
/** Names of the folders in a folder, links to folders not among them; none where it cannot be listed. */
function foldersIn(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
	} catch {
		return [];
	}
}
/** Names files in some folders without these, as `fs/dcache.c` for `/home/me/linux/fs/dcache.c`. */
function pathShortener(folders) {
	const roots = folders.flatMap((folder) => [folder, realPath$1(folder)]);
	const starts = [...new Set(roots)].toSorted((a, b) => b.length - a.length).map((root) => `${root}/`);
	return (text) => starts.reduce((shorter, start) => shorter.replaceAll(start, ""), text);
}
/** Without links; that of a file which is gone is the path itself. */
function realPath$1(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return path;
	}
}
// src/files/open-below.ts
/**
* Opens a file in a folder that a stranger decides on, without being led elsewhere. The path is resolved once, with
* O_PATH (open(2)): that waits at no pipe and does nothing to a device, and the file that was judged is the one that is
* read, whatever becomes of the names meanwhile.
*/
/** Names a folder once for all files that are opened in it. */
function confine(folder, links) {
	return {
		folder,
		root: links === "inside" ? realPath(folder) : join(realPath(dirname(folder)), basename(folder)),
		links
	};
}
/** Where there is nothing, opening a file says so. */
function realPath(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
/** include/uapi/asm-generic/fcntl.h; Node has no name for it, and runs on no architecture that has another value. */
const O_PATH = 2097152;
/**
* Returns a descriptor for reading. Throws a UserError where a link leads elsewhere, what `judge` throws, and what the
* system says where nothing is there.
*/
function openBelow(path, { name, confinement, judge }) {
	const { links } = confinement;
	const place = openSync(path, links === "none" ? O_PATH | constants.O_NOFOLLOW : O_PATH);
	try {
		const handle = `/proc/self/fd/${place}`;
		const [found, stat] = [readlinkSync(handle), fstatSync(place)];
		if (links === "inside") requireInside(found, name, confinement);
		else requireItself({
			path,
			found,
			stat
		}, name, confinement);
		judge(stat);
		return openSync(handle, constants.O_RDONLY | constants.O_NONBLOCK);
	} finally {
		closeSync(place);
	}
}
function requireInside(found, name, { root }) {
	const inside = relative(root, found).split(sep);
	if (!inside.includes("..") && !inside.includes(".git")) return;
	throw new UserError(`${name} leads out of the kernel's files, to ${found}; put the file itself there`);
}
function requireItself({ path, found, stat }, name, { folder, root }) {
	const isLink = stat.isSymbolicLink();
	const expected = join(root, relative(folder, path));
	if (!isLink && found === expected && isBelow(found, root)) return;
	throw new UserError(`${name} is ${isLink ? "a symbolic link" : `behind a symbolic link, at ${found}`}, expected the file itself: a link may lead to what is not the build's to show`);
}
// src/files/regular-file.ts
/** The one way to open a file that a person names, a stranger's build has made, or a stranger's tree holds. */
/**
* Opens a file for reading. Throws a UserError where it is missing, unreadable, too large, no regular file, or led to by
* a link that is not followed. Never waits: a pipe is no regular file.
*/
function openRegularFile(path, expected) {
	const { name = path } = expected;
	const descriptor = openFile(path, name, expected);
	try {
		return {
			name: path,
			size: requireRegular(fstatSync(descriptor), name, expected),
			descriptor,
			...reader(path, descriptor)
		};
	} catch (error) {
		closeSync(descriptor);
		throw error;
	}
}
function reader(path, file) {
	return {
		read: (offset, length) => readExactly(path, file, {
			offset,
			length
		}),
		[Symbol.dispose]: () => closeSync(file)
	};
}
const OPEN_ERRORS = {
	ENOENT: "no such file; build it first, or correct the path",
	ENOTDIR: "no such file: a part of the path is a file, not a directory; correct the path",
	EACCES: "may not be read; change its permissions or run as a user who may read it",
	ELOOP: "is a symbolic link that leads to itself; correct the path",
	ENAMETOOLONG: "no such file: its name is longer than file systems allow; correct the path",
	ENXIO: "is a socket or a device without a driver, which cannot be read; name a regular file"
};
function openFile(path, name, expected) {
	const { links, what } = expected;
	const flags = constants.O_RDONLY | constants.O_NONBLOCK;
	try {
		if (typeof links === "object") return openBelow(path, {
			name,
			confinement: links,
			judge: (stat) => requireRegular(stat, name, expected)
		});
		return openSync(path, links === "followed" ? flags : flags | constants.O_NOFOLLOW);
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
		const problem = code === "ELOOP" && links === "refused" ? `is a symbolic link, expected ${what}; name the file itself` : OPEN_ERRORS[code];
		throw new UserError(`${name}: ${problem ?? `cannot be opened (${code})`}`, { cause });
	}
}
function requireRegular(stat, name, { what, instead, largest }) {
	if (stat.isDirectory()) throw new UserError(`${name} is a directory, expected ${what}; give ${instead} in it`);
	if (!stat.isFile()) throw new UserError(`${name} is not a regular file, expected ${what}; pipes and devices cannot be read at positions`);
	if (stat.size <= largest) return stat.size;
	throw new UserError(`${name} is ${stat.size} bytes, expected ${what} of at most ${largest}; is it another file?`);
}
/** One read may return less than asked for. */
function readExactly(path, file, { offset, length }) {
	const bytes = new Uint8Array(length);
	for (let done = 0; done < length;) {
		const count = readSync(file, bytes, done, length - done, offset + done);
		if (count === 0) throw new UserError(`${path} ended at offset ${offset + done} while it was read; is it still being written?`);
		done += count;
	}
	return bytes;
}
// src/kernel/kernel-file.ts
/** Opens the files of a kernel and of its sources. Strangers make them: each kind has a size that it keeps to. */
const MIB = 1048576;
/**
* What a kind of file is called, and the most bytes that one may have. That is far more than a kernel with everything
* built in has; a text is below the longest string of V8, 2^29 - 24.
*/
const KINDS = {
	vmlinux: {
		what: "a vmlinux",
		largest: 16384 * MIB
	},
	image: {
		what: "a boot image",
		largest: 1024 * MIB
	},
	map: {
		what: "a linker's map",
		largest: 500 * MIB
	},
	config: {
		what: "a .config",
		largest: 16 * MIB
	},
	dtb: {
		what: "a device tree blob",
		largest: 64 * MIB
	},
	note: {
		what: "a note of kbuild",
		largest: 64 * MIB
	},
	state: {
		what: "the state of a build",
		largest: 256 * MIB
	},
	fragment: {
		what: "lines CONFIG_NAME=value",
		largest: 16 * MIB
	},
	source: {
		what: "a source of the kernel",
		largest: 128 * MIB
	}
};
/** A file that make has written in `output`: what a symbolic link leads to there is not the build's to show. */
function madeIn(output) {
	return { links: confine(output, "none") };
}
/** A file of the kernel's sources, where a symbolic link may lead to another one of them. */
function sourceIn(tree) {
	return { links: confine(tree, "inside") };
}
/** Opens a file of a kernel. Throws a UserError where it is no regular file, too large, or led to by a symbolic link. */
function openKernelFile(path, kind, access = {}) {
	return openRegularFile(path, {
		...KINDS[kind],
		instead: "the file",
		links: "refused",
		...access
	});
}
/** A whole file of a kernel. Throws as `openKernelFile` does. */
function readBoundedFile(path, kind, access) {
	try {
		var _usingCtx$1 = _usingCtx();
		const source = _usingCtx$1.u(openKernelFile(path, kind, access));
		return source.read(0, source.size);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
/** The same as text. */
function readBoundedText(path, kind, access) {
	return Buffer.from(readBoundedFile(path, kind, access).buffer).toString("utf8");
}
/** The same; undefined where there is no such text. */
function readTextIfSound(path, kind, access) {
	return readIfSound(path, kind, access)?.toString("utf8");
}
/** The bytes of a whole file; undefined where there is no such file. */
function readIfSound(path, kind, access) {
	try {
		return Buffer.from(readBoundedFile(path, kind, access).buffer);
	} catch (error) {
		if (error instanceof UserError) return void 0;
		throw error;
	}
}
export { readIfSound as a, openRegularFile as c, pathShortener as d, realPath$1 as f, readBoundedText as i, foldersIn as l, openKernelFile as n, readTextIfSound as o, readBoundedFile as r, sourceIn as s, madeIn as t, isBelow as u };
