import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { ActionEvent } from './action-event.ts';
import type { ActionInputs } from './action-inputs.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Client } from './github/client.ts';
import { upsertComment } from './github/comment.ts';
import { COMMENT_BODY_BYTES, SUMMARY_BYTES } from './github/limits.ts';
import { withoutCommands } from './progress-log.ts';
import { headlineOf } from './report/headline.ts';
import { visibleLine } from './report/inert-text.ts';
import { renderJson } from './report/json.ts';
import { MOST_ROWS } from './report/largest-rows.ts';
import { markdownLadder } from './report/markdown-ladder.ts';
import { renderMarkdown } from './report/markdown.ts';
import type { Report } from './report/report.ts';
import { renderText } from './report/text.ts';
import { runnerFolder } from './runner-check.ts';

/** A report and where it goes. */
export interface Publication {
  readonly report: Report;
  readonly inputs: ActionInputs;
  readonly event: ActionEvent;
  readonly client: Client;
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/** Writes the log, the report's files, the outputs, the job summary and the comment. */
export async function publish(publication: Publication): Promise<void> {
  const { report } = publication;
  core.info(withoutCommands(renderText(report, { decoration: 'plain', rows: MOST_ROWS })));
  await writeFiles(publication);
  core.setOutput('verdict', report.verdict);
  await writeSummary(report);
  annotate(publication);
  await comment(publication);
}

async function writeFiles(publication: Publication): Promise<void> {
  const { report } = publication;
  const folder = runnerFolder(publication);
  await mkdir(folder, { recursive: true });
  const files = { report: join(folder, 'report.json'), markdown: join(folder, 'report.md') };
  await writeFile(files.report, renderJson(report));
  await writeFile(files.markdown, renderMarkdown(report, { rows: MOST_ROWS }));
  core.setOutput('report', files.report);
  core.setOutput('markdown', files.markdown);
}

async function writeSummary(report: Report): Promise<void> {
  await core.summary.addRaw(markdownLadder(report, SUMMARY_BYTES)[0] ?? '').write();
}

/** The verdict where people look first when a check fails. */
function annotate({ report, inputs }: Publication): void {
  const line = `Kernel size: ${headlineOf(report, visibleLine)}`;
  if (exitCodeOf(report, inputs.failOn) !== 0) core.error(line);
  else if (report.verdict !== 'pass' && report.verdict !== 'shrunk') core.warning(line);
}

/** A comment that cannot be written is said and fails nothing: the verdict stands without it. */
async function comment({ report, inputs, event, client }: Publication): Promise<void> {
  const { pullRequest } = event;
  if (pullRequest === undefined) return;
  const { owner, repo, number: pullNumber, origin } = pullRequest;
  const bodies = markdownLadder(report, COMMENT_BODY_BYTES);
  const outcome = await upsertComment({
    client,
    owner,
    repo,
    pullNumber,
    origin,
    key: inputs.commentKey,
    bodies,
  });
  if (outcome.kind === 'skipped') core.notice(`no comment was written: ${outcome.reason}`);
  else core.info(`comment ${outcome.kind}: ${outcome.url}`);
}
