import { markdownTable } from 'markdown-table';

/**
 * A part of what the benchmark prints: a table, and what has to be known to read it.
 * @typedef {{ title: string, head: readonly string[], rows: readonly (readonly string[])[], notes?: readonly string[] }} Section
 */

/**
 * As markdown; all columns but the first are figures.
 * @param {Section} section
 */
export function renderSection({ title, head, rows, notes = [] }) {
  const align = head.map((_, index) => (index === 0 ? 'l' : 'r'));
  const remarks = notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')];
  return [`## ${title}`, markdownTable([head, ...rows], { align }), ...remarks].join('\n\n');
}

/** @param {number} value */
export const seconds = (value, digits = 1) => `${value.toFixed(digits)} s`;

/** @param {number} value */
export const megabytes = (value) => `${(value / 1e6).toFixed(0)} MB`;

/** @param {number} value */
export const ratio = (value) => value.toFixed(3);

/**
 * The median of several runs and the range that they are in.
 * @param {readonly number[]} values
 * @param {(values: readonly number[]) => number} middle
 */
export function withRange(values, middle) {
  const text = seconds(middle(values));
  if (values.length === 1) return text;
  return `${text} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`;
}
