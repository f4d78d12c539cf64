import { expect, test } from 'vitest';
import { reproduceCommand, toolLines } from '../../../src/report/words/provenance-line.ts';
import {
  PROVENANCE,
  failedTarget,
  overGrowthTarget,
  reportWith,
  targetReport,
} from '../../support/report/report-builders.ts';

const ARM = 'arm-linux-gnueabi-gcc 12.2.0, GNU ld 2.40';
const HOST = 'gcc 12.2.0, GNU ld 2.40';
const host = { ...PROVENANCE, compiler: 'gcc 12.2.0' };
const onHost = targetReport({ target: 'x86-tiny', provenance: host, baseProvenance: host });

const quotes = { tools: (text: string) => `<${text}>`, name: (text: string) => `«${text}»` };
const linesOf = (...targets: Parameters<typeof reportWith>[0]): string[] =>
  toolLines(reportWith(targets), quotes);

test('tools of both sides are the compiler with its linker', () => {
  expect(linesOf(targetReport())).toEqual([`base and head built with <${ARM}>`]);
});

test('tools that several targets share are named once, and whose they are where there are others', () => {
  expect(linesOf(targetReport(), onHost, targetReport({ target: 'other' }))).toEqual([
    `«stm32f469», «other»: base and head built with <${ARM}>`,
    `«x86-tiny»: base and head built with <${HOST}>`,
  ]);
});

test.each([
  ['of another compiler', host, `base built with <${HOST}>, head built with <${ARM}>`],
  ['that is not there', undefined, `head built with <${ARM}>`],
])("tools of a base %s are not head's", (_, baseProvenance, line) => {
  expect(linesOf(targetReport({ baseProvenance }))).toEqual([line]);
});

test('a target that was not built names no tools', () => {
  expect(linesOf(failedTarget({ baseProvenance: undefined }))).toEqual([]);
});

test('targets and tools without number are cut', () => {
  const many = Array.from({ length: 100 }, (_, i) => targetReport({ target: `t${i}` }));
  expect(linesOf(...many, onHost)[0]).toContain('«t7» and 92 more: ');
  const tools = many.map((_, i) => targetReport({ baseProvenance: { ...host, linker: `ld ${i}` } }));
  expect(linesOf(...tools).at(-1)).toBe('80 more compilers are not shown here');
});

test('the command names each target and both commits, by as much of a hash as git needs', () => {
  expect(reproduceCommand(reportWith([targetReport(), onHost]))).toBe(
    'npx kernel-size-budget check --target stm32f469 --target x86-tiny --base 123456700000 --head abcdef011111',
  );
});

test.each([
  ['breaks a limit', overGrowthTarget()],
  ['was not compared', failedTarget()],
])('the command is of the target alone that %s', (_, failing) => {
  expect(reproduceCommand(reportWith([onHost, failing]))).toMatch(/ check --target stm32f469 --base /);
});

test('the command is of the whole budget file where it would name more than four targets', () => {
  const many = Array.from({ length: 5 }, (_, i) => targetReport({ target: `t${i}` }));
  expect(reproduceCommand(reportWith(many))).toMatch(/ check --base /);
});

test('there is no command for kernels that were built elsewhere', () => {
  const files = { base: 'old', head: 'new' };
  expect(reproduceCommand(reportWith([targetReport()], { files }))).toBeUndefined();
});

test.each(['base', 'head'])('there is no command where %s is not known', (side) => {
  expect(reproduceCommand(reportWith([targetReport()], { [side]: undefined }))).toBeUndefined();
});
