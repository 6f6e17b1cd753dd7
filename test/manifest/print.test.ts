/** A good newspaper with one thing broken in what it says of its printer and of its inks, and all that is said of it. */

import { expect, it } from 'vitest';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import { Project } from '../../src/manifest/project.js';
import { Problems } from '../../src/problem/problem.js';
import { type Change, changed, LAYOUT, PUBLICATION, problemsOf, writeProject } from './project.js';

const printWith = (lines: string): Record<string, Change> => ({
  [PUBLICATION]: ['  inkLimit: 240\n', `  inkLimit: 240\n${lines}`],
});

it('settings left out are those of a newspaper', () => {
  const { manifest } = readIssueFiles(new Project(writeProject(changed({}))), '1', new Problems());
  expect(manifest?.publication.print).toMatchObject({
    standard: 'x-4',
    intent: 'perceptual',
    range: [3, 90],
    resolution: 200,
    sharpen: 0,
    ruling: 100,
    solidBlack: [0, 0, 0, 100],
  });
});

it('standards and intents that are none', () => {
  expect(problemsOf(printWith('  standard: x-3\n  intent: relativ\n'))).toEqual([
    'issues/publication.yaml:16:13 wrong-value: “standard” must be “x-4” or “x-1a”, not “x-3” | Did you mean “x-4”?',
    'issues/publication.yaml:17:11 wrong-value: “intent” must be “perceptual” or “relative”, not “relativ” | Did you mean “relative”?',
  ]);
});

it('dots the wrong way round', () => {
  expect(problemsOf(printWith('  range: [90, 3]\n'))).toEqual([
    'issues/publication.yaml:16:10 wrong-value: the lightest dot of “range” (90 %) is not lighter than the darkest (3 %) | Write the lighter one first: [3, 90].',
  ]);
});

it('a solid black that is none, or too much', () => {
  expect(problemsOf(printWith('  solidBlack: [0, 0, 0, 80]\n'))).toEqual([
    'issues/publication.yaml:16:15 wrong-value: “solidBlack” has less than 100 % of black, its last number | Write [0, 0, 0, 100], or [40, 0, 0, 100] for a deeper black.',
  ]);
  expect(problemsOf(printWith('  solidBlack: [60, 50, 50, 100]\n'))).toEqual([
    'issues/publication.yaml:16:15 wrong-value: “solidBlack” has 260 % of ink, more than “inkLimit” | Take less of cyan, magenta or yellow.',
  ]);
});

it('spot colours', () => {
  const inks = (red: string, more = ''): Record<string, Change> => ({
    [LAYOUT]: [
      '  red: { cmyk: [0, 100, 90, 15], screen: "#b5121b" }\n',
      `  red: { cmyk: [0, 100, 90, 15], screen: "#b5121b"${red} }\n${more}`,
    ],
  });
  const pale = '  pale: { cmyk: [0, 90, 90, 15], screen: "#f2bdb0", spot: PANTONE 485 C, tint: 30 }\n';
  expect(problemsOf(inks(', spot: PANTONE 485 C', pale.replace('[0, 90,', '[0, 100,')))).toEqual([]);
  expect(problemsOf(inks(', spot: PANTONE 485 C', pale))).toEqual([
    'layouts/small.yaml:8:17 wrong-value: “pale” and “red” on line 7 are the same spot colour with different “cmyk” | Write the same in both; “tint” makes one lighter.',
  ]);
  expect(problemsOf(inks(', spot: Black'))).toEqual([
    'layouts/small.yaml:7:59 wrong-value: “Black” cannot be the name of a spot colour | Call it as its maker does: PANTONE 485 C. Process inks are mixed in “cmyk”.',
  ]);
  expect(problemsOf(inks(', tint: 40'))).toEqual([
    'layouts/small.yaml:7:53 wrong-value: “tint” of “red” has no spot colour | Write the tint into “cmyk”, or name the spot colour with “spot”.',
  ]);
});
