/** The runs of an issue: the entries of its plan, then all other stories as one, with what the rows of each page are set in. */

import { headPieces } from '../flow/brief.js';
import type { Piece } from '../flow/piece.js';
import type { PreparedStory } from '../flow/prepare.js';
import type { TextSetter } from '../flow/setter.js';
import type { PageTemplate } from '../manifest/layout.js';
import type { Manifest } from '../manifest/manifest.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import type { RowContext } from './content.js';
import type { EditionInput } from './edition.js';
import { bodyArea } from './geometry.js';
import type { Strip } from './imprint.js';
import { openerOf } from './opener.js';
import type { Run } from './run.js';
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

/** Each entry of the plan is a run; the stories that none names are the last. */
export function runsOf(
  { manifest, stories, gallery }: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  tools: Tools,
  pageCount: number,
): Run[] {
  const { issue, publication } = manifest;
  const { first, stories: others } = manifest.unplanned;
  const rest = { pages: { first, last: pageCount }, stories: others };
  const entries = [...(issue.plan ?? []), ...(others.length > 0 ? [undefined] : [])];
  return entries.map(entry => {
    const { template, picture } = manifest.templateOf(entry);
    const contexts = new Map<number, RowContext>();
    const contextOf = (page: number): RowContext => {
      const context = contexts.get(page) ?? rowContext(page, template, manifest, tools, page === pageCount);
      contexts.set(page, context);
      return context;
    };
    const { pages, stories: ids } = entry ?? rest;
    return {
      firstPage: pages.first,
      lastPage: pages.last,
      stories: ids.map(id => prepared.get(id)!),
      states: publication.search,
      contextOf,
      opener: picture && openerOf(picture, stories.find(({ id }) => id === ids[0])!, gallery, manifest),
    };
  });
}

function rowContext(
  page: number,
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
      const text = plainRun(words.phrase('from', page - 1, story.lang), story.span);
      const small: Story = { ...story, kicker: text, deck: undefined, byline: undefined };
      const head = headPieces(small, layout.columnWidth, setter, page - 1);
      heads.set(story, head);
      return head;
    },
  };
}
