import * as fc from 'fast-check';

/** By their numbers, as Unicode lists them: C0, C1, zero-width, line separators and Bidi_Control; not tab, line feed. */
export const UNSEEN =
  /[\0-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;

const MEAN_PARTS = Array.from('`|<>&@\\[]()#*_~!-\n\r\t "\'').concat(
  '```',
  '<!--',
  '-->',
  '</code>',
  '\u202E',
);

/** Any text that is not a usual name of a target: usual names are printed as they are. */
export function anyName(): fc.Arbitrary<string> {
  const parts = fc.array(fc.constantFrom(...MEAN_PARTS), { maxLength: 12 });
  return fc
    .oneof(
      parts.map((some) => some.join('')),
      fc.string({ unit: 'binary' }),
    )
    .filter((name) => !/^[a-z0-9-]+$/.test(name));
}
