/** Made-up page reports: stories with columns and lines in, modules and pages as the flatplan holds them out. */

import type { Area } from '../../src/page/geometry.js';
import type { PageReport, PlannedModule, PlannedPicture } from '../../src/page/plan/flatplan.js';
import type { OversetReport } from '../../src/page/plan/overset.js';

/** The body of every made-up page: four columns of 100 points with gutters of 10, 600 high. */
export const BODY: Area = { x: 30, y: 50, width: 430, height: 600 };

export function area(x: number, y: number, width: number, height: number): Area {
  return { x, y, width, height };
}

/** A module of `columns` columns from column `first` on, between two heights of the body (0 to 600). */
export function plannedModule(
  story: string,
  [first, columns]: readonly [number, number],
  [top, bottom]: readonly [number, number],
  rest: Partial<PlannedModule> = {},
): PlannedModule {
  const headline = { weight: 'normal', scale: 1, limit: undefined } as const;
  return {
    story,
    lang: 'en',
    direction: 'ltr',
    area: area(BODY.x + first * 110, BODY.y + top, columns * 110 - 10, bottom - top),
    columnTop: BODY.y + top + 30,
    columns,
    lines: Math.floor((bottom - top - 30) / 12),
    leading: 12,
    headline,
    pictures: [],
    from: undefined,
    to: undefined,
    blanks: [],
    ...rest,
  };
}

export function plannedPicture(file: string, columns: number, place: Area, shown = 1): PlannedPicture {
  return { file, columns, place: 'top', over: undefined, shown, area: place };
}

export function pageReport(
  page: number,
  modules: readonly PlannedModule[],
  rest: Partial<PageReport> = {},
): PageReport {
  return {
    page,
    section: undefined,
    template: 'inside',
    columns: 4,
    stories: modules.map(module => module.story),
    fill: 1,
    full: true,
    blankLines: 0,
    fillable: undefined,
    body: BODY,
    modules,
    blanks: [],
    ...rest,
  };
}

/** Forty lines of a story that found no room on page 2. */
export function oversetReport(story: string, rest: Partial<OversetReport> = {}): OversetReport {
  const pages = { first: 2, last: 2 };
  return { story, lines: 40, words: 310, pages, enough: undefined, inTheWay: undefined, ...rest };
}
