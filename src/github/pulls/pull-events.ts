/** What has happened to a pull request, as far as this program asks. Throws a `UserError` when GitHub does not say. */
import { z } from 'zod';
import { askAll } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';

const pullEvent = z.object({
  id: z.number(),
  event: z.string(),
  created_at: z.iso.datetime(),
  actor: z.object({ login: z.string() }).nullable(),
  label: z.object({ name: z.string().nullish() }).nullish(),
});

export type PullEvent = z.infer<typeof pullEvent>;

/** Reads all events of a pull request. https://docs.github.com/en/rest/issues/events#list-issue-events */
export async function pullEvents(
  { client, owner, repo }: Repository,
  number: number,
): Promise<readonly PullEvent[]> {
  const list = askAll({
    shape: z.array(pullEvent),
    items: (page) => page,
    send: (page) => client.rest.issues.listEvents({ owner, repo, issue_number: number, ...page }),
  });
  const action = `list the events of pull request ${number} of ${owner}/${repo}`;
  return answerFor(list, { action, permission: 'pull-requests: read' });
}

/** Somebody chose another base branch, or GitHub did when the branch was merged and deleted. */
const BASE_CHANGES = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);

/**
 * Asks when a pull request was last given another base branch: ISO 8601, in UTC; undefined when it has the one that it
 * was opened against. https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#base_ref_changed
 */
export async function baseChangedAt(repository: Repository, number: number): Promise<string | undefined> {
  const events = await pullEvents(repository, number);
  return events
    .filter(({ event }) => BASE_CHANGES.has(event))
    .map(({ created_at: at }) => at)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
