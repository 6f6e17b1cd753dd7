/** What stands among the columns of a module and makes the text give way: pictures and sidebars. */

import type { Item } from '../frame/frame.js';
import type { StoryPicture } from '../story/story.js';

/** A block of whole columns whose height can be chosen within limits. Points. */
export interface Insert {
  /** Columns it spans. */
  readonly columns: number;
  /** All widths in columns that it may have, the one it wishes for first. */
  readonly widths: readonly number[];
  readonly place: 'top' | 'bottom' | undefined;
  /** The picture as the editor asked for it; left out for sidebars. */
  readonly picture?: StoryPicture;
  /** Height over all at a scale of the picture (1 is its own shape), text and space below or above included. */
  heightAt(scale: number, width: number): number;
  /** By how much its photographs would be coarser than newsprint asks for, in e-foldings. 0 if left out. */
  coarseAt?(scale: number, width: number): number;
  /** Height over all up to which its photographs are as fine as newsprint asks for. Any if left out. */
  fineHeight?(width: number): number;
  /** Space under what is drawn in a block of that height at the head of columns. None if left out. */
  spaceUnder?(width: number, height: number): number;
  /** Items for a block of the given size at x, y; `gapAbove` when it stands at the foot of columns. */
  draw(area: { x: number; y: number; width: number; height: number }, gapAbove: boolean): readonly Item[];
}
