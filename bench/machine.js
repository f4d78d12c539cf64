import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** The machine and the versions that the figures hold for, as a list. */
export function describeMachine() {
  const version = (command, args = ['--version']) =>
    execFileSync(command, args, { encoding: 'utf8' }).split('\n', 1)[0];
  return [
    `${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB; load before: ${loadavg()[0]?.toFixed(1)}`,
    `Linux ${version('uname', ['-r'])}, Node ${process.version}, ${version('python3')}`,
    ['git', 'make', 'arm-linux-gnueabi-gcc', 'gcc', 'nm'].map((command) => version(command)).join('; '),
    new Date().toISOString().slice(0, 10),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
