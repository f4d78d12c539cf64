import { UserError } from '../user-error.ts';
import { flashUse } from './flash-use.ts';
import type { KernelImage } from './kernel-image.ts';
import { layoutOf } from './layout.ts';
import type { Metrics, SectionSize } from './measurement.ts';
import type { SectionKind } from './section-kind.ts';

/** All metrics of one kernel in bytes; README.md, "How the numbers are defined". */
export function metricsOf(kernel: KernelImage, sections: readonly SectionSize[]): Metrics {
  const layout = layoutOf(kernel);
  const { ram, ramAfterInit } = layout;
  if (!isSize(ram) || !isSize(ramAfterInit)) {
    throw new UserError(
      `${kernel.elf.name}: by its symbols it takes ${ram} bytes of RAM and ${ramAfterInit} after init; it is damaged`,
    );
  }
  return {
    flash: flashUse(kernel, layout),
    ram,
    'ram-after-init': ramAfterInit,
    image: kernel.imageSize,
    ...(kernel.dtbSize === undefined ? {} : { dtb: kernel.dtbSize }),
    text: sumOf(sections, 'text'),
    rodata: sumOf(sections, 'rodata'),
    data: sumOf(sections, 'data'),
    bss: sumOf(sections, 'bss'),
    init: sumOf(sections, 'init'),
  };
}

function isSize(bytes: number): boolean {
  return Number.isSafeInteger(bytes) && bytes >= 0;
}

function sumOf(sections: readonly SectionSize[], kind: SectionKind): number {
  return sections.reduce((sum, section) => (section.kind === kind ? sum + section.size : sum), 0);
}
