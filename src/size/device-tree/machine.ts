/** Which machine a device tree is of: the property `compatible` of its root (Devicetree Specification v0.4, 3.2). */
import { printableText } from '../../elf/symbols/names.ts';
import type { DeviceTreeBlob } from './blob.ts';

/** `st,stm32f469i-disco`, then what is more general; empty where the root does not say. */
export function machineNames({ parts }: DeviceTreeBlob): readonly string[] {
  const property = parts.find(({ node, property: name }) => node === '/' && name === 'compatible');
  return printableText(property?.value ?? new Uint8Array())
    .split('\\x00')
    .filter((name) => name !== '');
}

/** Whether two lists name one machine. The first name is the board's, the others are shared; a change may add a name. */
export function areOneMachine(a: readonly string[], b: readonly string[]): boolean {
  const [[ofA], [ofB]] = [a, b];
  return ofA === undefined || ofB === undefined || a.includes(ofB) || b.includes(ofA);
}

/** Names of the machine that a device tree source is of; none where its root does not say, such as in an included file. */
export function machineNamesOfSource(text: string): readonly string[] {
  const root = text.indexOf('\n/ {');
  const block = root < 0 ? '' : text.slice(root, text.indexOf('\n};', root));
  const lines = block.split('\n').map((line) => line.trimStart());
  const first = lines.findIndex((line) => line.startsWith('compatible'));
  const value = first < 0 ? '' : lines.slice(first).join('\n').split(';', 1)[0]!;
  return [...value.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
}
