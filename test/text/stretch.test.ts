/** Words drawn out by kashidas: where, how long, and what is set, copied and measured then. */

import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/frame/frame.js';
import { chooseKashidas, type StretchableWord, stretchableWords } from '../../src/text/stretch.js';
import { edges, setLines, setting, shapeText, type Wish, widthOf } from './support.js';

const rtl: Wish = { direction: 'rtl' };
const full = { words: 0.5, longest: 1.1, after: 0 };
const kashida = { ...setting('justify'), glyphScaling: 0.015, kashida: full };
const SENTENCE =
  'بعد الطبع تفك الصفحة وتغسل الحروف وتعود كل قطعة إلى خانتها لتدخل في كلام آخر ثم تكتمل الجريدة';

/** A word of the paragraph with a tatweel where it may be drawn out. */
function stretched(text: string, wish: Wish = rtl): string[] {
  return stretchableWords(shapeText(text, wish)).map(({ at }) => {
    const start = text.lastIndexOf(' ', at - 1) + 1;
    const end = text.indexOf(' ', at);
    return `${text.slice(start, at)}ـ${text.slice(at, end < 0 ? undefined : end)}`;
  });
}

function drawnOut(line: { runs: readonly { clusters: readonly Cluster[] }[] }): Cluster[] {
  return line.runs.flatMap(run => run.clusters.filter(cluster => cluster.kashida !== undefined));
}

describe('words that may carry a kashida', () => {
  it('have one place each, by rule', () => {
    expect(stretched('كتب محمد رسالة طويلة')).toEqual(['كتـب', 'محمـد', 'رسـالة', 'طويلـة']);
  });

  it('are none in text of another script, in digits and where letters do not join', () => {
    expect(stretched('دار 2022 NASA ورد ١٤', rtl)).toEqual([]);
  });

  it('are drawn out behind the marks of their letter', () => {
    expect(stretched('مُحَمَّدٌ')).toEqual(['مُحَمَّـدٌ']);
  });

  it('never part a lam from its alef', () => {
    expect(stretched('سلام للبلاد بلا')).toEqual(['سـلام']);
  });

  it('are none in a face whose tatweel has no width', () => {
    expect(stretched('كتب محمد رسالة', { ...rtl, families: ['aref-ruqaa'] })).toEqual([]);
  });
});

describe('the words of a line', () => {
  const word = (index: number, priority: number, awkward = false): StretchableWord => {
    return { cluster: index * 5, at: index * 5 + 1, priority, awkward, word: index, tatweel: 2, size: 10 };
  };
  const choose = (words: StretchableWord[], tatweels: number, most: number): [number, number][] =>
    [...chooseKashidas(words, tatweels, most, full)]
      .map(([{ word: index }, length]): [number, number] => [index, length])
      .sort(([a], [b]) => a - b);

  it('carry a kashida at the best places first', () => {
    expect(choose([word(0, 7), word(2, 3), word(4, 6)], 1, 3)).toEqual([[2, 1]]);
  });

  it('carry several short ones rather than one long', () => {
    expect(choose([word(0, 3), word(2, 3), word(4, 3)], 6, 3)).toEqual([
      [0, 2],
      [2, 2],
      [4, 2],
    ]);
  });

  it('carry none side by side while others may', () => {
    expect(choose([word(0, 2), word(1, 2), word(3, 6)], 4, 2).map(([index]) => index)).not.toEqual([0, 1]);
  });

  it('carry no more of them than may', () => {
    expect(choose([word(0, 3), word(2, 3), word(4, 3), word(6, 3)], 8, 2)).toHaveLength(2);
  });

  it('carry none longer than the longest', () => {
    expect(choose([word(0, 3)], 40, 1)).toEqual([[0, 5]]);
  });

  it('of two letters come last, and so do prefixes', () => {
    const awkward = stretchableWords(shapeText('قد بالحروف فإذا سار كتب', rtl)).map(item => item.awkward);
    expect(awkward).toEqual([true, true, true, false, false]);
    expect(choose([word(0, 3, true), word(2, 6)], 1, 1)).toEqual([[2, 1]]);
  });
});

