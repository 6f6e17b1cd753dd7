/** What the editor wished and what became of it: stories and made-up pages in, unmet wishes with their reasons out. */

import { describe, expect, it } from 'vitest';
import type { PageReport } from '../../src/page/plan/flatplan.js';
import type { OversetReport } from '../../src/page/plan/overset.js';
import { planStories, type StoryPlan } from '../../src/page/plan/wishes.js';
import { plainRun } from '../../src/story/inline.js';
import type { Story, StoryPicture } from '../../src/story/story.js';
import { setWithProblems, story as storyFile } from '../support/issue.js';
import { area, BODY, oversetReport, pageReport, plannedModule, plannedPicture } from '../support/plan.js';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };

function story(id: string, wishes: Partial<Story> = {}): Story {
  return {
    id,
    lang: 'en',
    direction: 'ltr',
    section: undefined,
    weight: undefined,
    kind: undefined,
    fit: false,
    opening: undefined,
    columns: undefined,
    pin: undefined,
    kicker: undefined,
    headline: plainRun('A headline of forty letters, or nearly so', SPAN),
    deck: undefined,
    byline: undefined,
    dateline: undefined,
    pictures: [],
    blocks: [],
    span: SPAN,
    ...wishes,
  };
}

function picture(file: string, wishes: Partial<StoryPicture> = {}): StoryPicture {
  return {
    file: `issues/5/pictures/${file}`,
    beside: [],
    caption: undefined,
    credit: undefined,
    alt: undefined,
    columns: undefined,
    focus: [0.5, 0.5],
    place: undefined,
    span: SPAN,
    ...wishes,
  };
}

/** Plans of stories on a page of four columns; `plan` as in issue.yaml. */
function plansOf(
  stories: readonly Story[],
  pages: readonly PageReport[],
  overset: readonly OversetReport[] = [],
  plan?: readonly { readonly pages: { first: number; last: number }; readonly stories: string[] }[],
): StoryPlan[] {
  const others = plan === undefined ? stories.map(({ id }) => id) : [];
  const manifest = {
    issue: { plan },
    layout: { columns: { count: 4 } },
    unplanned: { first: 1, stories: others },
  };
  return planStories(stories, pages, overset, manifest as unknown as Parameters<typeof planStories>[3]);
}

/** Reasons of the first story: wanted | got | why | hint. */
function reasons(...given: Parameters<typeof plansOf>): string[] {
  return plansOf(...given)[0]!.unmet.map(({ wanted, got, why, hint }) =>
    [wanted, got, why, hint].join(' | '),
  );
}

const FULL_WIDTH = [0, 4] as const;

it('met wishes need no explaining', () => {
  const module = plannedModule('a', [0, 2], [0, 300], {
    headline: { weight: 'major', scale: 1, limit: undefined },
    pictures: [plannedPicture('issues/5/pictures/a.jpg', 2, area(BODY.x, 80, 210, 120), 0.8)],
  });
  const wishes = {
    weight: 'major',
    columns: 2,
    pictures: [picture('a.jpg', { columns: 2, place: 'top' })],
  } as const;
  const plan = [{ pages: { first: 2, last: 3 }, stories: ['a'] }];
  expect(plansOf([story('a', wishes)], [pageReport(3, [module])], [], plan)).toEqual([
    {
      story: 'a',
      wished: { pages: { first: 2, last: 3 }, weight: 'major', columns: 2, pin: undefined },
      pages: [3],
      weight: 'major',
      headlineScale: 1,
      columns: [2],
      pictures: [{ file: 'issues/5/pictures/a.jpg', wished: 2, placed: { columns: 2, page: 3, shown: 0.8 } }],
      unmet: [],
    },
  ]);
});

it('what was left open is no wish', () => {
  const module = plannedModule('a', FULL_WIDTH, [0, 300], {
    headline: { weight: 'lead', scale: 0.7, limit: 'lines' },
  });
  expect(reasons([story('a')], [pageReport(2, [module])])).toEqual([]);
});

describe('columns', () => {
  const wide = pageReport(2, [plannedModule('a', FULL_WIDTH, [0, 300])]);

  it('more than a page has', () => {
    expect(reasons([story('a', { columns: 6 })], [wide])).toEqual([
      '6 columns | 4 | a page has 4 columns | ',
    ]);
  });

  it('of a story that goes on over several pages', () => {
    const pages = [wide, pageReport(3, [plannedModule('a', FULL_WIDTH, [0, 90], { from: 2 })])];
    expect(reasons([story('a', { columns: 2 })], pages)).toEqual([
      '2 columns | 4 | it is parted over pages 2 and 3, and a part takes the whole width | Shorten it until one page holds it, or take “columns” out.',
    ]);
  });

  it('with nothing left to stand beside it', () => {
    expect(reasons([story('a', { columns: 3 })], [wide])).toEqual([
      '3 columns | 4 | no story comes after it on its pages that could stand beside it | Plan a story of 1 column after it.',
    ]);
  });

  it('where the story after it stands on other pages by the plan', () => {
    const plan = [
      { pages: { first: 2, last: 2 }, stories: ['a'] },
      { pages: { first: 3, last: 3 }, stories: ['b'] },
    ];
    const [first] = plansOf([story('a', { columns: 3 }), story('b')], [wide], [], plan);
    expect(first!.unmet[0]!.why).toMatch(/^no story comes after it/);
  });

  it('where a neighbour would have left the page less full', () => {
    expect(reasons([story('a', { columns: 1 }), story('b')], [wide])).toEqual([
      '1 column | 4 | no page as full was found with it in 1 column and “b” beside it | ',
    ]);
  });
});

