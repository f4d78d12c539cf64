/** Cuts a section at the borders of the input sections that a link map lists. */
import { groupBy } from '../../group-by.ts';
import type { InputSection } from '../link-map/map-contents.ts';

/** A stretch of an output section; offsets in bytes from its start. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** The input section; undefined for what the linker put between them, and for the whole section without a map. */
  readonly input: InputSection | undefined;
}

/**
 * Regions in ascending order that cover `size` bytes without a gap. Where a damaged or foreign map has input sections
 * overlap or reach beyond the end, the first one keeps the bytes.
 */
export function inputRegions(inputs: readonly InputSection[], size: number): Region[] {
  const regions: Region[] = [];
  let cursor = 0;
  const close = (end: number, input: InputSection | undefined): void => {
    if (end <= cursor) return;
    regions.push({ start: cursor, end, input });
    cursor = end;
  };
  for (const input of inputs.toSorted((a, b) => a.offset - b.offset)) {
    close(Math.min(input.offset, size), undefined);
    close(Math.min(input.offset + input.size, size), input);
  }
  close(size, undefined);
  return regions;
}

/** Input sections by output section. */
export function inputsByOutput(inputs: readonly InputSection[]): ReadonlyMap<string, InputSection[]> {
  return groupBy(inputs, ({ output }) => output);
}
