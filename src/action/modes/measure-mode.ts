import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import { makeFolder } from '../../files/make-folder.ts';
import { partOf } from '../../report/join-reports.ts';
import { renderJson } from '../../report/json/json.ts';
import { shortened } from '../../report/shortened.ts';
import { UserError } from '../../user-error.ts';
import { readEvent } from '../event.ts';
import { runnerFolder, type ActionJob } from '../job.ts';
import { annotateVerdict } from '../publishing/outputs.ts';
import { measure } from './measure.ts';

/** Measures one target and leaves its part of the report in a file; a limit that breaks is the report's to say. */
export async function measureMode(job: ActionJob): Promise<0 | 2> {
  const [target, ...more] = job.inputs.targets;
  if (target === undefined || more.length > 0) {
    throw new UserError(
      `input targets is "${job.inputs.targets.join(' ')}"; expected one target in the mode "measure", as the mode "plan" lists them`,
    );
  }
  const event = readEvent(job.source);
  const report = await measure(job, event, async () => ({ acceptances: [], notes: [] }));
  const part = partOf(target, report);
  const folder = runnerFolder(job);
  makeFolder(folder);
  const file = join(folder, 'part.json');
  await writeFile(file, renderJson(shortened(part)));
  core.setOutput('part', file);
  core.setOutput('verdict', part.verdict);
  if (part.verdict !== 'no-comparison') return 0;
  annotateVerdict(part, job);
  return 2;
}