describe('a justified line', () => {
  const shaped = shapeText(SENTENCE, rtl);

  it('is as wide as its measure, whatever the measure', () => {
    for (let width = 90; width < 230; width += 3.7) {
      for (const line of setLines(shaped, width, kashida).slice(0, -1)) {
        const { left, right } = edges(line, width);
        expect(Math.abs(left + right)).toBeLessThan(0.01);
      }
    }
  });

  it('says its words without the tatweels', () => {
    let kashidas = 0;
    for (let width = 90; width < 230; width += 9) {
      const lines = setLines(shaped, width, kashida);
      const words = lines.map(line =>
        line.runs
          .map(run =>
            [...run.clusters]
              .reverse()
              .map(({ text }) => text)
              .join(''),
          )
          .join(''),
      );
      expect(words.join(' ')).toBe(SENTENCE);
      kashidas += lines.flatMap(drawnOut).length;
    }
    expect(kashidas).toBeGreaterThan(20);
  });

  it('is drawn out by whole tatweels of the font, each between its letter and the next', () => {
    const naskhTatweel = 210;
    for (const cluster of setLines(shaped, 150, kashida).flatMap(drawnOut)) {
      expect(cluster.kashida! % naskhTatweel).toBe(0);
      const letter = cluster.glyphs.at(-1)!;
      expect(letter.dx).toBeGreaterThanOrEqual(cluster.kashida! - 1);
      expect(cluster.advance).toBeGreaterThan(cluster.kashida!);
    }
  });

  it('has at most the share of its words drawn out that the setting allows', () => {
    for (const line of setLines(shaped, 170, { ...kashida, kashida: { ...full, words: 0.25 } })) {
      const words = line.runs.flatMap(run => run.clusters).filter(({ text }) => text === ' ').length + 1;
      expect(drawnOut(line).length).toBeLessThanOrEqual(Math.max(1, Math.floor(words / 4)));
    }
  });

  it('needs less of its word spaces than without kashidas', () => {
    const width = widthOf('بعد الطبع تفك الصفحة وتغسل', rtl) + 14;
    const [plain] = setLines(shaped, width, setting('justify'));
    const [drawn] = setLines(shaped, width, kashida);
    expect(drawn!.spaceRatio).toBeLessThan(plain!.spaceRatio);
  });

  it('is drawn out nowhere at the end of its paragraph, and not when it is set ragged', () => {
    expect(drawnOut(setLines(shaped, 150, kashida).at(-1)!)).toEqual([]);
    expect(setLines(shaped, 150, { ...kashida, alignment: 'start' }).flatMap(drawnOut)).toEqual([]);
  });

  it('draws Arabic words in a Latin line out too', () => {
    const mixed = shapeText(
      'the old word {ar:المطبعة العربية} stands in a line that is far too short for it',
      {},
    );
    const first = setLines(mixed, widthOf('the old word {ar:المطبعة العربية}') + 9, kashida)[0]!;
    expect(drawnOut(first).length).toBeGreaterThan(0);
  });
});

describe('a line fitted to its measure', () => {
  const head = shapeText('مدينة تقرأ في الصباح', { direction: 'rtl', families: ['cairo'], size: 30 });
  const natural = widthOf('مدينة تقرأ في الصباح', { direction: 'rtl', families: ['cairo'], size: 30 });
  const how = { ...setting('start'), fit: true };

  it('is drawn out to it, though it is its paragraph\u2019s last', () => {
    for (const extra of [0, 3, 20, 61]) {
      const [line] = setLines(head, natural + extra, how);
      const { left, right } = edges(line!, natural + extra);
      expect(Math.abs(left) + Math.abs(right)).toBeLessThan(0.01);
      expect(drawnOut(line!).length > 0).toBe(extra >= 20);
    }
  });

  it('keeps its natural spaces where kashidas alone cannot bring it there', () => {
    const [line] = setLines(head, natural * 4, how);
    expect(line!.spaceRatio).toBe(1);
    expect(drawnOut(line!).length).toBeGreaterThan(1);
    expect(edges(line!, natural * 4).left).toBeGreaterThan(1);
  });

  it('of Latin words is left alone', () => {
    const text = shapeText('no kashida here');
    expect(setLines(text, 300, how)).toEqual(setLines(text, 300, setting('start')));
  });
});
