/** The runs of an issue: plan entries or all stories as one, with what the rows of each page are set in. */

import { headPieces } from '../flow/brief.js';
import type { Piece } from '../flow/piece.js';
import type { PreparedStory } from '../flow/prepare.js';
import type { TextSetter } from '../flow/setter.js';
import type { Manifest } from '../manifest/manifest.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import type { RowContext } from './content.js';
import type { EditionInput } from './edition.js';
import type { FillerPool } from './fillers.js';
import { bodyArea } from './geometry.js';
import type { Strip } from './imprint.js';
import type { Run } from './run.js';
import type { SystemText } from './words.js';

/** What all pages of an edition are made with. */
export interface Tools {
  readonly setter: TextSetter;
  readonly words: SystemText;
  readonly fillers: FillerPool;
  /** The imprint at the foot of the last page. */
  readonly strip: Strip | undefined;
}

/** Each entry of the plan is a run; without a plan all stories are one. */
export function runsOf(
  { manifest, stories, front }: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  tools: Tools,
  pageCount: number,
): Run[] {
  const { issue, publication } = manifest;
  const first = front === undefined ? 1 : 2;
  const entries = issue.plan ?? [
    { pages: { first, last: pageCount }, stories: stories.map(story => story.id) },
  ];
  const contexts = new Map<number, RowContext>();
  const contextOf = (page: number): RowContext => {
    const context = contexts.get(page) ?? rowContext(page, manifest, tools, page === pageCount);
    contexts.set(page, context);
    return context;
  };
  return entries.map(entry => ({
    firstPage: entry.pages.first,
    lastPage: entry.pages.last,
    stories: entry.stories.map(id => prepared.get(id)!),
    states: publication.search,
    contextOf,
  }));
}

function rowContext(
  page: number,
  { layout, publication }: Manifest,
  { setter, words, fillers, strip }: Tools,
  isLast: boolean,
): RowContext {
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
