/** An archive that is no good wherever it is unpacked: truncated, altered, foreign. The message is one sentence. */
export class ArchiveDamage extends Error {
  override readonly name = 'ArchiveDamage';
}
