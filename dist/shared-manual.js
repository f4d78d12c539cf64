// src/cli/help/manual.ts
/** The page kernel-size-budget(1). Ends with a line break. */
function manualPage(program) {
	const name = program.name();
	return `${[
		`.TH ${name.toUpperCase()} 1 "" "${name} ${program.version() ?? ""}" "User Commands"`,
		".SH NAME",
		`${escaped(name)} \\- size budgets for the Linux kernel`,
		".SH SYNOPSIS",
		...program.commands.flatMap((command, index) => [
			...index === 0 ? [] : [".br"],
			`.B ${escaped(name)}`,
			synopsis(command)
		]),
		".SH DESCRIPTION",
		escaped(program.description()),
		".SH OPTIONS",
		...optionLines(program),
		...program.commands.flatMap((command) => commandLines(command, helpAfter(command))),
		".SH EXIT STATUS",
		...exitStatus(helpAfter(program)),
		".SH FILES",
		...FILES.flatMap(([path, what]) => tagged(path, what)),
		".SH ENVIRONMENT",
		...ENVIRONMENT.flatMap(([variable, what]) => tagged(variable, what)),
		".SH SEE ALSO",
		".BR git (1),",
		".BR make (1),",
		".BR nm (1)"
	].join("\n")}\n`;
}
const FILES = [[".github/kernel-size-budget.yml", "the budget file, from the root of the repository"], ["~/.cache/kernel-size-budget/", "checkouts, builds and the store of kept builds"]];
const ENVIRONMENT = [["XDG_CACHE_HOME", "an absolute path takes the place of ~/.cache"], ["NO_COLOR", "anything but nothing leaves out colours, as TERM=dumb does"]];
/** What addHelpText() has added, which comes after the options. */
function helpAfter(command) {
	const written = [];
	const own = command.configureOutput();
	command.configureOutput({
		...own,
		writeOut: (text) => written.push(text)
	});
	command.outputHelp();
	command.configureOutput(own);
	return written.slice(1).join("").trim();
}
function synopsis(command) {
	const values = command.registeredArguments.map((argument) => `<${argument.name()}>`);
	return escaped([
		command.name(),
		"[options]",
		...values
	].join(" "));
}
function commandLines(command, after) {
	return [
		`.SH "COMMAND ${command.name().toUpperCase()}"`,
		sentence(command.description()),
		...optionLines(command),
		...verbatim(exampleLines(after))
	];
}
function optionLines(command) {
	return command.createHelp().visibleOptions(command).flatMap((option) => tagged(option.flags, describe(command, option)));
}
/** As the help describes it, with choices and default. */
function describe(command, option) {
	return command.createHelp().optionDescription(option);
}
function tagged(tag, text) {
	return [
		".TP",
		`.B ${escaped(tag)}`,
		escaped(text)
	];
}
function exampleLines(help) {
	const lines = help.split("\n");
	const start = lines.indexOf("Examples:");
	if (start === -1) return [];
	const end = lines.indexOf("", start);
	return lines.slice(start + 1, end === -1 ? void 0 : end);
}
function verbatim(lines) {
	return lines.length === 0 ? [] : [
		".PP",
		"Examples:",
		".PP",
		".nf",
		...lines.map(escaped),
		".fi"
	];
}
function exitStatus(help) {
	return help.split("\n").flatMap((line) => {
		const [, codes, what] = /^ {2}(\d(?:,? ?\d)*) {2,}(\S.*)$/.exec(line) ?? [];
		return codes === void 0 || what === void 0 ? [] : tagged(codes, what);
	});
}
function sentence(text) {
	return escaped(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}
/** A hyphen of an option is a minus to groff; a dot or a quote at the beginning of a line would be a request. */
function escaped(text) {
	return text.replaceAll("\\", String.raw`\e`).replaceAll("-", String.raw`\-`).replace(/^(?=[.'])/, String.raw`\&`);
}
export { manualPage };
