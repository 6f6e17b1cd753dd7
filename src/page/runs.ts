/** The runs of an issue: the entries of its plan, then all other stories on all other pages, with what the rows of each are set in. */

import { headPieces } from '../flow/brief.js';
import type { Piece } from '../flow/piece.js';
import type { PreparedStory } from '../flow/prepare.js';
import type { TextSetter } from '../flow/setter.js';
import type { PageTemplate } from '../manifest/layout.js';
import type { Manifest } from '../manifest/manifest.js';
import type { PlanEntry } from '../manifest/schema-issue.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import type { EditionInput } from './edition.js';
import { bodyArea } from './geometry.js';
import type { Strip } from './imprint.js';
import { openerOf } from './opener.js';
import type { Run } from './run.js';
import type { RowContext } from './search/content.js';
import type { Templates } from './templates.js';
import type { SystemText } from './words.js';

/** What all pages of an edition are made with. */
export interface Tools {
  readonly setter: TextSetter;
  readonly words: SystemText;
  readonly templates: Templates;
  /** The imprint at the foot of the last page. */
  readonly strip: Strip | undefined;
}

/** Ids of the stories of each entry of a plan, and those of all others. */
export interface Allotment {
  readonly named: readonly (readonly string[])[];
  readonly others: readonly string[];
}

/** Each entry of the plan is a run; the stories that are in none are the last. */
export function runsOf(
  { manifest, stories, gallery }: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  tools: Tools,
  pageCount: number,
  { named, others }: Allotment,
): Run[] {
  const { issue, publication } = manifest;
  const { first, between } = manifest.unplanned;
  const rest = [...between, ...stretch({ first, last: pageCount })];
  const entries = [...(issue.plan ?? []), ...(others.length > 0 ? [undefined] : [])];
  return entries.map((entry, at) => {
    const { template, picture } = manifest.templateOf(entry);
    const contexts = new Map<number, RowContext>();
    const pages = entry === undefined ? rest : stretch(entry.pages);
    const contextOf = (page: number): RowContext => {
      const before = pages.findLast(other => other < page) ?? page - 1;
      const known = contexts.get(page);
      const context = known ?? rowContext(page, before, template, manifest, tools, page === pageCount);
      contexts.set(page, context);
      return context;
    };
    const ids = named[at] ?? others;
    return {
      pages,
      firstPage: pages[0] ?? first,
      stories: ids.map(id => prepared.get(id)!),
      states: publication.search,
      contextOf,
      opener: picture && openerOf(picture, stories.find(({ id }) => id === ids[0])!, gallery, manifest),
    };
  });
}

function stretch({ first, last }: PlanEntry['pages']): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** `before` is the page that a story may come from. */
function rowContext(
  page: number,
  before: number,
  template: PageTemplate,
  { publication }: Manifest,
  { templates, words, strip }: Tools,
  isLast: boolean,
): RowContext {
  const { layout } = template;
  const { setter, fillers } = templates.toolsOf(template);
  const heads = new Map<Story, readonly Piece[]>();
  const area = bodyArea(layout, page, publication.binding);
  const kept = strip === undefined || !isLast ? 0 : setter.onGrid(strip.height + layout.module.gap);
  return {
    setter,
    // An imprint longer than the page leaves one step, so that stories are reported as overset and nothing worse.
    area: { ...area, height: Math.max(layout.grid, area.height - kept) },
    lang: words.lang,
    direction: directionOf(words.lang),
    fillers,
    jumps: true,
    continuation: ({ story }) => {
      const kept = heads.get(story);
      if (kept !== undefined) return kept;
      const text = plainRun(words.phrase('from', before, story.lang), story.span);
      const small: Story = { ...story, kicker: text, deck: undefined, byline: undefined };
      const head = headPieces(small, layout.columnWidth, setter, before);
      heads.set(story, head);
      return head;
    },
  };
}
