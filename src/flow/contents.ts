/** Lists of contents: stories in, their headlines with leaders and page numbers out, true because the press sets them. */

import { inPart } from '../frame/parts.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type RichText, type Story } from '../story/story.js';
import type { Piece } from './piece.js';
import type { TextSetter } from './setter.js';

/** The stories by their pages, as far as these are known; on one page in the order they come in. */
export function byPage(stories: readonly Story[], setter: TextSetter): Story[] {
  const page = ({ id }: Story): number => setter.pageNumber(id) ?? 0;
  return [...stories].sort((a, b) => page(a) - page(b));
}

/** What a list of these stories reads: where that is as before, nothing needs to be set again. */
export function contentsLabels(stories: readonly Story[], setter: TextSetter): string {
  return byPage(stories, setter)
    .map(({ id, lang }) => `${id} ${setter.pageLabel(id, lang)}`)
    .join();
}

/**
 * A piece a line in the style `contents`, each entry in its story's language, direction and digits and never parted, all of
 * it leading to the story.
 */
export function contentsPieces(
  stories: readonly Story[],
  width: number,
  block: number,
  setter: TextSetter,
): Piece[] {
  return byPage(stories, setter).flatMap((story, entry) => {
    const { id, lang } = story;
    const text = setter.set(entryText(story, setter), 'contents', lang, width, {
      direction: directionOf(lang),
    });
    const { leading, before, after } = text.style;
    const page = setter.pageNumber(id);
    return text.lines.map(
      (_, line): Piece => ({
        height: leading,
        before: line > 0 ? 0 : entry === 0 ? before : after,
        floats: false,
        mayEndColumn: line === text.lines.length - 1,
        role: 'contents',
        block,
        draw: (x, y) => {
          const items = inPart(setter.drawLine(text, line, x, y), 'entry', entry);
          if (page !== undefined)
            items.push({ kind: 'link', x, y, width, height: leading, target: { page, story: id } });
          return items;
        },
      }),
    );
  });
}

/** The headline on one line, a tab, and the page's number. */
function entryText({ id, lang, headline, span }: Story, setter: TextSetter): RichText {
  const words = headline.map(run => ({ ...run, text: run.text.replaceAll('\u2028', ' ') }));
  return [...words, ...plainRun(`\t${setter.pageLabel(id, lang)}`, span)];
}
