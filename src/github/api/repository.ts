import type { Client } from './client.ts';

/** A repository, and the client that speaks to GitHub of it. */
export interface Repository {
  readonly client: Client;
  /** Login of the user or organisation. */
  readonly owner: string;
  readonly repo: string;
}
