import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { beforeAll, describe, expect, test } from 'vitest';
import { inertLog } from '../../src/report/inert/inert-log.ts';
import { BOT_TOKEN } from '../support/github/resources/fake-github-state.ts';
import { budgetFile } from '../support/kernel/toy-kernel.ts';
import { RUNTIME_TOKEN } from '../support/runner/runner.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult } from '../support/runner/toy-run.ts';

const toy = useToyAction();

/** What the runner would do if it listened, in both of its notations. */
const SPEECH = [
  '::error::spoken',
  '  ::add-mask::spoken',
  'spoken ##[set-output name=verdict]pass',
  '::set-output name=verdict::pass',
  '::stop-commands::spoken',
  '::spoken::',
];

/** Names that would do something in a log, in markdown or in HTML. */
const NAMES = [
  '##[set-output name=verdict]spoken',
  '@spoken',
  '<!-- spoken',
  '`</code>spoken`',
  '```spoken',
  '</details><script>spoken',
  '![spoken](x.png)',
];

/** Target `toy` builds kernels with such names; `broken` fails at head, with such a speech for last words. */
const CHANGE = {
  'local.mk': `
$(shell env > $(O)/environment)
$(shell cat scripts/speech >&2)
ifdef BROKEN
$(O)/vmlinux: | speech
speech: ; @cat scripts/speech; false
endif
`,
  'scripts/speech': `${SPEECH.join('\n')}\n`,
  'drivers/names.c': NAMES.map((name) => namedVariable(name)).join(''),
};

/** What C has no identifier for, gas takes in quotes. */
function namedVariable(name: string): string {
  const lines = ['.data', `.type "${name}", @object`, `.size "${name}", 64`, `"${name}":`, '.zero 64', ''];
  return `__asm__(${JSON.stringify(lines.join('\n'))});\n`;
}

/** What a job has in its environment. */
const SECRETS = {
  GITHUB_TOKEN: 'token-of-the-job',
  NODE_AUTH_TOKEN: 'token-of-npm',
  CCACHE_REMOTE_STORAGE: 'redis://ccache:password@cache.test',
  CCACHE_SECONDARY_STORAGE: 'http://ccache:password@cache.test',
  HTTPS_PROXY: 'http://proxy:password@proxy.test',
};

let pull: ToyPull;
let result: ToyResult;

beforeAll(async () => {
  const budget = budgetFile({ toy: {}, broken: { make: { BROKEN: '1' } } });
  pull = await toy.pullRequest({ budget, change: CHANGE });
  result = await pull.run({ env: SECRETS });
});

describe("a stranger's build", () => {
  test('sees no token and nothing else of the runner', () => {
    const text = readFileSync(
      join(pull.kernel.beside('runner'), 'temp/kernel-size-budget/default/build/toy/environment'),
      'utf8',
    );
    const names = text.split('\n').map((line) => line.split('=', 1)[0]);
    expect(names).toContain('PATH');
    expect(names.filter((name) => /^(ACTIONS|GITHUB|INPUT|NODE|RUNNER)_/.test(name!))).toEqual([]);
    for (const secret of [BOT_TOKEN, RUNTIME_TOKEN, 'token-of-the-job', 'token-of-npm', 'password']) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain(`HOME=${process.env['HOME']}\n`);
  });

  test('cannot speak to the runner, neither while it runs nor by its last words or its symbols', () => {
    for (const line of [...SPEECH, ...NAMES]) expect(result.stdout).toContain(inertLog(line.trim()));
    const spoken = result.commands.filter(
      ({ name }) => !['group', 'stop-commands', 'endgroup'].includes(name),
    );
    expect(spoken).toEqual([
      { name: 'error', data: expect.stringMatching(/^Kernel size: no comparison for broken: /) },
    ]);
    const titles = result.commands.filter(({ name }) => name === 'group').map(({ data }) => data);
    const isTrial = (title: string): boolean => title.endsWith(' as a trial');
    expect(titles.slice(0, 2).every(isTrial)).toBe(true);
    const groups = titles.filter((title) => !isTrial(title));
    // Targets are built side by side, base of all before head of any.
    expect(groups.map((title) => title.slice(-4))).toEqual([
      ...Array(4).fill('base'),
      ...Array(4).fill('head'),
    ]);
    expect(new Set(groups)).toEqual(
      new Set(
        ['base', 'head'].flatMap((side) =>
          ['toy', 'broken'].flatMap((name) => [`${name}: configuring ${side}`, `${name}: building ${side}`]),
        ),
      ),
    );
  });

  test('does not set the outputs of the step', () => {
    expect(result.outputs['verdict']).toBe('no-comparison');
  });
});

describe('names that a kernel gives its symbols', () => {
  test('are in the report as nm has them', () => {
    const rows = result.report().targets.find(({ target }) => target === 'toy')?.delta?.symbols?.rows;
    expect(rows?.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted());
  });

  test.each([
    ['the comment', () => pull.github.state.comments[0]!.body],
    ['the job summary', () => result.summary],
  ])('are asleep in %s', (_place, markdownOf) => {
    const html = micromark(markdownOf(), {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    });
    expect(html).toContain('spoken');
    expect(html.replaceAll(/<code>[^]*?<\/code>/g, '')).not.toContain('spoken');
  });
});
