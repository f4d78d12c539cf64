import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** The machine and the versions that the figures hold for, on one line each. */
export function describeMachine() {
  const version = (command, args) => execFileSync(command, args, { encoding: 'utf8' }).split('\n', 1)[0];
  return [
    `${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.version}, ${version('python3', ['--version'])}`,
    version('arm-linux-gnueabi-gcc', ['--version']),
    version('nm', ['--version']),
  ].join('\n');
}
