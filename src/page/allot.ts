/**
 * Which stories flow together: an issue with its plan in; the stories of each entry, with those that none names where an entry's
 * pages have room for them, and all others out.
 */

import type { PreparedStory } from '../flow/prepare.js';
import type { PlanEntry } from '../manifest/schema-issue.js';
import type { Story } from '../story/story.js';
import { blankShare } from './copyfit.js';
import type { EditionInput } from './edition.js';
import type { RoundMemory } from './memory.js';
import { TIGHTEST } from './page-count.js';
import { oversetLines, type Run, type SetRun } from './run.js';
import { type Allotment, runsOf, type Tools } from './runs.js';
import { estimatePages } from './search/search.js';
import type { SetPage } from './set-page.js';

/** Stories that are tried on the pages of an entry; each is a search of its own. */
const TRIED = 4;

/** Stories that no entry names go to the first with room for them, in their order; none that is pinned to a page. */
export function allotStories(
  input: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  tools: Tools,
  memory: RoundMemory,
): Allotment {
  const { issue, unplanned, templateOf } = input.manifest;
  const { plan = [], pages } = issue;
  let allotted: Allotment = { named: plan.map(({ stories }) => stories), others: unplanned.stories };
  if (unplanned.stories.length === 0) return allotted;
  // The last page has room for less: what fits it fits if more follow.
  const count = pages ?? unplanned.first - 1;
  const usual = templateOf(undefined).template;
  const runs = runsOf(input, prepared, tools, count, allotted);
  for (const [at, entry] of plan.entries()) {
    const { template, picture } = templateOf(entry);
    // A template of its own is for the stories that the editor chose for it.
    if (template !== usual || picture !== undefined) continue;
    const fitting = allotted.others
      .map(id => prepared.get(id)!)
      .filter(({ story }) => mayJoin(story, entry) && story.pin?.page === undefined);
    const ids = joining(runs[at]!, fitting, run => memory.set(run, count)).map(({ story }) => story.id);
    allotted = {
      named: allotted.named.with(at, [...entry.stories, ...ids]),
      others: allotted.others.filter(id => !ids.includes(id)),
    };
  }
  return allotted;
}

/** No story stands under the name of another section. */
function mayJoin({ section }: Story, entry: PlanEntry): boolean {
  return entry.section === undefined || section === undefined || section === entry.section;
}

/** Stories that find room behind those of a run, leave it fuller and miss no pin for it. */
function joining(run: Run, stories: readonly PreparedStory[], setRun: (run: Run) => SetRun): PreparedStory[] {
  if (stories.length === 0) return [];
  const joined: PreparedStory[] = [];
  let set = setRun(run);
  let tried = 0;
  for (const story of stories) {
    const room = roomIn(run, set);
    if (estimatePages({ ...run, stories: [story] }) > room * TIGHTEST) continue;
    if (++tried > TRIED) break;
    const longer = { ...run, stories: [...run.stories, ...joined, story] };
    const made = setRun(longer);
    if (oversetLines(made) > 0 || made.missed > set.missed || roomIn(longer, made) >= room) continue;
    set = made;
    joined.push(story);
  }
  return joined;
}

/** What stories leave of the pages of a run, blank or to fillers, in pages; none where some found no room. */
function roomIn(run: Run, set: SetRun): number {
  if (oversetLines(set) > 0) return 0;
  return set.pages.reduce((sum, page) => {
    const { area } = run.contextOf(page.page);
    return sum + blankShare(page, area) + fillerShare(page, area.height);
  }, 0);
}

function fillerShare({ rows }: SetPage, height: number): number {
  const cells = rows.flatMap(({ row }) => row.cells);
  const columns = rows[0]?.row.cells.reduce((sum, cell) => sum + cell.columns, 0) ?? 1;
  const filled = cells.reduce((sum, cell) => sum + cell.columns * (cell.filler?.height ?? 0), 0);
  return filled / (columns * height);
}
