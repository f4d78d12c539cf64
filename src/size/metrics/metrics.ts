import { UserError } from '../../user-error.ts';
import type { MetricName, Metrics } from '../measurement.ts';
import { flashUse } from './flash-use.ts';
import type { KernelImage } from './kernel-image.ts';
import type { Layout } from './layout.ts';
import type { SectionSize } from './section-kind.ts';
import type { SectionKind } from './section-kind.ts';

/** All metrics of one kernel that its files tell, in bytes; docs/numbers.md. */
export function metricsOf(kernel: KernelImage, layout: Layout, sections: readonly SectionSize[]): Metrics {
  const { ram, ramAfterInit } = layout;
  if (!isSize(ram ?? 0) || !isSize(ramAfterInit ?? 0)) {
    throw new UserError(
      `${kernel.elf.name}: by its symbols it takes ${ram} bytes of RAM and ${ramAfterInit} after init; it is damaged`,
    );
  }
  return {
    ...known('flash', flashUse(kernel, layout)),
    ...known('ram', ram),
    ...known('ram-after-init', ramAfterInit),
    ...known('image', layout.storedImage),
    ...known('dtb', kernel.dtbSize === 'unknown' ? undefined : kernel.dtbSize),
    text: sumOf(sections, 'text'),
    rodata: sumOf(sections, 'rodata'),
    data: sumOf(sections, 'data'),
    bss: sumOf(sections, 'bss'),
    init: sumOf(sections, 'init'),
  };
}

function known(metric: MetricName, bytes: number | undefined): Metrics {
  return bytes === undefined ? {} : { [metric]: bytes };
}

function isSize(bytes: number): boolean {
  return Number.isSafeInteger(bytes) && bytes >= 0;
}

function sumOf(sections: readonly SectionSize[], kind: SectionKind): number {
  return sections.reduce((sum, section) => (section.kind === kind ? sum + section.size : sum), 0);
}
