/**
 * Regular expressions meet strangers' text: names, logs, commits, comments, reports. recheck finds those that take more
 * than linear time on some text, polynomial ones too (https://makenowjust-labs.github.io/recheck/): by
 * proof, or for some by texts from a generator, whose seed is given so that each run says the same.
 */
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { placeOf, sourceFiles, visitSyntax } from './support/source-syntax.ts';

interface Expression {
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

function expressionsOfSource(): Expression[] {
  const found: Expression[] = [];
  for (const file of sourceFiles()) {
    visitSyntax(file, {
      Literal: (node) => {
        if ('regex' in node) found.push({ place: placeOf(file, node.start), ...node.regex });
      },
    });
  }
  return found;
}

/** What has no bounds: without it an expression takes the same time at each place. */
const UNBOUNDED = /[*+]|\{\d+,\}/;

/** Why an expression is not linear; undefined where it is. */
function problemOf({ place, pattern, flags }: Expression): string | undefined {
  const result = checkSync(pattern, flags, { timeout: 60_000, randomSeed: 1 });
  if (result.status === 'safe') return undefined;
  const reason = result.status === 'unknown' ? result.error.kind : result.attack.pattern;
  return `${place} /${pattern}/${flags}: ${result.status}, ${reason}`;
}

describe('a regular expression of the source', () => {
  test('takes linear time on every text', () => {
    const expressions = expressionsOfSource();
    expect(expressions.length).toBeGreaterThan(200);
    const unbounded = expressions.filter(({ pattern }) => UNBOUNDED.test(pattern));
    expect(unbounded.flatMap((expression) => problemOf(expression) ?? [])).toEqual([]);
  });

  test('is a literal, so that all of them are checked', () => {
    const made: string[] = [];
    for (const file of sourceFiles()) {
      const check = (node: { readonly start: number; readonly callee: object }): void => {
        if ('name' in node.callee && node.callee.name === 'RegExp') made.push(placeOf(file, node.start));
      };
      visitSyntax(file, { NewExpression: check, CallExpression: check });
    }
    expect(made).toEqual([]);
  });

  test.each([
    ['exponential', '^(a+)+$'],
    ['quadratic', '^\\s*(.*?)\\s*$'],
    ['quadratic from each place', 'a*b'],
  ])('that is %s is found', (_, pattern) => {
    expect(problemOf({ place: '', pattern, flags: '' })).toContain('vulnerable');
  });
});
