// src/size/bloat-o-meter/symbol-letters.ts
/** The kernels with whose script the rules changed, oldest first. */
const COMPATS = [
	"6.1",
	"6.12",
	"7.2"
];
const PREFIXES = [
	"__mod_",
	"__se_sys",
	"__se_compat_sys",
	"__addressable_"
];
const NAMES = ["linux_banner", "vermagic"];
const STRONG = {
	all: [{
		title: "Function",
		letters: "tTdDbBrR"
	}],
	text: [{
		title: "Function",
		letters: "tT"
	}],
	data: [{
		title: "Data",
		letters: "dDbBrR"
	}],
	categories: [
		{
			title: "Function",
			letters: "tT"
		},
		{
			title: "Data",
			letters: "dDbB"
		},
		{
			title: "RO Data",
			letters: "rR"
		}
	]
};
/** Weak symbols too (v, V, w, W). */
const WEAK = {
	all: [{
		title: "Function",
		letters: "tTdDbBrRvVwW"
	}],
	text: [{
		title: "Function",
		letters: "tTwW"
	}],
	data: [{
		title: "Data",
		letters: "dDbBrRvV"
	}],
	categories: [
		{
			title: "Function",
			letters: "tTwW"
		},
		{
			title: "Data",
			letters: "dDbBvV"
		},
		{
			title: "RO Data",
			letters: "rR"
		}
	]
};
const RULES = {
	"6.1": {
		tables: STRONG,
		ignoredPrefixes: PREFIXES,
		ignoredNames: NAMES
	},
	"6.12": {
		tables: WEAK,
		ignoredPrefixes: PREFIXES,
		ignoredNames: NAMES
	},
	"7.2": {
		tables: WEAK,
		ignoredPrefixes: [
			...PREFIXES,
			"__noinstr_text_start",
			"_sdata"
		],
		ignoredNames: NAMES
	}
};
function scriptRules(compat) {
	return RULES[compat];
}
/** Since when kernels have such a script, newest first. */
const SINCE = [
	{
		version: [7, 0],
		compat: "7.2"
	},
	{
		version: [6, 6],
		compat: "6.12"
	},
	{
		version: [0, 0],
		compat: "6.1"
	}
];
/** The script that a kernel of a version such as `6.12.117` has; undefined for what is no version. */
function compatOf(kernelVersion) {
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernelVersion) ?? [];
	if (major === void 0) return void 0;
	const [x, y] = [Number(major), Number(minor)];
	return SINCE.find(({ version: [a, b] }) => x > a || x === a && y >= b)?.compat;
}
/** Whether a letter, as a character code, is in a set. */
function letterTest(letters) {
	const members = /* @__PURE__ */ new Uint8Array(256);
	for (const letter of letters) members[letter.charCodeAt(0)] = 1;
	return (letter) => members[letter] === 1;
}
export { scriptRules as i, compatOf as n, letterTest as r, COMPATS as t };
