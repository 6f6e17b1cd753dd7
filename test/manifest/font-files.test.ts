/** A good newspaper with one thing broken, and all that is said of it: font files that are no fonts. */

import { expect, it } from 'vitest';
import { problemsOf, SERIF } from './project.js';

const cases: readonly (readonly [name: string, bytes: string, said: string])[] = [
  ['an empty file', '', 'it is no TrueType or OpenType font | Use a .ttf or .otf file.'],
  ['a text file', 'This is no font at all.', 'it is no TrueType or OpenType font | Use a .ttf or .otf file.'],
  [
    'a web font',
    `wOF2${'\0'.repeat(40)}`,
    'it is a web font (WOFF) | Use the .ttf or .otf file of the same face.',
  ],
  [
    'a collection',
    `ttcf${'\0'.repeat(40)}`,
    'it is a collection of fonts | Use a file that holds a single face.',
  ],
  [
    'a directory cut short',
    SERIF.slice(0, 60),
    'it is no TrueType or OpenType font | Use a .ttf or .otf file.',
  ],
  ['a table cut short', `${SERIF.slice(0, -2)}\u0001\0`, 'it is cut short | Copy the file again.'],
  [
    'a missing table',
    SERIF.replace('hmtx', 'xxxx'),
    'its table “hmtx” is missing | Use the complete font, not a subset for the web.',
  ],
  [
    'no outlines',
    SERIF.replace('glyf', 'CBDT'),
    'it has no outlines | Use a font with TrueType or CFF outlines.',
  ],
];

for (const [name, bytes, said] of cases) {
  it(name, () => {
    expect(problemsOf({ 'fonts/serif.ttf': bytes })).toEqual([
      `fonts/fonts.yaml:5:30 font-unusable: the font file serif.ttf cannot be used: ${said}`,
    ]);
  });
}
