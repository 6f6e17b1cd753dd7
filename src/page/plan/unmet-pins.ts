/** Pins that were not met, and why: a story, its parts on their pages and what stands there beside it in; unmet wishes out. */

import type { Story } from '../../story/story.js';
import type { PageReport, PlannedModule } from './flatplan.js';
import type { UnmetWish } from './wishes.js';

/** What of a pin was not met; its columns are told with those that a story asks for itself. */
export type PinWish = 'page' | 'place' | 'head';

type Part = PlannedModule & { readonly page: number };

/** From the page's edge so much is as good as at it, in points: less than any line of text. */
const NEAR = 8;
/** A headline within so much of the size asked for has it. */
const SAME_SIZE = 0.015;

/** What stands round a pinned story. */
export interface PinSurroundings {
  readonly parts: readonly Part[];
  readonly pages: readonly PageReport[];
  /** Pages of the issue. */
  readonly last: number;
  /** By the ids of stories. */
  readonly pins: ReadonlyMap<string, Story['pin']>;
}

/** Nothing for a story that found no room: that is told elsewhere. */
export function unmetPins({ id, pin }: Pick<Story, 'id' | 'pin'>, around: PinSurroundings): UnmetWish[] {
  const first = around.parts.find(part => part.headline !== undefined) ?? around.parts[0];
  if (pin === undefined || first === undefined) return [];
  return [
    ...unmetPage(id, pin.page, first, around),
    ...unmetPlace(pin.place, first, around),
    ...unmetHead(pin.head, first),
  ];
}

function unmetPage(
  id: string,
  wanted: number | undefined,
  { page }: Part,
  { pages, last }: PinSurroundings,
): UnmetWish[] {
  if (wanted === undefined || wanted === page) return [];
  const there = pages.find(report => report.page === wanted)?.stories.filter(story => story !== id) ?? [];
  const names = there.map(story => `“${story}”`).join(', ');
  const why =
    wanted > last
      ? `the issue has ${last} pages`
      : there.length === 0
        ? `nothing else was found that fills the pages up to it`
        : `no pages as full were found with it beside ${names} there`;
  const hint = there.length === 0 ? undefined : 'Pin one of them to another page, or give “plan” entries.';
  return [{ wish: 'page', page, wanted: `page ${wanted}`, got: `page ${page}`, why, hint }];
}

function unmetPlace(
  wanted: 'top' | 'bottom' | undefined,
  part: Part,
  { pages, pins }: PinSurroundings,
): UnmetWish[] {
  const report = pages.find(({ page }) => page === part.page);
  if (wanted === undefined || report === undefined || stands(part, wanted, report)) return [];
  const { modules } = report;
  const other = modules.find(module => module.story !== part.story && stands(module, wanted, report));
  const over = part.pictures.some(picture => picture.over !== undefined);
  const [why, hint] =
    other === undefined || over
      ? [over ? 'its picture stands over all text there' : 'the page has room to spare there']
      : whyPlace(other, pins.get(other.story)?.place === wanted);
  const got = stands(part, wanted === 'top' ? 'bottom' : 'top', report)
    ? `the ${wanted === 'top' ? 'bottom' : 'top'}`
    : 'the middle';
  return [{ wish: 'place', page: part.page, wanted: `the ${wanted} of the page`, got, why, hint }];
}

/** Why another story stands where one should, and what would help. */
function whyPlace({ story, from }: PlannedModule, isPinned: boolean): readonly [string, string] {
  if (from !== undefined) return [`“${story}” goes on there`, `Shorten “${story}” until one page holds it.`];
  if (isPinned) return [`“${story}” is pinned there too`, 'Pin one of the two to another place or page.'];
  const hint = `Pin “${story}” to another page, or shorten one of the two.`;
  return [`“${story}” stands there in all orders of the stories that were tried`, hint];
}

/** True of a module at the upper or lower edge of its page's body. */
function stands({ area }: PlannedModule, place: 'top' | 'bottom', { body, modules }: PageReport): boolean {
  if (place === 'top') return area.y <= body.y + NEAR;
  const foot = Math.max(...modules.map(module => module.area.y + module.area.height));
  return area.y + area.height >= Math.min(foot, body.y + body.height) - NEAR;
}

function unmetHead(wanted: number | undefined, { page, headline, columns }: Part): UnmetWish[] {
  if (wanted === undefined || headline === undefined) return [];
  const { scale, limit, weight } = headline;
  if (Math.abs(scale - wanted) <= SAME_SIZE) return [];
  const across = `${columns} column${columns === 1 ? '' : 's'}`;
  const why =
    limit === 'word'
      ? `its longest word would be wider than ${across}`
      : `it would take more lines than a ${weight} head may in ${across}`;
  const percent = (size: number): string => `${Math.round(size * 100)} % of its size`;
  const hint = 'Pin it to more columns, or shorten the headline.';
  return [{ wish: 'head', page, wanted: percent(wanted), got: percent(scale), why, hint }];
}
