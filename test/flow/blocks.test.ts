/** Blocks of stories as pieces of a 170-point column. */

import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/frame/frame.js';
import { prose } from '../support/newspaper.js';
import { extentOf, prepared, raster, rich, runsIn, setter, storyOf, wordsOf } from '../support/setting.js';

const WIDTH = setter.layout.columnWidth;

/** What each piece draws at x 0, top down. */
function drawn(
  lang: string,
  body: string,
  head = {},
): { items: readonly Item[]; role: string; height: number }[] {
  return prepared(storyOf(lang, body, head)).body.map(piece => ({
    items: piece.draw(0, 0),
    role: piece.role,
    height: piece.height,
  }));
}

const lines = (lang: string, body: string, head = {}): string[] =>
  drawn(lang, body, head).map(({ items }) => wordsOf(items).replaceAll('\u00a0', ' '));
const keeps = (body: string): string =>
  prepared(storyOf('en', body))
    .body.map(piece => `${piece.role[0]}${piece.mayEndColumn ? '|' : ''}`)
    .join('');

describe('keep rules of text', () => {
  it('keep two lines at both ends of a paragraph', () => {
    expect(keeps(prose(30, 'en'))).toMatch(/^pp\|(p\|)*pp\|$/);
  });

  it('keep a subhead with two lines of what follows', () => {
    expect(keeps(`## Sub\n\n${prose(40, 'en')}`)).toMatch(/^spp\|/);
    expect(keeps('## Sub\n\nOne line.\n\nAnother line.')).toBe('spp|');
    expect(keeps('## Sub\n\n1. One line.\n2. Another line.')).toBe('sll|');
  });

  it('keep a question in bold with two lines of its answer', () => {
    expect(keeps(`${prose(9, 'en')}\n\n**Why?**\n\n${prose(40, 'en')}`)).toMatch(/^pp\|ppp\|/);
    expect(keeps('**Why?**\n\nThus.\n\nAnd so.')).toBe('ppp|');
    expect(keeps(`**Who are you, and why** *have* **you come?**\n\n${prose(9, 'en')}`)).toMatch(/^p\|pp\|$/);
  });

  it('tie no text that is bold throughout', () => {
    expect(keeps('**One.**\n\n**Two.**\n\n**Three.**\n\nFour.')).toBe('p|p|pp|');
    expect(keeps('One.\n\n**Two.**')).toBe('p|p|');
  });

  it('let a story end with a line under a subhead', () => {
    expect(keeps('## Sub\n\nOne line.')).toBe('sp|');
  });
});

describe('numbered lists', () => {
  const LIST = '1. One\n2. Two';

  it('hang their numbers at the start of the column', () => {
    const [first] = drawn('en', LIST);
    expect(wordsOf(first!.items)).toBe('1.One');
    const [number, text] = runsIn(first!.items);
    expect(number!.x).toBe(0);
    expect(text!.x).toBeCloseTo(setter.style('list', 'en').size * 1.9);
  });

  it('hang them at the right in a right-to-left story', () => {
    const [first] = drawn('ar', '1. واحد\n2. اثنان');
    const runs = runsIn(first!.items).sort((a, b) => b.x - a.x);
    const text = runs.at(-1);
    expect(extentOf(runs).right).toBeCloseTo(WIDTH);
    expect(extentOf([text!]).right).toBeLessThanOrEqual(WIDTH - setter.style('list', 'ar').size * 1.9 + 0.01);
  });

  it.each([
    ['european', '12.'],
    ['arabic-indic', '١٢.'],
    ['persian', '۱۲.'],
  ] as const)('count in %s digits', (digits, number) => {
    const body = prepared(storyOf('ar', '12. نص'), [], digits).body;
    expect([...wordsOf(body[0]!.draw(0, 0))]).toEqual(expect.arrayContaining([...number]));
  });

  it('show numbers of any length whole, and clear of the text', () => {
    const [first] = drawn('en', '1984. It was a cold day.');
    expect(wordsOf(first!.items)).toContain('1984.');
    const [number, text] = runsIn(first!.items);
    expect(extentOf([number!]).right).toBeLessThan(text!.x);
  });

  it('set every line of an item in', () => {
    const items = drawn('en', `1. ${prose(30, 'en')}`);
    expect(items.length).toBeGreaterThan(3);
    for (const { items: line } of items.slice(1)) expect(extentOf(line).left).toBeCloseTo(18.05);
  });

  it('have bullets without numbers', () => {
    expect(lines('en', '- One\n- Two')).toEqual(['•One', '•Two ■']);
  });
});

