/** Hanging punctuation: how far marks at a line's ends stand out of the measure, so that its edges look even. */

import { advanceOf, hyphenOf, type ShapedParagraph } from './shape.js';

/** Share of its width by which a mark may hang: light marks nearly whole, large ones in part. */
const HANGS: ReadonlyMap<string, number> = new Map([
  ...[...".,\u060c'\u2018\u2019\u201a\u2010-"].map(mark => [mark, 0.75] as const),
  ...[...'"\u201c\u201d\u201e:;\u061b'].map(mark => [mark, 0.5] as const),
  ...[...'\u00ab\u00bb\u2039\u203a\u2013\u2014!?\u061f'].map(mark => [mark, 0.3] as const),
]);

/** Points by which the line that begins with a cluster may stand out before its measure. */
export function hangAtStart(shaped: ShapedParagraph, cluster: number, share: number): number {
  return share === 0 ? 0 : share * hangOf(shaped, cluster, shaped.clusters[cluster]?.text.at(0));
}

/** Points by which the line that ends with a cluster may stand out behind its measure. */
export function hangAtEnd(shaped: ShapedParagraph, cluster: number, share: number): number {
  return share === 0 ? 0 : share * hangOf(shaped, cluster, shaped.clusters[cluster]?.text.at(-1));
}

/** The same for the hyphen behind a cluster. */
export function hangOfHyphen(shaped: ShapedParagraph, cluster: number, share: number): number {
  if (share === 0 || !readsOn(shaped, cluster)) return 0;
  const item = shaped.items[shaped.itemOf[cluster]!]!;
  let width = 0;
  for (const part of hyphenOf(item)) width += advanceOf(part, item);
  return share * width * HANGS.get('-')!;
}

function hangOf(shaped: ShapedParagraph, cluster: number, mark: string | undefined): number {
  const part = mark === undefined ? undefined : HANGS.get(mark);
  return part === undefined || !readsOn(shaped, cluster) ? 0 : shaped.advances[cluster]! * part;
}

/** Text that reads against its paragraph does not end where the line ends. */
function readsOn({ items, itemOf, paragraph }: ShapedParagraph, cluster: number): boolean {
  return (items[itemOf[cluster]!]!.level & 1) === (paragraph.direction === 'rtl' ? 1 : 0);
}
