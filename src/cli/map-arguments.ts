/**
 * Writes `--map OLD.map NEW.map` as `--map OLD.map --map NEW.map`: an option that takes several values would take the
 * two files after them too.
 */
export function repeatMapOption(argv: readonly string[]): readonly string[] {
  const options = argv.filter((argument) => argument === '--map' || argument.startsWith('--map='));
  const second = argv.indexOf('--map') + 2;
  const isPair = argv.slice(second - 1, second + 1).every((argument) => !argument.startsWith('-'));
  if (options.length !== 1 || second === 1 || second >= argv.length || !isPair) return argv;
  return [...argv.slice(0, second), '--map', ...argv.slice(second)];
}
