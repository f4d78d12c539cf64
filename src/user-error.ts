/**
 * A mistake outside this program: in a file, an argument, the machine.
 *
 * The message says on one line what was found, what was expected and how to mend it; `details` are lines that
 * help, such as the end of a build log. Printed without a stack; anything else that is thrown is a bug.
 */
export class UserError extends Error {
  readonly details: readonly string[];

  constructor(
    message: string,
    options: { readonly cause?: unknown; readonly details?: readonly string[] } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'UserError';
    this.details = options.details ?? [];
  }
}
