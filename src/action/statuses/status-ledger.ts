/** Which runs have set a status already: each leads to the page of its run, and says which of the run's jobs it is of. */
import { listChecks } from '../../github/runs/check-list.ts';
import { statusUrls } from '../../github/runs/commit-status.ts';
import { type ActionJob, repositoryOf, thisRun, useOf } from '../job.ts';

/** A status by its commit and its name. */
export interface StatusPlace {
  readonly sha: string;
  readonly name: string;
}

/** Who has said something in a place, beside the job that asks. */
export type Speaker = 'a newer run' | 'another job of this run';

/** The page that a status of this job leads to. */
export function ownPage(job: Pick<ActionJob, 'inputs' | 'env'>): string {
  return `${thisRun(job.env).url}#kernel-size-${useOf(job)}`;
}

/** Throws a `UserError` where GitHub does not say. */
export async function speakersIn(job: ActionJob, place: StatusPlace): Promise<ReadonlySet<Speaker>> {
  const urls = await urlsIn(job, place);
  const speakers = urls.map((url) => speakerOf(url, job)).filter((speaker) => speaker !== undefined);
  return new Set(speakers);
}

async function urlsIn(job: ActionJob, { sha, name }: StatusPlace): Promise<readonly string[]> {
  const repository = repositoryOf(job);
  if (job.inputs.status === 'commit-status') return statusUrls(repository, { sha, context: name });
  const checks = await listChecks(repository, { sha, name });
  return checks.flatMap(({ url }) => url ?? []);
}

const PAGE = /\/actions\/runs\/(\d{1,15})(?:#kernel-size-([0-9a-f]{16}))?$/;

function speakerOf(url: string, job: ActionJob): Speaker | undefined {
  const [, run, use] = PAGE.exec(url) ?? [];
  const { id } = thisRun(job.env);
  if (Number(run) > id) return 'a newer run';
  return Number(run) === id && use !== useOf(job) ? 'another job of this run' : undefined;
}
