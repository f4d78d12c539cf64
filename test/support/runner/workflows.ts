/** The workflows that this repository runs, offers to be called, writes and shows, parsed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  COMMENT_WORKFLOW_FILE,
  WORKFLOW_FILE,
  starterCommentWorkflow,
  starterWorkflow,
} from '../../../src/cli/starter-files.ts';
import { readDocuments, yamlBlocks } from '../report/documents.ts';

/** A permission's scope and what is granted of it. */
type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A job that has steps, or one that is another workflow's. */
export interface Job {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: unknown;
  readonly steps?: readonly Step[];
}

interface Called {
  readonly inputs: Readonly<Record<string, { readonly default: unknown }>>;
}

/** As https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax has it. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>> & { readonly workflow_call?: Called };
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface WorkflowFile {
  /** Where it is from, for test names. */
  readonly name: string;
  /** The path that linters take it for. */
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
}

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = '.github/workflows';

/** What action.yml describes. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default: unknown }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export function readAction(): ActionFile {
  return parse(read('action.yml'));
}

/** By name: `ci.yml`, `init: kernel-size.yml`, `README.md: kernel size`. */
export function readWorkflows(): readonly WorkflowFile[] {
  const own = readdirSync(join(ROOT, FOLDER)).map((name) => toFile(name, read(join(FOLDER, name))));
  const starters = [
    { path: WORKFLOW_FILE, text: starterWorkflow() },
    { path: COMMENT_WORKFLOW_FILE, text: starterCommentWorkflow() },
  ].map(({ path, text }) => toFile(`init: ${path.slice(FOLDER.length + 1)}`, text));
  return [...own, ...starters, ...shownWorkflows()];
}

/** Blocks of YAML in what people read that are workflows; budget files are others. */
function shownWorkflows(): readonly WorkflowFile[] {
  return readDocuments().flatMap((page) =>
    yamlBlocks(page)
      .filter((text) => /^jobs:/m.test(text))
      .map((text) => toFile(`${page.path}: ${/^name: (.*)$/m.exec(text)?.[1]}`, text)),
  );
}

function toFile(name: string, text: string): WorkflowFile {
  const path = join(FOLDER, `${name.replaceAll(/[^\w.-]+/g, '-')}${name.endsWith('.yml') ? '' : '.yml'}`);
  return { name, path, text, workflow: parse(text) };
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
