/** Heads on the front page: a story's head and a width in, its parts one under another and a link to the story out. */

import type { TextSetter } from '../../flow/setter.js';
import type { Group, Item, Role } from '../../frame/frame.js';
import type { StyleName } from '../../manifest/layout.js';
import type { RichText, Story } from '../../story/story.js';

/** A head on the front page that leads to a story inside. */
export interface FrontHead {
  readonly story: Story;
  readonly kicker: RichText | undefined;
  readonly headline: RichText;
  readonly deck: RichText | undefined;
  /** “Page 6” in the story's language. */
  readonly pageLine: RichText;
  readonly page: number;
}

/** Styles of kicker, headline and deck, and that of the page if it is not a teaser's. */
type HeadStyles = readonly [StyleName, StyleName, StyleName, StyleName?];

export interface HeadBlock {
  readonly height: number;
  /** Lines of the headline. */
  readonly lines: number;
  draw(x: number, y: number): Item[];
}

/** A head in so many points of width, its headline `scale` times as large as its style. */
export function headBlock(
  head: FrontHead,
  styles: HeadStyles,
  width: number,
  setter: TextSetter,
  scale = 1,
): HeadBlock {
  const entries: readonly [RichText | undefined, StyleName, Role, number][] = [
    [head.kicker, styles[0], 'kicker', 1],
    [head.headline, styles[1], 'headline', scale],
    [head.deck, styles[2], 'deck', 1],
    [head.pageLine, styles[3] ?? 'teaser-page', 'jump', 1],
  ];
  const parts = entries.flatMap(([text, style, role, size]) =>
    text === undefined
      ? []
      : [{ text: setter.set(text, style, head.story.lang, width, { scale: size }), role }],
  );
  const height = parts.reduce((sum, { text }) => sum + text.style.before + text.height + text.style.after, 0);
  return {
    height: setter.onGrid(height),
    lines: parts.find(({ role }) => role === 'headline')!.text.lines.length,
    draw: (x, y) => {
      let top = y;
      const items: Item[] = parts.map(({ text, role }, block) => {
        top += text.style.before;
        const lines = setter.draw(text, x, top);
        top += text.height + text.style.after;
        return frontGroup(role, head.story.id, block, lines);
      });
      const target = { page: head.page, story: head.story.id };
      items.push({ kind: 'link', x, y, width, height: top - y, target });
      return items;
    },
  };
}

/** A part of the front page; `block` is its place in the order of reading. */
export function frontGroup(
  role: Role,
  story: string | undefined,
  block: number,
  items: readonly Item[],
  alt?: string,
): Group {
  return { kind: 'group', x: 0, y: 0, role, story, block, alt, items };
}
