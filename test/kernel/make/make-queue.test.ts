import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type FsFixture, createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { type MakeQueue, openMakeQueue } from '../../../src/kernel/make/make-queue.ts';
import { makeKernel } from '../../../src/kernel/make/run-make.ts';
import { bubblewrap } from '../../../src/kernel/sandbox/bubblewrap.ts';
import { type Sandbox, noSandbox, runConfined } from '../../../src/kernel/sandbox/sandbox.ts';
import { createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

/**
 * A goal `step` is counted while it runs; goals `meet` end only where as many of them as SIZE run at once; the other
 * goals are misfortunes.
 */
const MAKEFILE = `
STEPS := step1 step2 step3 step4
steps: $(STEPS)
$(STEPS):
	@mkdir running/$(NAME)-$@ && ls running | wc -l >> counts; sleep 0.1; rmdir running/$(NAME)-$@
nested: inner1 inner2
inner1 inner2:
	@$(MAKE) -f $(MAKEFILE_LIST) NAME=$(NAME)-$@ steps
MEETINGS := $(addprefix meet,$(shell seq $(SIZE)))
meet: $(MEETINGS)
$(MEETINGS):
	@touch $(NAME)-$@; for i in $$(seq 300); do \\
	  test $$(ls -d $(NAME)-meet* | wc -l) = $(SIZE) && exit 0; sleep 0.1; done; exit 1
fail: meet
	@exit 1
die: hang1 hang2 killer
killer:
	@until test -e hang1 -a -e hang2; do sleep 0.1; done; kill -9 0
hang: hang1 hang2 hang3
hang1 hang2 hang3:
	@echo hangs; touch $@; sleep 300
stuff:
	+@printf '%0100d' 0 >&4
`;

const ENV = { PATH: process.env['PATH'] ?? '' };

interface Place extends AsyncDisposable {
  readonly fixture: FsFixture;
  readonly open: (jobs: number, makes: number) => Promise<MakeQueue>;
  /** Runs make in a slot; its exit code. */
  readonly make: (slots: MakeQueue, goal: string, given?: Given) => Promise<number>;
}

interface Given {
  /** How many meet. */
  readonly size?: number;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

async function createPlace(sandbox: Sandbox): Promise<Place> {
  const fixture = await createFixture({ 'source/Makefile': MAKEFILE });
  const [source, output] = [fixture.getPath('source'), fixture.getPath('output')];
  await mkdir(fixture.getPath('output/running'), { recursive: true });
  let makes = 0;
  return {
    fixture,
    open: (jobs, most) =>
      openMakeQueue({ jobs, makes: most, folder: fixture.getPath('slots'), env: ENV, inherited: [] }),
    make: async (slots, goal, { size = 0, signal = new AbortController().signal, onLine } = {}) => {
      const lines: string[] = [];
      const own = ['-f', `${source}/Makefile`, `NAME=${++makes}`, `SIZE=${size}`, goal];
      const { code } = await slots.run(async ({ args, env, descriptors }) => {
        const command = { program: 'make', args: [...args, ...own], cwd: output, env: { ...ENV, ...env } };
        return runConfined(
          { ...command, descriptors },
          { source, output },
          {
            sandbox,
            signal,
            onLine: (line) => {
              lines.push(line);
              onLine?.(line);
            },
          },
        );
      }, signal);
      // What make says where it cannot use what it was handed.
      expect(lines.filter((line) => line.includes('jobserver'))).toEqual([]);
      return code;
    },
    [Symbol.asyncDispose]: () => fixture.rm(),
  };
}

/** How many ran at once, seen from each step. */
function countsIn({ fixture }: Place): number[] {
  return readFileSync(fixture.getPath('output/counts'), 'utf8').trim().split('\n').map(Number);
}

describe.each([
  ['without a sandbox', noSandbox],
  ['in bubblewrap', bubblewrap('/usr/bin/bwrap', { folders: [], files: [] })],
])('makes %s', (_where, sandbox) => {
  test.each([
    ['makes', 'steps', 4],
    ['makes that call make', 'nested', 8],
  ])('run no more at once than there are jobs: %s', async (_what, goal, steps) => {
    await using place = await createPlace(sandbox);
    await using slots = await place.open(3, 2);
    const codes = await Promise.all([1, 2, 3].map(() => place.make(slots, goal)));
    expect(codes).toEqual([0, 0, 0]);
    expect(countsIn(place)).toHaveLength(3 * steps);
    expect(Math.max(...countsIn(place))).toBeLessThanOrEqual(3);
  });

  test('leave all slots to the one that is left', async () => {
    await using place = await createPlace(sandbox);
    await using slots = await place.open(2, 2);
    const codes = await Promise.all([place.make(slots, 'meet', { size: 2 }), place.make(slots, 'step1')]);
    expect(codes).toEqual([0, 0]);
  });

  test('run side by side', async () => {
    await using place = await createPlace(sandbox);
    await using slots = await place.open(4, 2);
    const both = ['meet', 'meet'].map((goal) => place.make(slots, goal, { size: 2 }));
    expect(await Promise.all(both)).toEqual([0, 0]);
  });

  test.each(['fail', 'die', 'stuff'])('have exactly the slots that there were, after: %s', async (goal) => {
    await using place = await createPlace(sandbox);
    await using slots = await place.open(3, 2);
    const isToFail = goal !== 'stuff';
    expect((await place.make(slots, goal, { size: 3 })) !== 0).toBe(isToFail);
    expect(await place.make(slots, 'meet', { size: 3 })).toBe(0);
    const counted = ['nested', 'nested'].map((steps) => place.make(slots, steps));
    expect(await Promise.all(counted)).toEqual([0, 0]);
    expect(Math.max(...countsIn(place))).toBeLessThanOrEqual(3);
  });

  test('have all slots again after one was interrupted', async () => {
    await using place = await createPlace(sandbox);
    await using slots = await place.open(3, 2);
    const interrupt = new AbortController();
    const reason = new Error('enough');
    let hanging = 0;
    const running = place.make(slots, 'hang', {
      signal: interrupt.signal,
      onLine: () => {
        if (++hanging === 3) interrupt.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(await place.make(slots, 'meet', { size: 3 })).toBe(0);
  });
});

describe('makes run one after the other', () => {
  test.each([
    ['where they may not run side by side', 2, 1],
    ['where there is one job', 1, 2],
  ])('%s, and are told the number of jobs', async (_when, jobs, makes) => {
    await using place = await createPlace(noSandbox);
    await using slots = await place.open(jobs, makes);
    const shares: unknown[] = [];
    let running = 0;
    const { signal } = new AbortController();
    const runOne = (): Promise<void> =>
      slots.run(async (share) => {
        shares.push(share);
        running++;
        await new Promise((resolve) => setImmediate(resolve));
        expect(running).toBe(1);
        running--;
      }, signal);
    await Promise.all([runOne(), runOne(), runOne()]);
    const alone = { args: [`-j${jobs}`], env: {}, descriptors: [] };
    expect(shares).toEqual([alone, alone, alone]);
    expect(existsSync(place.fixture.getPath('slots'))).toBe(false);
  });
});

/** Something in a slot that ends when it is told to. */
function occupy(slots: MakeQueue): { readonly ended: Promise<void>; readonly leave: () => void } {
  let leave = (): void => undefined;
  const isOver = new Promise<void>((resolve) => (leave = resolve));
  return { ended: slots.run(() => isOver, new AbortController().signal), leave };
}

test('a make that is interrupted while it waits is never begun, and keeps no other waiting', async () => {
  await using place = await createPlace(noSandbox);
  await using slots = await place.open(2, 2);
  const occupied = [occupy(slots), occupy(slots)];
  const interrupt = new AbortController();
  const waiting = place.make(slots, 'step1', { signal: interrupt.signal });
  const next = place.make(slots, 'step2');
  const reason = new Error('enough');
  interrupt.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  occupied[0]!.leave();
  expect(await next).toBe(0);
  expect(countsIn(place)).toEqual([1]);
  occupied[1]!.leave();
  await expect(place.make(slots, 'step1', { signal: interrupt.signal })).rejects.toBe(reason);
});

test('disposing waits for the makes that were begun', async () => {
  await using place = await createPlace(noSandbox);
  const slots = await place.open(2, 2);
  const { ended, leave } = occupy(slots);
  const events: string[] = [];
  const disposed = slots[Symbol.asyncDispose]().then(() => events.push('disposed'));
  await new Promise((resolve) => setImmediate(resolve));
  events.push('leaves');
  leave();
  await Promise.all([ended, disposed]);
  expect(events).toEqual(['leaves', 'disposed']);
});

test('nothing is left behind in the folder', async () => {
  await using place = await createPlace(noSandbox);
  await using _slots = await place.open(2, 2);
  expect(readdirSync(place.fixture.getPath('slots'))).toEqual([]);
});

test('makes of kernels share the slots', async () => {
  await using kernel = await createRepository({ Makefile: MAKEFILE });
  await using slots = await openMakeQueue({
    jobs: 4,
    makes: 2,
    folder: kernel.beside('slots'),
    env: ENV,
    inherited: [],
  });
  const makes = ['one', 'two'].map((name) => {
    const build = toyBuild(kernel, { slots, target: { name, make: { NAME: name, SIZE: '2' } } });
    return makeKernel(build, { step: 'building', goals: ['meet'], env: {} });
  });
  await Promise.all(makes);
  const logs = ['one', 'two'].map((name) =>
    readFileSync(kernel.beside(`logs/${name}-base-building.log`), 'utf8'),
  );
  expect(logs.join('')).not.toContain('jobserver');
});
