/** Reads the sizes of one kernel off the files that a build left behind, wherever that was. */
import type { Target } from '../../budget/target.ts';
import { ET_REL } from '../../elf/constants.ts';
import { lacksContents } from '../../elf/debug-only.ts';
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { openElf } from '../../elf/open-elf.ts';
import { nameFinder } from '../../elf/symbols/name-finder.ts';
import { readSymbols } from '../../elf/symbols/symbols.ts';
import { accountFor } from '../../size/accounting/accounting.ts';
import { symbolSizes } from '../../size/bloat-o-meter/symbol-sizes.ts';
import { type DeviceTreeBlob, readDeviceTreeBlob } from '../../size/device-tree/blob.ts';
import type { KernelConfig } from '../../size/kernel-config.ts';
import { outerLabels } from '../../size/labels/outer-labels.ts';
import { parseLinkMap } from '../../size/link-map/link-map.ts';
import type { LinkMap } from '../../size/link-map/map-contents.ts';
import type { Measurement, Provenance } from '../../size/measurement.ts';
import { spansOf } from '../../size/metrics/address-spans.ts';
import { isCompressedImage } from '../../size/metrics/compressed-image.ts';
import { uncompressedMetrics } from '../../size/metrics/contents.ts';
import { BOUNDARY_SYMBOLS, type KernelImage } from '../../size/metrics/kernel-image.ts';
import { isX86, layoutOf } from '../../size/metrics/layout.ts';
import { metricsOf } from '../../size/metrics/metrics.ts';
import { allocatedSections } from '../../size/metrics/section-kind.ts';
import type { Evidence } from '../../size/same-build/evidence.ts';
import { requireOwnMap } from '../../size/same-build/map-match.ts';
import { UserError } from '../../user-error.ts';
import { openKernelFile, readBoundedFile, readBoundedText } from '../kernel-file.ts';
import { requireOwnConfig } from '../own-files/own-config.ts';
import { requireOwnImage } from '../own-files/require-own-image.ts';
import type { SubsystemReader } from '../tree/subsystems.ts';
import { findInitSize, readInitSize } from './bzimage-header.ts';

/** Paths of the files of one kernel, undefined where one is not at hand, and its resolved options. */
export interface KernelFiles {
  readonly vmlinux: string;
  readonly image: string | undefined;
  readonly dtb: string | undefined;
  /** The linker's map. */
  readonly map: string | undefined;
  readonly config: KernelConfig | undefined;
  /** Where these options are from, for messages, and the version in the title of that file. */
  readonly configFile?: { readonly path: string; readonly version: string | undefined };
}

/** What the files are of. */
export interface KernelSubject {
  readonly target: Pick<Target, 'image' | 'dtb' | 'memory'>;
  /** Asked once, for all objects of the linker's map. */
  readonly subsystems: SubsystemReader;
  /**
   * Of files that were built elsewhere nothing but they themselves says that they belong together, so that what is merely
   * unusual is refused too.
   */
  readonly origin?: 'elsewhere';
  /** Where it comes from, of which the kernel itself may tell. */
  readonly provenance: (elf: Elf, table: SymbolTable) => Provenance | Promise<Provenance>;
}

/** Reads metrics, sections and symbols. Throws a UserError where a file is not what it should be. */
export async function readMeasurement(files: KernelFiles, subject: KernelSubject): Promise<Measurement> {
  const { target } = subject;
  using source = openKernelFile(files.vmlinux, 'vmlinux');
  const elf = openElf(source);
  requireLinked(elf);
  const table = readSymbols(elf);
  const evidence = subject.origin === 'elsewhere' ? 'all' : 'certain';
  const doubt = requireOwnImage(elf, { ...files, kind: target.image, evidence });
  if (files.config !== undefined) {
    const { path: name, version } = files.configFile ?? { path: '.config', version: undefined };
    requireOwnConfig(elf, table, { name, version, options: files.config, evidence });
  }
  const deviceTree = readDeviceTree(files);
  const kernel: KernelImage = {
    elf,
    boundaries: boundariesOf(table),
    labels: outerLabels(elf, table),
    config: files.config,
    ...readImage(files, target, elf),
    dtbSize: deviceTree?.size ?? (target.dtb === undefined ? undefined : 'unknown'),
    placement: { flashBase: target.memory.flash?.base, dtb: target.memory.dtb },
  };
  const sections = allocatedSections(kernel);
  const [layout, spans] = [layoutOf(kernel), spansOf(kernel)];
  const uncompressed = uncompressedMetrics(kernel, layout, spans);
  const accounting = accountFor(elf, table, {
    map: readMap(files, evidence, { elf, table }),
    contents: 'kept',
  });
  return {
    metrics: metricsOf(kernel, layout, sections),
    sections,
    symbols: symbolSizes(elf, table),
    accounting,
    subsystems: await subject.subsystems(accounting.objects),
    spans,
    isCompressed: isCompressedImage({
      name: target.image,
      config: files.config,
      size: kernel.imageSize,
      linkedSize: uncompressed.image ?? 0,
    }),
    uncompressed,
    config: files.config,
    deviceTree,
    provenance: await subject.provenance(elf, table),
    ...(doubt !== undefined && { doubt }),
  };
}

function requireLinked(elf: Elf): void {
  const { name, type } = elf;
  if (type === ET_REL) {
    throw new UserError(`${name} is an object or a module, expected a linked kernel; give the vmlinux`);
  }
  if (!lacksContents(elf)) return;
  throw new UserError(
    `${name} has no contents, as objcopy --only-keep-debug leaves it; give the vmlinux that this was made from`,
  );
}

function boundariesOf(table: SymbolTable): Map<string, bigint> {
  const boundaries = new Map<string, bigint>();
  const find = nameFinder(table.names, BOUNDARY_SYMBOLS);
  for (let i = 1; i < table.count; i++) {
    const name = table.sectionIndexes[i] === 0 ? undefined : find(i);
    if (name !== undefined) boundaries.set(name, table.addresses[i] ?? 0n);
  }
  return boundaries;
}

function readImage(
  { image }: KernelFiles,
  target: Pick<Target, 'image'>,
  elf: Elf,
): Pick<KernelImage, 'imageSize' | 'initSize'> {
  if (image === undefined) return { imageSize: undefined, initSize: undefined };
  using source = openKernelFile(image, 'image');
  if (!isX86(elf)) return { imageSize: source.size, initSize: undefined };
  const read = target.image === 'bzImage' ? readInitSize : findInitSize;
  return { imageSize: source.size, initSize: read(source) };
}

function readMap(
  { map: path }: KernelFiles,
  evidence: Evidence,
  { elf, table }: { readonly elf: Elf; readonly table: SymbolTable },
): LinkMap | undefined {
  if (path === undefined) return undefined;
  const map = parseLinkMap(path, readBoundedText(path, 'map'));
  requireOwnMap(elf, table, { ...map, name: path, evidence });
  return map;
}

function readDeviceTree({ dtb }: KernelFiles): DeviceTreeBlob | undefined {
  return dtb === undefined ? undefined : readDeviceTreeBlob(dtb, readBoundedFile(dtb, 'dtb'));
}
