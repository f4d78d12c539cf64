import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import { makeFolder } from '../../files/make-folder.ts';
import { SUMMARY_BYTES } from '../../github/api/limits.ts';
import { exitCodeOf } from '../../report/exit-code.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import { renderJson } from '../../report/json/json.ts';
import { markdownLadder } from '../../report/markdown/markdown-ladder.ts';
import { renderMarkdown } from '../../report/markdown/markdown.ts';
import type { Report } from '../../report/report.ts';
import { MOST_ROWS } from '../../report/tables/largest-rows.ts';
import { renderText } from '../../report/text.ts';
import { annotationsOf } from '../../report/words/annotations.ts';
import { headlineOf } from '../../report/words/headline.ts';
import { runnerFolder, type ActionJob } from '../job.ts';

/** Writes the log, the report's files, the outputs and the job summary. */
export async function writeOutputs(report: Report, job: ActionJob): Promise<void> {
  job.log.info(commitLines(report).join('\n'));
  job.log.info(renderText(report, { decoration: 'plain', rows: MOST_ROWS }));
  const folder = runnerFolder(job);
  makeFolder(folder);
  const files = { report: join(folder, 'report.json'), markdown: join(folder, 'report.md') };
  await writeFile(files.report, renderJson(report));
  await writeFile(files.markdown, renderMarkdown(report, { rows: MOST_ROWS }));
  core.setOutput('verdict', report.verdict);
  core.setOutput('report', files.report);
  core.setOutput('markdown', files.markdown);
  await core.summary.addRaw(markdownLadder(report, SUMMARY_BYTES)[0] ?? '').write();
}

/** Which two commits, and why these. */
export function commitLines({ base, head }: Pick<Report, 'base' | 'head'>): string[] {
  return Object.entries({ base, head }).map(([side, commit]) =>
    commit === undefined ? `${side}: not known` : `${side}: ${commit.hash} (${visibleLine(commit.origin)})`,
  );
}

/** The verdict where people look first when a check fails. */
export function annotateVerdict(report: Report, { inputs, log }: ActionJob): void {
  const line = `Kernel size: ${headlineOf(report, visibleLine)}`;
  if (exitCodeOf(report, inputs.failOn) !== 0) log.error(line);
  else if (report.verdict !== 'pass' && report.verdict !== 'shrunk') log.warning(line);
}

/** Of 10 annotations of one level that the runner shows for a step, one is left for the verdict, one for the rest. */
const MOST_ANNOTATIONS = 8;

/** Where the functions that grew are defined, and how many are left out. */
export function annotateGrowth(report: Report, { log }: Pick<ActionJob, 'log'>): void {
  const { shown, omitted } = annotationsOf(report, MOST_ANNOTATIONS);
  for (const { path, line, level, title, message } of shown) {
    const annotate = level === 'warning' ? log.warning : log.notice;
    annotate(message, { file: path, line, title });
  }
  if (omitted > 0) {
    log.notice(
      `${omitted} more functions grew than are annotated; the job summary and the report have them all`,
    );
  }
}
