/** Turns the sources of all stories into stories and checks what stories say of one another. */

import type { StorySource } from '../manifest/story-sources.js';
import { unresolved } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import { checkContents } from './contents.js';
import { parseBlocks, parseInline } from './markdown.js';
import type { Typography } from './marks.js';
import { placeQuotes } from './quote-places.js';
import { directionOf, type RichText, type Story, type StoryPicture, USUAL_FOCUS } from './story.js';
import { changeTexts, textsOf } from './texts.js';
import { typographic } from './typographic.js';

/**
 * Stories in the manifest's order. `defaultLang` holds where a story names no language; `ids` are the stories that may
 * be referred to, if more than those that could be read. Without `typography` texts print as they were typed.
 */
export function readStories(
  sources: readonly StorySource[],
  defaultLang: string,
  problems: Problems,
  ids: readonly string[] = sources.map(source => source.id),
  typography?: Typography,
): Story[] {
  const stories = sources.map(source => readStory(source, defaultLang, problems));
  const sections = new Set(stories.flatMap(({ section }) => (section === undefined ? [] : [section])));
  for (const story of stories) {
    checkReferences(story, ids, problems);
    checkContents(story.blocks, ids, [...sections], problems);
  }
  if (typography === undefined) return stories;
  return stories.map(story => changeTexts(story, (text, lang) => typographic(text, lang, typography)));
}

function readStory(source: StorySource, defaultLang: string, problems: Problems): Story {
  const { head } = source;
  const inline = (key: 'kicker' | 'headline' | 'deck' | 'byline' | 'dateline'): RichText | undefined => {
    const text = head[key];
    return text === undefined
      ? undefined
      : parseInline(text, source.source.textStart([...source.path, key]), problems);
  };
  const lang = head.lang ?? defaultLang;
  const span = source.source.span([...source.path, 'headline']);
  const blocks = parseBlocks(source.text, source.textStart, problems);
  return {
    id: source.id,
    lang,
    direction: directionOf(lang),
    section: head.section,
    weight: head.weight,
    kind: head.kind,
    fit: head.fit ?? false,
    opening: head.opening,
    columns: source.pin?.columns ?? head.columns,
    pin: source.pin,
    kicker: inline('kicker'),
    headline: inline('headline') ?? [],
    deck: inline('deck'),
    byline: inline('byline'),
    dateline: inline('dateline'),
    pictures: (head.pictures ?? []).map((_, index) => readPicture(source, index, problems)),
    blocks: head.kind === undefined ? placeQuotes(blocks) : blocks,
    span,
  };
}

function readPicture(source: StorySource, index: number, problems: Problems): StoryPicture {
  const entry = source.head.pictures![index]!;
  const path = [...source.path, 'pictures', index];
  const files = (entry.group ?? [entry.file!]).map(name => `${source.pictures}/${name}`);
  const inline = (key: 'caption' | 'credit'): RichText | undefined => {
    const text = entry[key];
    return text === undefined
      ? undefined
      : parseInline(text, source.source.textStart([...path, key]), problems);
  };
  return {
    file: files[0]!,
    beside: files.slice(1),
    phone: entry.phone === undefined ? undefined : `${source.pictures}/${entry.phone}`,
    caption: inline('caption'),
    credit: inline('credit'),
    alt: entry.alt,
    columns: entry.columns,
    focus: entry.focus ?? USUAL_FOCUS,
    place: entry.place,
    span: source.source.span([...path, entry.group === undefined ? 'file' : 'group']),
  };
}

function checkReferences(story: Story, ids: readonly string[], problems: Problems): void {
  for (const text of textsOf(story)) {
    for (const run of text) {
      if (run.pageOf !== undefined && !ids.includes(run.pageOf))
        unresolved('story', run.pageOf, ids, run.span, problems);
    }
  }
}