describe('weight', () => {
  const withHead = (scale: number, limit: 'lines' | 'word', columns: number): PageReport =>
    pageReport(2, [
      plannedModule('a', [0, columns], [0, 300], { headline: { weight: 'lead', scale, limit } }),
    ]);

  it('a headline of too many lines, by how many letters', () => {
    expect(reasons([story('a', { weight: 'lead' })], [withHead(0.7, 'lines', 4)])).toEqual([
      'weight lead | 70 % of its size | at full size across 4 columns it takes more lines than a lead head may | About 13 letters fewer stand at full size.',
    ]);
  });

  it('a size that the press chose without need is no loss', () => {
    const headline = { weight: 'lead', scale: 0.9, limit: undefined } as const;
    const pages = [pageReport(2, [plannedModule('a', FULL_WIDTH, [0, 300], { headline })])];
    expect(reasons([story('a', { weight: 'lead' })], pages)).toEqual([]);
  });

  it('a word wider than the module', () => {
    expect(reasons([story('a', { weight: 'lead' })], [withHead(0.38, 'word', 1)])).toEqual([
      'weight lead | 38 % of its size | its longest word is wider than 1 column at full size | Choose a shorter word, or give the story more columns.',
    ]);
  });
});

describe('pictures', () => {
  it('wider than the module of their story', () => {
    const place = plannedPicture('issues/5/pictures/a.jpg', 1, area(BODY.x, 80, 100, 60));
    const pages = [pageReport(2, [plannedModule('a', [0, 1], [0, 300], { pictures: [place] })])];
    expect(reasons([story('a', { pictures: [picture('a.jpg', { columns: 3 })] })], pages)).toEqual([
      'a.jpg in 3 columns | 1 column | its story stands in 1 column here | “columns: 3” at the head of the story gives it the width.',
    ]);
  });

  it('wider by the plan than its story asks for', () => {
    const over = {
      ...plannedPicture('issues/5/pictures/a.jpg', 4, area(BODY.x, 80, 430, 60)),
      over: 'spread' as const,
    };
    const pages = [pageReport(2, [plannedModule('a', FULL_WIDTH, [0, 300], { pictures: [over] })])];
    expect(reasons([story('a', { pictures: [picture('a.jpg', { columns: 2 })] })], pages)).toEqual([
      'a.jpg in 2 columns | 4 columns | the plan runs it across two pages | Take “columns” out, or begin the entry with another story.',
    ]);
  });

  it('at another place than asked for', () => {
    const place = plannedPicture('issues/5/pictures/a.jpg', 1, area(BODY.x, 80, 100, 60));
    const pages = [pageReport(2, [plannedModule('a', FULL_WIDTH, [0, 300], { pictures: [place] })])];
    expect(reasons([story('a', { pictures: [picture('a.jpg', { place: 'bottom' })] })], pages)).toEqual([
      'a.jpg at the bottom | top | other pictures stand there | ',
    ]);
  });
});

describe('pages', () => {
  it('a story of which a part and a picture found no room', () => {
    const pages = [pageReport(2, [plannedModule('a', FULL_WIDTH, [0, 600])])];
    const plan = [{ pages: { first: 2, last: 2 }, stories: ['a'] }];
    const lost = [oversetReport('a')];
    expect(reasons([story('a', { pictures: [picture('a.jpg')] })], pages, lost, plan)).toEqual([
      'page 2 | room for a part | 40 lines (about 310 words) and 1 picture are too much | Cut about 310 words here or in a story before it.',
    ]);
  });

  it('a story that more pages would hold', () => {
    const lost = [oversetReport('a', { enough: 16 })];
    expect(plansOf([story('a')], [], lost)[0]!.unmet[0]!.hint).toBe(
      'Pages up to 16 would hold it; else cut about 310 words here or in a story before it.',
    );
  });

  it('a story that stands nowhere', () => {
    const lost = [oversetReport('a')];
    expect(plansOf([story('a')], [pageReport(2, [])], lost)[0]).toMatchObject({
      pages: [],
      weight: undefined,
      columns: [],
      unmet: [{ wish: 'pages', page: undefined, wanted: 'any page', got: 'no room' }],
    });
  });
});

it('of a set issue the plans agree with its pages', async () => {
  const { set } = await setWithProblems({
    stories: {
      long: storyFile('en', 2600, 1, 'columns: 2\nweight: lead\n'),
      short: storyFile('ar', 200, 3, 'columns: 1\n'),
    },
  });
  const [long, short] = set.made.stories;
  expect(long).toMatchObject({ story: 'long', weight: 'lead', pages: [1, 2] });
  expect(long!.unmet.map(({ wish }) => wish)).toEqual(
    long!.columns.every(count => count === 2) ? [] : ['columns'],
  );
  for (const plan of [long!, short!]) {
    const stood = set.made.pages.filter(page => page.stories.includes(plan.story)).map(page => page.page);
    expect(plan.pages).toEqual(stood);
  }
});
