import { type KernelConfig, optionValue } from './kernel-config.ts';

/** Boot images that a compressor makes: arch/*\/boot/Makefile. */
const COMPRESSED = /^(zImage|bzImage|uImage|vmlinuz)|\.(gz|bz2|lz4|lzma|lzo|xz|zst)$/;

/**
 * Whether the size of a boot image is that of a compressor's output, which moves by some bytes with any change of its
 * input; of an image that executes in place the data may be (scripts of CONFIG_XIP_DEFLATED_DATA).
 */
export function isCompressedImage(image: string, config: KernelConfig | undefined): boolean {
  if (image === 'xipImage') return config !== undefined && optionValue(config, 'XIP_DEFLATED_DATA') === 'y';
  return COMPRESSED.test(image);
}
