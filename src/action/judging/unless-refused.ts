import type { Remarks } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';

/** What accepts growth, or a note where it cannot be read: growth that cannot be seen accepted is not. */
export async function unlessRefused(what: string, read: () => Promise<Remarks>): Promise<Remarks> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { acceptances: [], notes: [`no growth could be accepted by ${what}: ${error.message}`] };
  }
}
