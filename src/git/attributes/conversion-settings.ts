/** What decides on conversions of checked-out files beside the commit: a machine's attributes and two settings. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Git } from '../git.ts';
import { textOf } from '../text-of.ts';

/** What a checkout was written with, but for its commit. */
export interface ConversionSettings {
  /** All that counts, as text; empty where nothing does. */
  readonly text: string;
  /** Of the text; empty where that is. */
  readonly digest: string;
  /** Whether text files end their lines with CR LF unless attributes say otherwise. */
  readonly endsInCrlf: boolean;
}

/** Attributes by which bytes of a file change, and macros, which may have them (gitattributes(5)). */
const CONVERTING = /\b(?:text|crlf|eol|ident|working-tree-encoding|filter|binary)\b|\[attr\]/;

/** Whether the text of .gitattributes may change bytes of a file, filters among them. */
export function mayConvert(text: string): boolean {
  return CONVERTING.test(text);
}

/** Those of the user, the machine and the repository. */
export async function readConversionSettings(git: Git): Promise<ConversionSettings> {
  const configured = (await git.ask('config', '--get-regexp', '^core\\.(autocrlf|eol)$')) ?? '';
  const files = await Promise.all(
    [
      git.run('rev-parse', '--git-path', 'info/attributes'),
      globalFile(git),
      // git 2.42 and newer
      git.ask('var', 'GIT_ATTR_SYSTEM').then((path) => path ?? '/etc/gitattributes'),
    ].map(async (path) => textOf(await path) ?? ''),
  );
  const lines = files.flatMap((text) => text.split('\n').filter((line) => mayConvert(line)));
  const all = [configured, ...lines].join('\n').trim();
  return {
    text: all,
    digest: all === '' ? '' : createHash('sha256').update(all).digest('hex'),
    endsInCrlf: /^core\.(?:autocrlf(?: (?:true|yes|on|[1-9]\d*))?|eol crlf)$/im.test(configured),
  };
}

async function globalFile(git: Git): Promise<string> {
  const configured = await git.ask('config', '--type=path', '--get', 'core.attributesFile');
  // git runs at the root.
  if (configured !== undefined) return resolve((await git.repository()).root, configured);
  const home = git.env['HOME'] ?? homedir();
  return join(git.env['XDG_CONFIG_HOME'] || join(home, '.config'), 'git/attributes');
}
