import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openRunnerLog } from '../../../src/action/runner/runner-log.ts';
import { inertLog } from '../../../src/report/inert/inert-log.ts';
import { parseCommands } from '../../support/runner/runner-commands.ts';
import { placeOf, sourceFiles, visitSyntax } from '../../support/source-syntax.ts';

/** Commands in both notations, as they may stand in a line. */
const SPEECH = [
  '::set-output name=verdict::pass',
  '  ::add-mask::x',
  '\t::error file=a,line=1::x',
  '\u00A0\u2003\u3000::warning::x',
  '\u2028::warning::x',
  '\r::error::x',
  'text\r::error::x',
  ':\u200B:error::x',
  '\uFEFF::error::x',
  '##[set-output name=verdict]pass',
  'text ##[error]x',
  '###[error]x',
  '#\u00AD#\u200D[error]x',
  '##\u0000[add-mask]x',
  '::stop-commands::x\n::x::',
  '##[stop-commands]x',
];

/** What is a command once colours are taken out, or a part of it. */
const NEARLY = ['\u001B[31m::error::x', '##[##[error]x', '#\u001B[0m#[error]x'];

/** A log, and what has come to the runner. */
function openLog() {
  const written = { stdout: '', stderr: '' };
  const streamOf = (name: 'stdout' | 'stderr') =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        written[name] += chunk;
        done();
      },
    }) as Writable & NodeJS.WriteStream;
  const exits: (() => void)[] = [];
  const streams = { stdout: streamOf('stdout'), stderr: streamOf('stderr') };
  const log = openRunnerLog({ ...streams, once: (_, listener) => exits.push(listener) });
  const end = (): void => exits.forEach((listener) => listener());
  return { log, ...streams, written, end, commands: () => parseCommands(written.stdout + written.stderr) };
}

test.each(SPEECH)('%j is a command before it is made inert', (speech) => {
  expect(parseCommands(speech).length).toBeGreaterThan(0);
});

describe.each([...SPEECH, ...NEARLY])('%j', (speech) => {
  test('is no command once it is made inert', () => {
    expect(parseCommands(inertLog(speech))).toEqual([]);
    expect(inertLog(inertLog(speech))).toBe(inertLog(speech));
  });

  test('does nothing in a text, nor in what libraries write in pieces', () => {
    const { log, stdout, stderr, commands, end } = openLog();
    log.info(speech);
    log.info(`text\n${speech}\ntext`);
    const console = new Console(stdout, stderr);
    console.log(speech);
    console.warn(speech);
    for (const character of `\n${speech}`) stderr.write(character);
    end();
    expect(commands()).toEqual([]);
  });

  test('does nothing in a remark, which has its words', () => {
    const { log, commands } = openLog();
    log.error(speech);
    log.notice(speech, { file: speech, line: 1, title: speech });
    expect(commands().map(({ name }) => name)).toEqual(['error', 'notice']);
    for (const { data } of commands()) expect(data).toBe(inertLog(speech));
  });

  test('does nothing as a step of the work, nor as its output', () => {
    const { log, commands } = openLog();
    const step = log.progress.begin(speech);
    step.line(speech);
    step.end('failed');
    expect(commands().map(({ name }) => name)).toEqual(['group', 'stop-commands', 'endgroup']);
  });
});

test.each(['core::fmt::write', 'a ::b', 'a\n  b: c', '# [x]', '#[derive]', '\t1,024 B', 'ä – 漢字'])(
  '%j stays as it is',
  (text) => {
    expect(inertLog(text)).toBe(text);
  },
);

test('a remark has its place', () => {
  const { log, written } = openLog();
  log.warning('100% more\nthan before', { file: 'fs/a,b.c', line: 7, title: 'Kernel size: x' });
  expect(written.stdout).toBe(
    '::warning title=Kernel size%3A x,file=fs/a%2Cb.c,line=7::100%25 more%0Athan before\n',
  );
});

test('the end of what is written is not lost', () => {
  const { stdout, written, end } = openLog();
  stdout.write('no end of line');
  expect(written.stdout).toBe('');
  end();
  expect(written.stdout).toBe('no end of line\n');
});

/** Files that may write to the streams of the process: this log, the command line, and a thread that keeps what it has. */
const WRITERS = new Set(['action/runner/runner-log.ts', 'cli.ts', 'cache/actions-cache-worker.ts']);

describe('the source', () => {
  test('writes to a stream of the process in no other place', () => {
    const places: string[] = [];
    for (const file of sourceFiles().filter(({ path }) => !WRITERS.has(path))) {
      visitSyntax(file, {
        MemberExpression: ({ start, end }) => {
          const text = file.text.slice(start, end);
          if (/^(process\s*\.\s*std|console\b)/.test(text)) places.push(placeOf(file, start));
        },
      });
    }
    expect(places).toEqual([]);
  });

  test('has no other use for @actions/core than inputs, outputs and the summary', () => {
    const uses = new Set<string>();
    for (const file of sourceFiles().filter(({ text }) => text.includes('@actions/core'))) {
      visitSyntax(file, {
        ImportDeclaration: (node) => {
          if (node.source.value !== '@actions/core') return;
          for (const { type, local } of node.specifiers) {
            if (type !== 'ImportNamespaceSpecifier') uses.add(`${file.path}: ${local.name}`);
          }
        },
        MemberExpression: ({ object, property }) => {
          const isCore = object.type === 'Identifier' && object.name === 'core';
          if (isCore && property.type === 'Identifier') uses.add(property.name);
        },
      });
    }
    expect([...uses].toSorted()).toEqual(['getInput', 'setOutput', 'summary']);
  });
});
