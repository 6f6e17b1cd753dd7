/** Heads of stories over modules of different widths. */

import { describe, expect, it } from 'vitest';
import { setHead } from '../../src/flow/head.js';
import type { Item } from '../../src/frame/frame.js';
import type { Story, Weight } from '../../src/story/story.js';
import { prose, textOf } from '../support/newspaper.js';
import { extentOf, rich, runsIn, setter, storyOf } from '../support/setting.js';

const { columnWidth, columns } = setter.layout;
const widthOf = (span: number): number => span * columnWidth + (span - 1) * columns.gutter;

function head(story: Partial<Story>, weight: Weight, span: number, deckInHead = true, lang = 'en') {
  const set = setHead(storyOf(lang, '', story), weight, widthOf(span), deckInHead, setter);
  const items = set.draw(0, 0, set.height);
  const part = (role: string): Item[] => items.filter(item => item.kind === 'group' && item.role === role);
  const lines = new Map<number, string>();
  for (const run of runsIn(part('headline'))) lines.set(run.y, `${lines.get(run.y) ?? ''}${textOf(run)}`);
  return {
    height: set.height,
    items,
    part,
    lines: [...lines.values()],
    size: runsIn(part('headline'))[0]!.size,
  };
}

describe('headlines', () => {
  const SIZE = setter.style('headline-lead', 'en').size;

  it('have the size of their weight where they fit', () => {
    expect(head({ headline: rich('Short') }, 'lead', 4).size).toBe(SIZE);
  });

  it('shrink until they take few enough lines', () => {
    const { size, lines } = head({ headline: rich(prose(12, 'en').trim()) }, 'lead', 4);
    expect(size).toBeLessThan(SIZE);
    expect(lines.length).toBeLessThanOrEqual(2);
  });

  it('shrink step by step, never growing again as they get longer', () => {
    const sizes = [2, 4, 6, 8, 10, 12, 14].map(
      words => head({ headline: rich('measure '.repeat(words).trim()) }, 'lead', 4).size,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it.each(['lead', 'major', 'normal', 'brief'] as const)('tear no word of a %s in one column', weight => {
    const words = ['considerable', 'newspaper', 'measurement'];
    const { lines } = head({ headline: rich(words.join(' ')) }, weight, 1);
    expect(lines.join(' ').split(/\s+/)).toEqual(words);
  });

  it('tear no word where a language is marked at its end', () => {
    const { size, lines } = head({ headline: rich('A word :ar[كلمة] and more') }, 'major', 4);
    expect(lines).toHaveLength(1);
    expect(size).toBeGreaterThan(setter.style('headline-major', 'en').size * 0.99);
  });

  it.each(['en', 'ar'])('stay in their module (%s)', lang => {
    for (const span of [1, 2, 4]) {
      const { items } = head(
        { headline: rich(prose(9, lang === 'ar' ? 'ar' : 'en').trim()) },
        'normal',
        span,
        true,
        lang,
      );
      expect(extentOf(items).left).toBeGreaterThanOrEqual(-1);
      expect(extentOf(items).right).toBeLessThanOrEqual(widthOf(span) + 1);
    }
  });

  it('begin at the right in a right-to-left story', () => {
    const { items } = head({ headline: rich('عنوان') }, 'normal', 4, true, 'ar');
    expect(extentOf(items).right).toBeCloseTo(widthOf(4), 0);
  });
});

describe('the parts of a head', () => {
  const FULL = { kicker: rich('Memory'), deck: rich('A deck.'), byline: rich('By N.') };
  const roles = (deckInHead: boolean): string[] =>
    head(FULL, 'normal', 2, deckInHead).items.map(item => (item.kind === 'group' ? String(item.role) : ''));

  it('are kicker, headline, deck and byline, top down', () => {
    expect(roles(true)).toEqual(['kicker', 'headline', 'deck', 'byline']);
    const baselines = head(FULL, 'normal', 2).items.map(item => runsIn([item])[0]!.y);
    expect(baselines).toEqual([...baselines].sort((a, b) => a - b));
  });

  it('leave deck and byline to the first column where they are told to', () => {
    expect(roles(false)).toEqual(['kicker', 'headline']);
  });

  it.each(['en', 'ar'])('have the byline as near the text wherever that begins (%s)', lang => {
    const { byline } = FULL;
    const under = [{ byline }, { byline, deck: FULL.deck }].flatMap(parts =>
      (['lead', 'major', 'brief'] as const).flatMap(weight =>
        [0, 3, 12].map(more => {
          const set = setHead(storyOf(lang, '', parts), weight, widthOf(3), true, setter);
          const items = set.draw(0, 0, set.height + more);
          return set.height + more - runsIn(items.slice(-1))[0]!.y;
        }),
      ),
    );
    for (const distance of under) expect(distance).toBeCloseTo(under[0]!, 6);
  });

  it('have their headline where it is though the text begins lower', () => {
    const set = setHead(storyOf('en', '', FULL), 'major', widthOf(3), true, setter);
    const baselines = (more: number): number[] =>
      set.draw(0, 0, set.height + more).map(item => runsIn([item])[0]!.y);
    expect(baselines(9).slice(0, -1)).toEqual(baselines(0).slice(0, -1));
    const bare = setHead(storyOf('en', '', {}), 'major', widthOf(3), true, setter);
    expect(bare.draw(0, 0, bare.height + 9)).toEqual(bare.draw(0, 0, bare.height));
  });

  it('are whole grid steps high', () => {
    expect(head(FULL, 'lead', 3).height % setter.layout.grid).toBe(0);
  });
});
