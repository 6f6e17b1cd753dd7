/** What the text report counts, off hand-made frames. */

import { describe, expect, it } from 'vitest';
import type { Cluster, Edition, Group, Item, TextLine } from '../../src/frame/frame.js';
import { reportText, type TextReport } from '../../src/frame/text-report.js';
import { black, edition, face, PROSE, page } from '../pdf/helper.js';

const LETTER: Cluster = { text: 'a', glyphs: [], advance: 500 };
const SPACE: Cluster = { text: ' ', glyphs: [], advance: 250 };

/** A line of two letters round a space that is set `ratio` times its natural width. */
function line(ratio: number, facts: Partial<TextLine> = {}, clusters = [LETTER, SPACE, LETTER]): Item[] {
  const advances = clusters.map(({ text, advance }) => (advance / 100) * (text === ' ' ? ratio : 1));
  const run = { kind: 'glyphs', x: 0, y: 0, face: face('serif'), size: 10, ink: black, rtl: false } as const;
  return [{ ...run, lang: 'en', clusters, advances, line: { ...PROSE, ...facts } }];
}

function report(...lines: Item[][]): TextReport[] {
  const group: Group = {
    kind: 'group',
    x: 0,
    y: 0,
    role: 'paragraph',
    story: 's',
    alt: undefined,
    items: lines.flat(),
  };
  const issue: Edition = edition([page([group])]);
  return reportText(issue);
}

describe('the text report', () => {
  it('counts justified lines over twice and three times the natural space', () => {
    const [counted] = report(line(1), line(2.1), line(3.2), line(9, { justified: false, last: true }));
    expect(counted).toMatchObject({ lines: 4, justified: 3, over2: 2, over3: 1 });
  });

  it('takes runs that share their line for one line', () => {
    const [first] = line(1);
    const [second] = line(3.4);
    expect(first!.kind === 'glyphs' && second!.kind === 'glyphs').toBe(true);
    const shared = { ...second!, line: (first as { line: TextLine }).line } as Item;
    expect(report([first!, shared])[0]).toMatchObject({ lines: 1, over2: 1, over3: 0 });
  });

  it('keeps styles and languages apart, most lines first', () => {
    const reports = report(line(1, { style: 'list' }), line(1), line(1), line(1, { lang: 'ar' }));
    expect(reports.map(({ style, lang, lines }) => [style, lang, lines])).toEqual([
      ['body', 'en', 2],
      ['list', 'en', 1],
      ['body', 'ar', 1],
    ]);
  });

  it('counts hyphens in a row within a paragraph only', () => {
    const hyphen = { hyphen: true };
    const [counted] = report(line(1, hyphen), line(1, hyphen), line(1, { ...hyphen, first: true }), line(1));
    expect(counted).toMatchObject({ hyphensInARow: 2, runsOfThree: 0 });
    expect(report(line(1, hyphen), line(1, hyphen), line(1, hyphen), line(1, hyphen))[0]).toMatchObject({
      hyphensInARow: 4,
      runsOfThree: 1,
    });
  });

  it('counts kashidas, the most on a line and the longest', () => {
    const drawn = (kashida: number): Cluster => ({ ...LETTER, kashida });
    const [counted] = report(
      line(1, {}, [drawn(200), SPACE, drawn(400)]),
      line(1, {}, [drawn(200), SPACE, LETTER]),
    );
    expect(counted).toMatchObject({ kashidas: 3, mostKashidas: 2, longestKashida: 0.4 });
  });

  it('counts last lines of one word, but not of paragraphs that are one line', () => {
    const [counted] = report(
      line(1, { last: true }, [LETTER]),
      line(1, { last: true }),
      line(1, { first: true, last: true }, [LETTER]),
    );
    expect(counted).toMatchObject({ lastLines: 2, oneWord: 1 });
  });
});
