/** Passages in stories: their language, direction and lines, and the grid that they share with the text round them. */

import { describe, expect, it } from 'vitest';
import { layWholeModule } from '../../src/flow/module.js';
import type { Piece } from '../../src/flow/piece.js';
import { pour } from '../../src/flow/piece.js';
import { prepareStory } from '../../src/flow/prepare.js';
import type { GlyphRun } from '../../src/frame/frame.js';
import { linesOf, setText } from '../support/issue.js';
import { prose, textOf } from '../support/newspaper.js';
import { extentOf, prepared, rich, rightOf, runsIn, setter, storyOf, wordsOf } from '../support/setting.js';

const WIDTH = setter.layout.columnWidth;
const { grid } = setter.layout;

const passage = (attributes: string, text: string): string => `:::passage{${attributes}}\n${text}\n:::`;
const body = (lang: string, text: string, head = {}): readonly Piece[] =>
  prepared(storyOf(lang, text, head)).body;
const drawn = (piece: Piece): GlyphRun[] => runsIn(piece.draw(0, 0));
const lines = (lang: string, text: string): string[] =>
  body(lang, text).map(piece => wordsOf(piece.draw(0, 0)).replaceAll('\u00a0', ' '));

describe('a passage in another language', () => {
  const [before, arabic] = body('en', `One.\n\n${passage('lang=ar', 'نص قصير.')}`);

  it('is set in the style of its language', () => {
    const run = drawn(arabic!).find(item => textOf(item).includes('نص'));
    expect(run).toMatchObject({ lang: 'ar', rtl: true, size: setter.style('body', 'ar').size });
    expect(run!.face.family).toBe('noto-naskh');
    expect(arabic!.height).toBe(setter.style('body', 'ar').leading);
    expect(before!.height).toBe(setter.style('body', 'en').leading);
  });

  it('begins on its own side of the column', () => {
    expect(extentOf(arabic!.draw(0, 0)).right).toBeCloseTo(WIDTH);
    expect(extentOf(body('ar', `نص.\n\n${passage('lang=en', 'A text.')}`)[1]!.draw(0, 0)).left).toBeCloseTo(
      0,
      0,
    );
  });

  it('takes the direction that is asked for', () => {
    const [piece] = body('en', passage('dir=rtl', 'One.'));
    expect(drawn(piece!)[0]!.lang).toBe('en');
    expect(extentOf(piece!.draw(0, 0)).right).toBeCloseTo(WIDTH);
    const [other] = body('en', passage('lang=ar dir=ltr', 'نص.'));
    expect(extentOf(other!.draw(0, 0)).left).toBeCloseTo(0, 0);
  });

  it('hangs its lists on its own side, numbered in its digits', () => {
    const digits = (lang: string) => (lang === 'ar' ? 'arabic-indic' : 'european');
    const story = storyOf('en', `1. One\n\n${passage('lang=ar', '2. اثنان')}`);
    const gallery = { pictures: new Map(), troubles: new Map() };
    const [first, second] = prepareStory(story, { setter, gallery, digits, stories: [] }).body;
    expect(wordsOf(first!.draw(0, 0))).toContain('1.');
    expect(wordsOf(second!.draw(0, 0))).toContain('٢');
    expect(extentOf(second!.draw(0, 0)).right).toBeCloseTo(WIDTH);
    const text = drawn(second!).filter(run => /ا/.test(textOf(run)));
    expect(Math.max(...text.map(rightOf))).toBeLessThan(WIDTH - setter.style('list', 'ar').size);
  });

  it('mirrors its tables', () => {
    const table = '| السنة | الصحف |\n|---|---|\n| أ | ب |';
    const [row] = body('en', passage('lang=ar', table));
    const [year, papers] = ['السنة', 'الصحف'].map(
      word => drawn(row!).find(run => textOf(run).includes(word))!,
    );
    expect(year!.x).toBeGreaterThan(papers!.x);
  });

  it('gives page numbers in its digits', async () => {
    const text = `---\nlang: en\nheadline: H\n---\nPage :page[s] and :ar[صفحة :page[s]].\n\n${passage('lang=ar', 'صفحة :page[s].')}\n`;
    const set = await setText({ stories: { s: text } });
    const found = linesOf(set, 's', ['paragraph']).join(' ');
    expect(found).toMatch(/Page 1 and/);
    expect(found.match(/١/g)).toHaveLength(2);
    expect(found.match(/1/g)).toHaveLength(1);
  });

  it('leaves the dateline to the story', () => {
    const text = `${passage('lang=ar', 'نص.')}\n\nOne.`;
    const found = body('en', text, { dateline: rich('Basra') });
    expect(found.map(piece => wordsOf(piece.draw(0, 0)))[1]).toContain('Basra');
  });

  it('stands in a sidebar in the sidebar’s style', () => {
    const text = `::::sidebar\nOne.\n\n${passage('lang=ar', 'نص.')}\n::::`;
    const sidebar = prepared(storyOf('en', text)).inserts[0]!;
    const height = sidebar.heightAt(1, WIDTH);
    const runs = runsIn(sidebar.draw({ x: 0, y: 0, width: WIDTH, height }, false));
    expect(runs.map(run => run.face.family)).toEqual(['barlow-condensed', 'cairo']);
    expect(rightOf(runs[1]!)).toBeCloseTo(WIDTH - setter.layout.module.sidebarPadding);
    expect(Math.max(...runs.map(run => run.y))).toBeLessThan(height);
  });
});

