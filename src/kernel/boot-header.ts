import { open } from 'node:fs/promises';
import { UserError } from '../user-error.ts';

const MAGIC_OFFSET = 0x202;
const MAGIC = 0x53726448;
const INIT_SIZE_OFFSET = 0x260;

/** `init_size` of a bzImage in bytes (Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header"). */
export async function readInitSize(path: string): Promise<number> {
  const file = await open(path);
  try {
    const header = new Uint8Array(INIT_SIZE_OFFSET + 4);
    const { bytesRead } = await file.read(header, 0, header.length, 0);
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (bytesRead < header.length || view.getUint32(MAGIC_OFFSET, true) !== MAGIC) {
      throw new UserError(`${path} is not a bzImage: no "HdrS" at offset 0x202; check "image" of the target`);
    }
    return view.getUint32(INIT_SIZE_OFFSET, true);
  } finally {
    await file.close();
  }
}
