/** The job ticket: one page with the facts and every page in small. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun, Item } from '../../src/frame/frame.js';
import { ticketOf } from '../../src/press/ticket.js';
import { textOf } from '../support/newspaper.js';
import { boundsOf, labels, numbered } from './support.js';

const [WIDTH, HEIGHT, MARGIN] = [210, 297, 15].map(mm => (mm * 72) / 25.4) as [number, number, number];

const TEXT = {
  title: 'حقيقة المقهورين / The Truth',
  subtitle: 'Issue 7, 2022-03-01',
  facts: [
    ['File', 'the-truth-7-print.pdf'],
    ['SHA-256', '0123456789abcdef'.repeat(4)],
    ['Contacts', 'example.org', 'editors@example.org'],
  ],
} as const;

function itemsOn(count: number, binding: 'left' | 'right' = 'left'): readonly Item[] {
  const { pages } = ticketOf(numbered(count, { binding }), TEXT, labels);
  expect(pages).toHaveLength(1);
  return pages[0]!.items;
}

const runsIn = (items: readonly Item[]): GlyphRun[] =>
  items.filter((item): item is GlyphRun => item.kind === 'glyphs');

/** The groups of the thumbnails. */
const thumbnails = (items: readonly Item[]) => items.filter(item => item.kind === 'group');

describe('a job ticket', () => {
  it('says what the job is', () => {
    const words = runsIn(itemsOn(4)).map(textOf).join('');
    for (const part of [
      'Job ticket',
      'The Truth',
      'Issue 7, 2022-03-01',
      'the-truth-7-print.pdf',
      'editors@example.org',
    ])
      expect(words).toContain(part);
  });

  it.each([4, 8, 12, 16, 32, 64, 128])(
    'shows all of %i pages, none over another, all on the sheet',
    count => {
      const items = itemsOn(count);
      const areas = thumbnails(items).map(({ x, y, clip }) => ({
        x,
        y,
        width: clip!.width,
        height: clip!.height,
      }));
      expect(areas).toHaveLength(count);
      const lowest = Math.max(
        ...runsIn(items)
          .filter(run => run.y < areas[0]!.y)
          .map(run => run.y),
      );
      for (const [index, { x, y, width, height }] of areas.entries()) {
        expect([x >= MARGIN - 0.01, x + width <= WIDTH - MARGIN + 0.01]).toEqual([true, true]);
        expect([y > lowest, y + height <= HEIGHT - MARGIN]).toEqual([true, true]);
        const others = areas.slice(index + 1);
        const over = others.filter(
          other =>
            x < other.x + other.width - 0.01 &&
            other.x < x + width - 0.01 &&
            y < other.y + other.height - 0.01 &&
            other.y < y + height - 0.01,
        );
        expect(over).toEqual([]);
      }
    },
  );

  it('runs from the binding side', () => {
    const places = (binding: 'left' | 'right'): number[] =>
      runsIn(itemsOn(6, binding))
        .filter(item => /^[123]$/.test(textOf(item)))
        .sort((a, b) => Number(textOf(a)) - Number(textOf(b)))
        .map(item => item.x);
    const rising = ([one, two, three]: number[]): boolean => one! < two! && two! < three!;
    expect(rising(places('left'))).toBe(true);
    expect(rising(places('right').reverse())).toBe(true);
  });

  it('keeps long facts on the sheet', () => {
    const facts = [['File', 'a-very-long-name-of-a-file-'.repeat(12)]] as const;
    const { pages } = ticketOf(numbered(4), { ...TEXT, facts }, labels);
    const right = Math.max(...runsIn(pages[0]!.items).map(run => boundsOf(run).right));
    expect(right).toBeLessThanOrEqual(WIDTH - MARGIN + 0.01);
  });
});
