import { expect, it } from 'vitest';
import { parsePreset } from '../../../src/budget/file/preset.ts';

function preset(text: string) {
  return parsePreset({ name: 'board', folder: '/presets/board', text });
}

it("a preset's fragments lie in its folder", () => {
  expect(preset('fragments: [a.config, { file: b.config, before: "6.10" }]').target.fragments).toEqual([
    '/presets/board/a.config',
    { file: '/presets/board/b.config', before: '6.10' },
  ]);
});

it('mistakes in a preset are named as in a budget file', () => {
  expect(() => preset('arch: arm\nimge: zImage\n')).toThrow(
    '/presets/board/target.yml:2:1: unknown key "imge"; did you mean "image"?',
  );
  expect(() => preset('arch: [\n')).toThrow('/presets/board/target.yml:2:1: not YAML');
});