describe('the end mark', () => {
  it('stands at the end of the last paragraph only', () => {
    expect(lines('en', 'One.\n\nTwo.')).toEqual(['One.', 'Two. ■']);
  });

  it('stands at the end of the text where a source follows', () => {
    expect(lines('en', 'One.\n\n::source[From a book.]')).toEqual(['One. ■', 'From a book.']);
  });

  it('is left out where there is no text', () => {
    expect(lines('en', '')).toEqual([]);
  });

  it('never stands alone on a line', () => {
    for (let words = 20; words < 60; words++)
      expect(lines('en', prose(words, 'en')).at(-1)).not.toMatch(/^\s*■/);
  });
});

describe('the dateline', () => {
  it('opens the first paragraph', () => {
    expect(lines('en', 'One.\n\nTwo.', { dateline: rich('Basra') })[0]).toBe('Basra — One.');
  });

  it('is bold', () => {
    const [place] = runsIn(drawn('en', 'One.', { dateline: rich('Basra') })[0]!.items);
    expect(place!.face.weight).toBeGreaterThan(400);
  });

  it('stands alone where the story has no paragraph', () => {
    expect(lines('en', '- One', { dateline: rich('Basra') })[0]).toBe('Basra');
  });
});

describe('quotes', () => {
  it('are one floating piece of whole lines between two rules', () => {
    const [quote] = prepared(
      storyOf('en', ':::pull\nA long enough pull quote to take several lines.\n:::'),
    ).body;
    expect(quote).toMatchObject({ floats: true, mayEndColumn: true, role: 'quote' });
    expect(quote!.height % 12).toBe(0);
    const items = quote!.draw(0, 100);
    const rules = items.flatMap(item => (item.kind === 'rule' ? [item.y1] : []));
    expect(rules).toHaveLength(2);
    for (const run of runsIn(items)) {
      expect(run.y).toBeGreaterThan(rules[0]!);
      expect(run.y).toBeLessThan(rules[1]!);
    }
  });
});

describe('sidebars', () => {
  const SIDEBAR = `:::sidebar{title="Box" columns=3}\n${prose(60, 'en')}\n:::`;
  const sidebar = prepared(storyOf('en', SIDEBAR)).inserts[0]!;

  it('ask for their columns and stand beside the text', () => {
    expect(sidebar.columns).toBe(3);
    expect(prepared(storyOf('en', SIDEBAR)).body).toEqual([]);
  });

  it.each([1, 2, 3])('set their text for the width they get: %i columns', span => {
    const width = span * WIDTH + (span - 1) * setter.layout.columns.gutter;
    const height = sidebar.heightAt(1, width);
    const items = sidebar.draw({ x: 0, y: 0, width, height }, false);
    const { sidebarPadding } = setter.layout.module;
    expect(extentOf(items).left).toBeGreaterThanOrEqual(sidebarPadding - 0.01);
    expect(extentOf(items).right).toBeLessThanOrEqual(width - sidebarPadding + 0.5);
    expect(Math.max(...runsIn(items).map(run => run.y))).toBeLessThan(height);
  });
});

describe('a story made ready', () => {
  it('keeps deck and byline for the first column', () => {
    const { opening } = prepared(storyOf('en', 'One.', { deck: rich('A deck.'), byline: rich('By N.') }));
    expect(opening).toHaveLength(1);
    expect(wordsOf(opening[0]!.draw(0, 0))).toBe('A deck.By N.');
    expect(opening[0]!.mayEndColumn).toBe(false);
  });

  it.each(['en', 'ar'])('has its byline as near the text under every deck (%s)', lang => {
    const words = prose(24, lang === 'ar' ? 'ar' : 'en')
      .trim()
      .split(' ');
    const under = [0, 2, 8, 14, 20].map(count => {
      const deck = count === 0 ? {} : { deck: rich(words.slice(0, count).join(' ')) };
      const { opening } = prepared(storyOf(lang, 'One.', { ...deck, byline: rich('NN') }));
      return opening[0]!.height - runsIn(opening[0]!.draw(0, 0)).at(-1)!.y;
    });
    for (const distance of under) expect(distance).toBeCloseTo(under[0]!, 6);
  });

  it('has no opening without them', () => {
    expect(prepared(storyOf('en', 'One.')).opening).toEqual([]);
  });

  it('takes no more columns for a picture than the page has', () => {
    const picture = {
      file: 'a',
      beside: [],
      caption: undefined,
      credit: undefined,
      alt: undefined,
      columns: 8,
      focus: [0.5, 0.5] as const,
      place: undefined,
      span: storyOf('en', '').span,
    };
    const story = storyOf('en', 'One.', { pictures: [picture] });
    expect(prepared(story, [raster('a', 800, 600)]).inserts.map(insert => insert.columns)).toEqual([4]);
  });
});
