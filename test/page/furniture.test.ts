/** What stands at fixed places: sides of pages, panels, the texts that the system writes. */

import { describe, expect, it } from 'vitest';
import type { PanelFile } from '../../src/manifest/schema-layout.js';
import { bodyArea, outerSide, typeArea } from '../../src/page/geometry.js';
import { drawPanel, type PanelPlace } from '../../src/page/panel.js';
import { extentOf, setter, wordsOf } from '../support/setting.js';

const { layout } = setter;

describe('the outer side of a page', () => {
  it.each([
    [1, 'left', 'right'],
    [2, 'left', 'left'],
    [1, 'right', 'left'],
    [2, 'right', 'right'],
  ] as const)('of page %i bound %s is the %s one', (page, binding, side) => {
    expect(outerSide(page, binding)).toBe(side);
  });
});

describe('the areas of a page', () => {
  const wide = { ...layout, margins: { ...layout.margins, inside: 50, outside: 20 } };

  it.each([
    [1, 'left', 50],
    [2, 'left', 20],
    [1, 'right', 20],
    [2, 'right', 50],
  ] as const)('begin on page %i bound %s at %i', (page, binding, x) => {
    expect(typeArea(wide, page, binding).x).toBe(x);
  });

  it('for modules go from grid line to grid line between page head and folio', () => {
    const type = typeArea(layout, 2, 'right');
    const body = bodyArea(layout, 2, 'right');
    expect(body.y % layout.grid).toBeCloseTo(0);
    expect(body.height % layout.grid).toBeCloseTo(0);
    expect(body.y).toBeGreaterThanOrEqual(type.y + layout.head.height);
    expect(body.y + body.height).toBeLessThanOrEqual(type.y + type.height - layout.folio.height + 0.01);
  });
});

describe('panels', () => {
  const place = (page: number, outer: 'left' | 'right' = 'left'): PanelPlace => ({
    area: { x: 100, y: 50, width: 400 },
    page,
    outer,
  });
  type Text = PanelFile['texts'][number];
  const text = (rules: Partial<Text>): PanelFile => ({
    height: 30,
    boxes: [],
    rules: [],
    texts: [
      {
        text: undefined,
        even: undefined,
        odd: undefined,
        lang: 'en',
        style: 'folio',
        at: 'left',
        x: 0,
        y: 20,
        ...rules,
      } as Text,
    ],
  });
  const fill = (name: string): string | undefined => ({ 'title.en': 'Proof', 'page.ar': '٧' })[name];
  const drawn = (panel: PanelFile, at = place(2)) => drawPanel(panel, at, fill, setter);

  it('fill placeholders in', () => {
    expect(wordsOf(drawn(text({ text: 'The {title.en}, {page.ar}' })))).toBe('The Proof, ٧');
  });

  it('leave out a text with a placeholder that stands for nothing', () => {
    expect(drawn(text({ text: '{title.en} {section.en}' }))).toEqual([]);
  });

  it.each([
    [2, 'Even'],
    [3, 'Odd'],
  ])('show on page %i what stands there: %s', (page, words) => {
    expect(wordsOf(drawn(text({ even: 'Even', odd: 'Odd' }), place(page)))).toBe(words);
  });

  it.each([
    ['left', 'left', 'left'],
    ['right', 'left', 'right'],
    ['outside', 'left', 'left'],
    ['outside', 'right', 'right'],
    ['inside', 'left', 'right'],
    ['inside', 'right', 'left'],
  ] as const)('set a text at the %s of a page with its outer side %s to the %s', (at, outer, side) => {
    const { left, right } = extentOf(drawn(text({ text: 'Folio', at, x: 10 }), place(2, outer)));
    if (side === 'left') expect(left).toBeCloseTo(110);
    else expect(right).toBeCloseTo(490);
  });

  it('set a text in the middle', () => {
    const { left, right } = extentOf(drawn(text({ text: 'Folio', at: 'center' })));
    expect((left + right) / 2).toBeCloseTo(300);
  });

  it('set right-to-left texts at the same edges', () => {
    expect(extentOf(drawn(text({ text: 'صفحة', lang: 'ar', at: 'right' }))).right).toBeCloseTo(500);
    expect(extentOf(drawn(text({ text: 'صفحة', lang: 'ar', at: 'left' }))).left).toBeCloseTo(100);
  });

  it('draw boxes from the side they name, and rules as wide as they are or the panel is', () => {
    const items = drawn({
      height: 30,
      boxes: [{ box: 'black', at: 'right', x: 10, y: 5, width: 40, height: 20 }],
      rules: [
        { rule: 1, ink: 'black', y: 3, x: 0 },
        { rule: 1, ink: 'black', y: 3, x: 20, width: 50 },
      ] as PanelFile['rules'],
      texts: [],
    });
    expect(items).toMatchObject([
      { kind: 'box', x: 450, y: 55, width: 40, height: 20 },
      { kind: 'rule', x1: 100, x2: 500, y1: 53 },
      { kind: 'rule', x1: 120, x2: 170 },
    ]);
  });
});
