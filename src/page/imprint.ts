/** The imprint across the foot of the last page: its texts in, a strip with its height out. */

import { spanX } from '../flow/columns.js';
import type { SetText, TextSetter } from '../flow/setter.js';
import type { Item } from '../frame/frame.js';
import { directionOf, type RichText } from '../story/story.js';

export interface Strip {
  /** Points. */
  readonly height: number;
  draw(x: number, y: number, width: number): Item[];
}

/** Space between the rule and the text. */
const PADDING = 9;

/** One block of columns a language, side by side in the direction of the first; undefined without an imprint. */
export function imprintStrip(
  texts: readonly { readonly lang: string; readonly text: RichText }[],
  setter: TextSetter,
): Strip | undefined {
  const first = texts[0];
  if (first === undefined) return undefined;
  const { sheet, margins, columns, module, inks } = setter.layout;
  const typeWidth = sheet.width - margins.inside - margins.outside;
  const columnWidth = (typeWidth - columns.gutter * (texts.length - 1)) / texts.length;
  const set = texts.map(({ lang, text }): SetText => setter.set(text, 'imprint', lang, columnWidth));
  const height = setter.onGrid(PADDING + Math.max(...set.map(text => text.height)));
  return {
    height,
    draw: (x, y, width) => {
      const columnSet = {
        count: texts.length,
        columnWidth,
        gutter: columns.gutter,
        direction: directionOf(first.lang),
        x,
      };
      const ink = inks.get(module.ruleInk)!;
      const items: Item[] = [{ kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, width: 2, ink }];
      for (const [index, text] of set.entries()) {
        const block = setter.draw(text, spanX(columnSet, index, 1), y + PADDING);
        items.push({
          kind: 'group',
          x: 0,
          y: 0,
          role: 'imprint',
          story: undefined,
          alt: undefined,
          items: block,
        });
      }
      return items;
    },
  };
}
