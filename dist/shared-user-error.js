// src/user-error.ts
/**
* A mistake outside this program: in a file, an argument, the machine.
*
* The message says on one line what was found, what was expected and how to mend it; `details` are lines that
* help, such as the end of a build log. Printed without a stack; anything else that is thrown is a bug.
*/
var UserError = class extends Error {
	details;
	constructor(message, options = {}) {
		super(message, "cause" in options ? { cause: options.cause } : void 0);
		this.name = "UserError";
		this.details = options.details ?? [];
	}
};
export { UserError as t };
