/** Marks what text is within its group: items in, the same items with their runs in a part out. */

import type { Item, Part, Role } from './frame.js';

/** The items with each run one part deeper; `block` counts the parts of one whole in reading order. */
export function inPart(items: readonly Item[], role: Role, block = 0): Item[] {
  const part: Part = { role, block };
  return items.map(item =>
    item.kind === 'glyphs' ? { ...item, parts: [part, ...(item.parts ?? [])] } : item,
  );
}
