/** Problem spots: what is marked on a proof, where, and how severely. */

import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/frame/frame.js';
import { reportText } from '../../src/frame/text-report.js';
import type { MadeEdition } from '../../src/page/pages.js';
import type { Gallery } from '../../src/picture/gallery.js';
import { problemSpots } from '../../src/proof/spots.js';
import { setText, story } from '../support/issue.js';
import { area, BODY, oversetReport, pageReport, plannedModule } from '../support/plan.js';

const LIMITS = { error: 100, warning: 150 };
const NO_PICTURES: Gallery = { pictures: new Map(), troubles: new Map() };

function page(number: number, items: Page['items'] = []): Page {
  return { number, label: String(number), width: 500, height: 700, items };
}

function made(rest: Partial<MadeEdition>): MadeEdition {
  const edition = {
    title: 'T',
    lang: 'en',
    binding: 'left',
    date: '2021-05-01',
    bleed: 0,
    pages: [page(1), page(2)],
  } as const;
  return {
    edition,
    pages: [],
    overset: [],
    stories: [],
    fit: { short: 0, fewer: undefined },
    layoutOf: () => {
      throw new Error('spots need no layout');
    },
    ...rest,
  };
}

describe('blank room', () => {
  it('of one line is nothing to look at, of neighbours it is one spot', () => {
    const column = (index: number, lines: number) => ({
      ...area(BODY.x + index * 110, BODY.y + 300 - lines * 12, 100, lines * 12),
      lines,
    });
    const blanks = [column(0, 3), column(1, 3), column(2, 1), column(3, 3)];
    const modules = [plannedModule('a', [0, 4], [0, 300], { blanks })];
    const spots = problemSpots(made({ pages: [pageReport(1, modules)] }), NO_PICTURES, LIMITS);
    expect(spots).toMatchObject([
      { page: 1, kind: 'blank', severe: false, label: 'blank: 3 lines', area: area(BODY.x, 314, 210, 36) },
      { page: 1, kind: 'blank', area: area(BODY.x + 330, 314, 100, 36) },
    ]);
  });

  it('of an empty page is one spot too', () => {
    const foot = [0, 1, 2, 3].map(index => ({ ...area(BODY.x + index * 110, 350, 100, 300), lines: 25 }));
    const spots = problemSpots(made({ pages: [pageReport(2, [], { blanks: foot })] }), NO_PICTURES, LIMITS);
    expect(spots).toMatchObject([{ page: 2, label: 'empty', area: area(BODY.x, 350, 430, 300) }]);
  });
});

describe('pictures', () => {
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const shown = (width: number, crop = whole): string[] => {
    const item = { kind: 'picture', ...area(10, 20, 144, 72), file: 'a.jpg', crop } as const;
    const group = {
      kind: 'group',
      x: 100,
      y: 0,
      role: 'figure',
      story: 'a',
      alt: undefined,
      items: [item],
    } as const;
    const source = { file: 'a.jpg', kind: 'raster', width, height: width / 2 } as const;
    const gallery: Gallery = {
      pictures: new Map([
        ['a.jpg', { ...source, vector: undefined, unsupported: undefined, untaggedInks: false }],
      ]),
      troubles: new Map(),
    };
    const edition = { ...made({}).edition, pages: [page(1, [group])] };
    return problemSpots(made({ edition }), gallery, LIMITS).map(
      spot => `${spot.label}${spot.severe ? '!' : ''} at ${spot.area.x}`,
    );
  };

  it.each([
    [300, []],
    [280, ['140 pixels an inch at 110']],
    [190, ['95 pixels an inch! at 110']],
  ])('%i pixels over two inches', (width, wanted) => {
    expect(shown(width)).toEqual(wanted);
  });

  it('only the pixels that a crop shows count', () => {
    expect(shown(400, { x: 0, y: 0, width: 0.5, height: 1 })).toEqual(['100 pixels an inch at 110']);
  });
});

it('every line with wide word spaces is marked, as many as the report counts', async () => {
  const set = await setText({
    stories: {
      a: story('en', 900, 1),
      b: story('ar', 700, 2),
    },
    layout: [[/mostSpace: 1\.[57]/g, 'mostSpace: 4']],
  });
  const spots = problemSpots(set.made, set.gallery, LIMITS).filter(spot => spot.kind === 'line');
  const counts = reportText(set.made.edition);
  const sum = (key: 'over2' | 'over3'): number => counts.reduce((total, count) => total + count[key], 0);
  expect(sum('over2')).toBeGreaterThan(0);
  expect(spots).toHaveLength(sum('over2'));
  expect(spots.filter(spot => spot.severe)).toHaveLength(sum('over3'));
  for (const { label, area: place } of spots) {
    expect(label).toMatch(/^\d+\.\d×$/);
    expect(place.width).toBeLessThan(set.manifest.layout.columnWidth + 1);
  }
});

it('a word divided where it should not be is marked', async () => {
  const set = await setText({
    stories: { a: `---\nlang: en\nheadline: A word\n---\nThis is ${'W'.repeat(60)} and so on.\n` },
  });
  const torn = problemSpots(set.made, set.gallery, LIMITS).filter(spot => spot.label === 'torn');
  expect(torn.length).toBeGreaterThan(0);
  expect(torn[0]).toMatchObject({ page: 1, kind: 'line', severe: true });
});

describe('text without room', () => {
  const lost = [oversetReport('a')];

  it('is marked at the foot of the column in which its story breaks off', () => {
    const modules = [plannedModule('a', [0, 4], [0, 600])];
    const [spot] = problemSpots(
      made({ pages: [pageReport(1, modules)], overset: lost }),
      NO_PICTURES,
      LIMITS,
    );
    expect(spot).toEqual({
      page: 1,
      kind: 'overset',
      severe: true,
      label: 'overset: 40 lines of a',
      area: area(BODY.x + 322.5, BODY.y + 564, 107.5, 36),
    });
  });

  it('of a story from right to left that is the column on the left', () => {
    const modules = [plannedModule('a', [0, 4], [0, 600], { direction: 'rtl' })];
    const [spot] = problemSpots(
      made({ pages: [pageReport(1, modules)], overset: lost }),
      NO_PICTURES,
      LIMITS,
    );
    expect(spot!.area.x).toBe(BODY.x);
  });

  it('of a story that stands nowhere is marked at the foot of its last page', () => {
    const stories = [
      {
        story: 'a',
        wished: { pages: { first: 1, last: 1 }, weight: undefined, columns: undefined, pin: undefined },
        pages: [],
        weight: undefined,
        headlineScale: undefined,
        columns: [],
        pictures: [],
        unmet: [],
      },
    ];
    expect(problemSpots(made({ overset: lost, stories }), NO_PICTURES, LIMITS)[0]).toMatchObject({ page: 1 });
    expect(problemSpots(made({ overset: lost }), NO_PICTURES, LIMITS)[0]).toMatchObject({
      page: 2,
      area: area(0, 676, 500, 24),
    });
  });
});
