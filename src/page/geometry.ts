/** Where things stand on a page: the layout and a page number in, the type area and the outer side out. Points. */

import type { Layout } from '../manifest/layout.js';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The side of the page away from the fold: odd pages lie across the fold from the binding. */
export function outerSide(page: number, binding: 'left' | 'right'): 'left' | 'right' {
  const odd = page % 2 === 1;
  return odd === (binding === 'left') ? 'right' : 'left';
}

/** Everything between the margins. */
export function typeArea(layout: Layout, page: number, binding: 'left' | 'right'): Area {
  const { sheet, margins } = layout;
  return {
    x: outerSide(page, binding) === 'left' ? margins.outside : margins.inside,
    y: margins.top,
    width: sheet.width - margins.inside - margins.outside,
    height: sheet.height - margins.top - margins.bottom,
  };
}

/** The room for modules: the type area less page head and folio, from grid line to grid line. */
export function bodyArea(layout: Layout, page: number, binding: 'left' | 'right'): Area {
  const area = typeArea(layout, page, binding);
  const top = Math.ceil((area.y + layout.head.height) / layout.grid) * layout.grid;
  const bottom = Math.floor((area.y + area.height - layout.folio.height) / layout.grid) * layout.grid;
  return { ...area, y: top, height: bottom - top };
}

/** Two pages as they lie open, from left to right; undefined where none lies. */
export type Spread = readonly [left: number | undefined, right: number | undefined];

/** Pages as a reader opens them: the first alone, then in pairs, an even number of pages leaves the last alone. */
export function spreadsOf(pageCount: number, binding: 'left' | 'right'): Spread[] {
  const spreads: Spread[] = [];
  for (let even = 0; even <= pageCount; even += 2) {
    const [first, second] = [even, even + 1].map(page => (page >= 1 && page <= pageCount ? page : undefined));
    spreads.push(binding === 'left' ? [first, second] : [second, first]);
  }
  return spreads;
}
