/** What the flatplan says of one module, or of the picture over a page's text: as set in, plain values out. Points. */

import type { HeadlineFit } from '../../flow/head.js';
import type { PreparedStory } from '../../flow/prepare.js';
import type { Extent } from '../../frame/extent.js';
import type { Item } from '../../frame/frame.js';
import type { Layout } from '../../manifest/layout.js';
import type { Area } from '../geometry.js';
import type { SetModule, SetPage } from '../set-page.js';
import { blanksIn } from './blank.js';
import type { PlannedModule, PlannedPicture, StoryPages } from './flatplan.js';

/** The picture over a page's text is one of its story's first module, or alone in one without lines where the text stands elsewhere. */
export function withOpener(
  modules: readonly PlannedModule[],
  opener: SetPage['opener'],
  { columns: { count: columns }, grid: leading }: Layout,
): readonly PlannedModule[] {
  if (opener === undefined) return modules;
  const { file, area, shown, kind: over, story } = opener;
  const picture: PlannedPicture = { file, columns, place: 'top', over, shown, area };
  const at = modules.findIndex(module => module.story === story.id);
  if (at >= 0) return modules.with(at, { ...modules[at]!, pictures: [picture, ...modules[at]!.pictures] });
  const alone: PlannedModule = {
    story: story.id,
    lang: story.lang,
    direction: story.direction,
    area,
    columnTop: area.y + area.height,
    columns,
    lines: 0,
    leading,
    headline: undefined,
    pictures: [picture],
    from: undefined,
    to: undefined,
    blanks: [],
  };
  return [alone, ...modules];
}

/** The stories of a module: one, or briefs one after another, the first of which stands for the room of all. */
export function planModule(
  { stories, content, layout }: SetModule,
  y: number,
  page: number,
  items: readonly Item[],
  extents: readonly Extent[],
  storyPages: StoryPages,
): PlannedModule[] {
  const [{ story, leading }] = stories as readonly [PreparedStory];
  const { height } = layout;
  const isStream = stories.length > 1;
  const continued = !isStream && content.head === undefined;
  const { x, columnWidth, gutter, count: columns } = content.columns;
  const area = { x, y, width: columns * (columnWidth + gutter) - gutter, height };
  const top = y + (content.head?.height ?? 0);
  const inserts = layout.inserts.map(placed => ({
    placed,
    area: { x: placed.x, y: y + placed.y, width: placed.width, height: placed.height },
  }));
  const pages = storyPages.get(story.id) ?? [];
  const room = {
    columns: Array.from({ length: columns }, (_, index) => x + index * (columnWidth + gutter)),
    columnWidth,
    top,
    bottom: y + height,
    leading,
    taken: inserts.map(insert => insert.area),
  };
  const first: PlannedModule = {
    story: story.id,
    lang: story.lang,
    direction: story.direction,
    area,
    columnTop: top,
    columns,
    lines: Math.floor((room.bottom - top) / leading + 1e-6),
    leading,
    headline: isStream ? BRIEF : content.head?.headline,
    pictures: inserts.flatMap(({ placed, area: place }): PlannedPicture[] => {
      const { picture } = placed.insert;
      if (picture === undefined) return [];
      const { file } = picture;
      const span = Math.round((placed.width + gutter) / (columnWidth + gutter));
      const shown = shownOf(items, file, place);
      const at = placed.atFoot ? 'bottom' : 'top';
      return [{ file, columns: span, place: at, over: undefined, shown, area: place }];
    }),
    from: continued ? pages.findLast(other => other < page) : undefined,
    to: pages.find(other => other > page),
    blanks: blanksIn(room, extents),
  };
  const others = stories.slice(1).map(({ story: { id, lang, direction } }): PlannedModule => {
    return { ...first, story: id, lang, direction, pictures: [], blanks: [] };
  });
  return [first, ...others];
}

/** The heads of briefs in one stream. */
const BRIEF: HeadlineFit = { weight: 'brief', scale: 1, limit: undefined };

/** The share of a picture that the page shows at a place. */
function shownOf(items: readonly Item[], file: string, { x, y, width, height }: Area): number {
  for (const item of items) {
    if (item.kind === 'group' && item.role === 'figure') {
      const inside = shownOf(item.items, file, { x: x - item.x, y: y - item.y, width, height });
      if (inside < 1) return inside;
    }
    if (item.kind !== 'picture' || item.file !== file) continue;
    const here = item.x >= x - 1 && item.x < x + width && item.y >= y - 1 && item.y < y + height;
    if (here) return item.crop.width * item.crop.height;
  }
  return 1;
}
