import { type KernelConfig, optionValue } from '../kernel-config.ts';

/** Boot images that a compressor makes, with what else they hold: arch/*\/boot/Makefile, scripts/Makefile.lib. */
const COMPRESSED =
  /^(z|bz|u|cu|dtb|tree|bootp|vm)Image(?!\.bin$)|^(vmlinuz|bootpz)|^image\.fit$|\.(gz|bz2|lz4|lzma|lzo|xz|zst)(\.|$)/;

/** A boot image by the name that make knows it by, and what it was made from; sizes in bytes. */
interface BootImage {
  readonly name: string;
  readonly config: KernelConfig | undefined;
  /** Of the file; undefined where that is not at hand. */
  readonly size: number | undefined;
  /** Of what `objcopy -O binary` makes of vmlinux. */
  readonly linkedSize: number;
}

/**
 * Whether the size of a boot image is that of a compressor's output, which moves by hundreds of bytes with any change of
 * its input. Of an image that executes in place the data may be (scripts of CONFIG_XIP_DEFLATED_DATA). One with any other
 * name is where it is smaller than what it must hold.
 */
export function isCompressedImage({ name, config, size, linkedSize }: BootImage): boolean {
  if (name === 'xipImage') return config !== undefined && optionValue(config, 'XIP_DEFLATED_DATA') === 'y';
  return COMPRESSED.test(name) || (size !== undefined && size < linkedSize);
}
