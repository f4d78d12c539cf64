import type { Elf } from '../../elf/elf.ts';
import type { Evidence } from '../../size/same-build/evidence.ts';
import { UserError } from '../../user-error.ts';
import { openKernelFile } from '../kernel-file.ts';
import { readInitSize } from '../measure/bzimage-header.ts';
import { type ImageProof, proveImage } from './own-image.ts';

/** Images that are what objcopy makes of a vmlinux, and nothing else (arch/*\/boot/Makefile). */
const PLAIN_IMAGE = /^(Image|xipImage|vmlinux\.bin)$/;

/** A boot image and the vmlinux that it is said to be made from. */
interface ImageOf {
  /** Paths; undefined where there is no image. */
  readonly image: string | undefined;
  readonly vmlinux: string;
  /** The target's name for it, `zImage`. */
  readonly kind: string;
  /** An image that holds nothing which is known speaks for another build, and is no proof of it. */
  readonly evidence: Evidence;
}

/** Throws a UserError for an image that is not made from the vmlinux; returns a sentence where that is not known. */
export function requireOwnImage(
  elf: Elf,
  { image: path, vmlinux, kind, evidence }: ImageOf,
): string | undefined {
  if (path === undefined || path === vmlinux) return undefined;
  using image = openKernelFile(path, 'image');
  if (kind === 'bzImage') readInitSize(image);
  const proof = proveImage(elf, image);
  if (proof.kind === 'packed') {
    return `${path} was not unpacked, so that it is made from ${elf.name} is not known; install ${proof.tool}`;
  }
  const isPlain = evidence === 'all' || PLAIN_IMAGE.test(kind);
  if (proof.kind === 'foreign' || (proof.kind === 'unrecognized' && isPlain))
    throw foreignImage(path, elf, proof);
  return undefined;
}

function foreignImage(
  path: string,
  elf: Elf,
  { difference }: Extract<ImageProof, { difference: string }>,
): UserError {
  return new UserError(
    `${path} is not made from ${elf.name}: ${difference}; give the image and the vmlinux of one build`,
  );
}
