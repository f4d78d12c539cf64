import { expect, test } from 'vitest';
import { reproduceCommand, toolsOf } from '../../src/report/provenance-line.ts';
import {
  BASE,
  HEAD,
  PROVENANCE,
  failedTarget,
  reportWith,
  targetReport,
} from '../support/report-builders.ts';

test('tools are the compiler with its linker', () => {
  expect(toolsOf(reportWith([targetReport()]))).toEqual(['arm-linux-gnueabi-gcc 12.2.0, GNU ld 2.40']);
});

test('tools that several targets share are named once, in the order of the targets', () => {
  const host = targetReport({ provenance: { ...PROVENANCE, compiler: 'gcc 12.2.0' } });
  expect(toolsOf(reportWith([targetReport(), host, targetReport()]))).toEqual([
    'arm-linux-gnueabi-gcc 12.2.0, GNU ld 2.40',
    'gcc 12.2.0, GNU ld 2.40',
  ]);
});

test('a target that was not built names no tools', () => {
  expect(toolsOf(reportWith([failedTarget()]))).toEqual([]);
});

test('the command names each target and both commits in full', () => {
  const report = reportWith([targetReport(), targetReport({ target: 'x86-tiny' })]);
  expect(reproduceCommand(report)).toBe(
    'npx kernel-size-budget check --target stm32f469 --target x86-tiny ' +
      `--base ${BASE.hash} --head ${HEAD.hash}`,
  );
});

test('there is no command for kernels that were built elsewhere', () => {
  const files = { base: 'old', head: 'new' };
  expect(reproduceCommand(reportWith([targetReport()], { files }))).toBeUndefined();
});

test.each(['base', 'head'])('there is no command where %s is not known', (side) => {
  expect(reproduceCommand(reportWith([targetReport()], { [side]: undefined }))).toBeUndefined();
});
