/** “Inside this issue”: titles and stories in; a strip of tinted boxes with headlines, leaders and page numbers out. */

import { spanX } from '../../flow/columns.js';
import { contentsPieces } from '../../flow/contents.js';
import { evenColumns } from '../../flow/even-columns.js';
import type { TextSetter } from '../../flow/setter.js';
import type { Item } from '../../frame/frame.js';
import { inPart } from '../../frame/parts.js';
import { directionOf, type RichText, type Story } from '../../story/story.js';
import type { Direction } from '../../text/paragraph.js';
import type { Strip } from '../imprint.js';

/** One box: a list in its language. */
export interface InsideBox {
  readonly lang: string;
  readonly title: RichText;
  readonly stories: readonly Story[];
}

/** The boxes are read behind the heads of the front page. */
const READ = 50;
/** Space inside a box: at its sides, and above and below its text. Points. */
const PADDING = 9;

/** Boxes side by side in the publication's direction, each as wide as the others and as high as the highest. */
export function insideStrip(
  boxes: readonly InsideBox[],
  width: number,
  direction: Direction,
  setter: TextSetter,
): Strip {
  if (boxes.length === 0) return { height: 0, draw: () => [] };
  const { columns, module, inks } = setter.layout;
  const { gutter } = columns;
  const boxWidth = (width - gutter * (boxes.length - 1)) / boxes.length;
  const count = Math.max(1, Math.floor(columns.count / boxes.length));
  const set = boxes.map(box => setBox(box, boxWidth - 2 * PADDING, count, setter));
  const height = setter.onGrid(Math.max(...set.map(box => box.height)) + 2 * PADDING);
  const ink = (name: string) => inks.get(name)!;
  return {
    height,
    draw: (left, y) => {
      const strip = { count: boxes.length, columnWidth: boxWidth, gutter, direction, x: left };
      return set.flatMap((box, index): Item[] => {
        const x = spanX(strip, index, 1);
        const rule = { x1: x, y1: y, x2: x + boxWidth, y2: y, width: module.sidebarRule };
        const items = box.draw(x + PADDING, y + PADDING);
        return [
          { kind: 'box', x, y, width: boxWidth, height, ink: ink(module.sidebarInk) },
          { kind: 'rule', ...rule, ink: ink(module.ruleInk) },
          {
            kind: 'group',
            x: 0,
            y: 0,
            role: 'contents',
            story: undefined,
            block: READ + index,
            alt: undefined,
            items,
          },
        ];
      });
    },
  };
}

/** A title over so many even columns of entries. */
function setBox(
  { lang, title, stories }: InsideBox,
  width: number,
  count: number,
  setter: TextSetter,
): { height: number; draw(x: number, y: number): Item[] } {
  const { gutter } = setter.layout.columns;
  const columnWidth = (width - gutter * (count - 1)) / count;
  const head = setter.set(title, 'inside-title', lang, width);
  const pieces = contentsPieces(stories, columnWidth, 0, setter);
  const columns = { count, columnWidth, gutter, direction: directionOf(lang) };
  const even = evenColumns(pieces, columns, setter.layout.grid);
  return {
    height: head.height + even.depth,
    draw: (x, y) => [...inPart(setter.draw(head, x, y), 'subhead', -1), ...even.draw(x, y + head.height)],
  };
}
