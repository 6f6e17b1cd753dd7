/** What the rounds of an edition share: a story or a run is set again only where a page number in its text has changed. */

import { contentsLabels } from '../flow/contents.js';
import { type PrepareContext, type PreparedStory, prepareStory } from '../flow/prepare.js';
import { contentsIn, storiesListed } from '../story/contents.js';
import type { Story } from '../story/story.js';
import { textsOf } from '../story/texts.js';
import { type Run, type SetRun, setRun } from './run.js';

export class RoundMemory {
  private readonly stories = new Map<Story, { readonly labels: string; readonly prepared: PreparedStory }>();
  private readonly runs = new Map<string, { readonly stories: Run['stories']; readonly set: SetRun }>();

  /** The story made ready for placing, as before if its page references read as before. */
  prepare(story: Story, context: PrepareContext): PreparedStory {
    const labels = labelsIn(story, context);
    const kept = this.stories.get(story);
    if (kept?.labels === labels) return kept.prepared;
    const prepared = prepareStory(story, context);
    this.stories.set(story, { labels, prepared });
    return prepared;
  }

  /** The run's pages in an issue of `pageCount` pages, as before if all its stories are as before. */
  set(run: Run, pageCount: number): SetRun {
    const ids = run.stories.map(({ story }) => story.id);
    // The last page of an issue has room for less.
    const key = `${run.pages.join()}/${run.pages.includes(pageCount)}/${ids.join()}`;
    const kept = this.runs.get(key);
    const same =
      kept?.stories.length === run.stories.length &&
      run.stories.every((story, at) => story === kept.stories[at]);
    if (kept !== undefined && same) return kept.set;
    const set = setRun(run);
    this.runs.set(key, { stories: run.stories, set });
    return set;
  }
}

/** Everything that page references in a story read now. */
function labelsIn(story: Story, { setter, stories }: PrepareContext): string {
  const labels: string[] = [];
  for (const text of textsOf(story)) {
    for (const { pageOf, lang } of text) {
      if (pageOf !== undefined) labels.push(setter.pageLabel(pageOf, lang ?? story.lang));
    }
  }
  for (const block of contentsIn(story.blocks)) {
    const lang = block.passage?.lang ?? story.lang;
    labels.push(contentsLabels(storiesListed(block, lang, stories, story.id), setter));
  }
  return labels.join();
}