describe('verses', () => {
  const VERSE = 'One line,  \nanother line,  \nand a third.';

  it('keep their lines', () => {
    expect(lines('en', passage('align=start', VERSE))).toEqual([
      'One line,',
      'another line,',
      'and a third. ■',
    ]);
  });

  it.each(['en', 'ar'])('stand in the middle, at their start or at their end (%s)', lang => {
    const text = lang === 'en' ? VERSE : 'بيت أول  \nوبيت ثانٍ أطول';
    const gaps = (align: string): [number, number][] =>
      body(lang, passage(`align=${align}`, text)).map(piece => {
        const { left, right } = extentOf(piece.draw(0, 0));
        return lang === 'en' ? [left, WIDTH - right] : [WIDTH - right, left];
      });
    for (const [start, end] of gaps('center')) expect(start).toBeCloseTo(end, 3);
    for (const [start] of gaps('start')) expect(start).toBeCloseTo(0, 3);
    for (const [, end] of gaps('end')) expect(end).toBeCloseTo(0, 3);
  });

  it('have an empty line between them and are not set in', () => {
    const found = body('en', passage('align=start', `${VERSE}\n\n${VERSE}`));
    expect(found.map(piece => piece.before)).toEqual([0, 0, 0, 12, 0, 0]);
    expect(extentOf(found[3]!.draw(0, 0)).left).toBeCloseTo(0, 3);
  });

  it('are justified where that is asked for, but for lines that are ended', () => {
    const [first, second] = body('en', passage('align=justify', `Short,  \n${prose(20, 'en')}`));
    expect(extentOf(first!.draw(0, 0)).right).toBeLessThan(WIDTH / 2);
    expect(extentOf(second!.draw(0, 0)).right).toBeCloseTo(WIDTH, 0);
  });
});

describe('room round a passage', () => {
  it('is a line where all lines keep step', () => {
    const found = body('en', `One.\n\n${passage('lang=fr', 'Deux.\n\nTrois.')}\n\nFour.\n\nFive.`);
    expect(found.map(piece => piece.before)).toEqual([0, 12, 0, 12, 0]);
  });

  it('is half a line where the passage has another leading', () => {
    const found = body('en', `One.\n\n${passage('lang=ar', 'نص.')}\n\nFour.`);
    expect(found.map(piece => piece.before)).toEqual([0, 6, 6]);
  });

  it('is none under a subhead, and a passage never opens a column with it', () => {
    const found = body('en', `## Sub\n\n${passage('lang=ar', 'نص.')}\n\nFour.`);
    expect(found[1]!.before).toBe(0);
    expect(body('en', passage('lang=ar', 'نص.'))[0]!.before).toBe(0);
  });

  it('parts two passages that follow one another', () => {
    const found = body('en', `${passage('lang=fr', 'Un.')}\n\n${passage('lang=ku', 'Du.')}`);
    expect(found.map(piece => piece.before)).toEqual([0, 12]);
  });

  it('takes the place of the indent', () => {
    const found = body('en', `One.\n\n${passage('lang=fr', 'Deux.\n\nTrois.')}\n\nFour.\n\nFive.`);
    const indents = found.map(piece => Math.round(extentOf(piece.draw(0, 0)).left) > 5);
    expect(indents).toEqual([false, false, true, false, true]);
  });
});

describe('the grid', () => {
  const mixed = (story: 'ar' | 'en', other: 'ar' | 'en', count: number): readonly Piece[] =>
    body(
      story,
      `${prose(60, story)}\n\n${passage(`lang=${other}`, prose(count, other, 3))}\n\n${prose(90, story, 5)}`,
    );

  it.each([
    ['en', 'ar'],
    ['ar', 'en'],
  ] as const)('holds every line, and the text of %s after a passage in %s keeps step', (story, other) => {
    const { leading } = setter.style('body', story);
    for (let count = 3; count < 40; count += 4) {
      const column = { x: 0, top: 9, bottom: Number.POSITIVE_INFINITY };
      let left = false;
      pour(mixed(story, other, count), [column], ({ piece, y }) => {
        const [run] = runsIn(piece.draw(0, y));
        expect(run!.y % grid).toBeCloseTo(0);
        if (run!.lang === other) left = true;
        else expect((y - column.top) % leading).toBeCloseTo(0);
      });
      expect(left).toBe(true);
    }
  });

  it.each([
    ['en', 'ar'],
    ['ar', 'en'],
  ] as const)('lets a module of %s with a passage in %s lose nothing', (story, other) => {
    const { leading } = setter.style('body', story);
    for (let count = 5; count < 60; count += 9) {
      const pieces = mixed(story, other, count);
      const columns = { count: 3, columnWidth: WIDTH, gutter: 17, direction: 'ltr' as const, x: 0 };
      const content = {
        story: 's',
        head: undefined,
        under: columns.count,
        pieces,
        inserts: [],
        leading,
        columns,
        jumpHeight: leading,
      };
      const layout = layWholeModule(content, 2000, 1)!;
      const placed: Piece[] = [];
      const rest = pour(pieces, layout.slots, ({ piece, y, x }) => {
        placed.push(piece);
        const slot = layout.slots.find(item => item.x === x)!;
        expect(y + piece.height).toBeLessThanOrEqual(slot.bottom + 0.01);
      });
      expect(rest).toEqual([]);
      expect(placed).toEqual(pieces);
    }
  });
});
