/** The publication's fillers: which heights they can close, and which of them stands where. */

import { spanWidth } from '../flow/columns.js';
import { type Filler, type SetFiller, setFiller } from '../flow/filler.js';
import type { TextSetter } from '../flow/setter.js';
import { sameLanguage } from '../story/story.js';

export class FillerPool {
  private readonly known = new Map<number, readonly { filler: Filler; set: SetFiller }[]>();
  private readonly languages: readonly string[];

  constructor(
    private readonly fillers: readonly Filler[],
    private readonly setter: TextSetter,
  ) {
    this.languages = [...new Set(fillers.map(({ lang }) => lang))];
  }

  /** True if in each language that there are fillers in some can stand in so many columns at a height in points. */
  fits(columns: number, height: number): boolean {
    const fitting = this.fitting(columns, height);
    return (
      fitting.length > 0 && this.languages.every(lang => fitting.some(({ filler }) => filler.lang === lang))
    );
  }

  /** Fillers that can stand there. */
  fitting(columns: number, height: number): readonly { filler: Filler; set: SetFiller }[] {
    return this.at(columns).filter(({ set }) => set.least <= height && set.most >= height);
  }

  private at(columns: number): readonly { filler: Filler; set: SetFiller }[] {
    const { columnWidth, columns: grid } = this.setter.layout;
    const width = spanWidth({ columnWidth, gutter: grid.gutter }, columns);
    const known =
      this.known.get(columns) ??
      this.fillers.map(filler => ({ filler, set: setFiller(filler, width, this.setter) }));
    this.known.set(columns, known);
    return known;
  }
}

/** A filler in another language than its place, against any number of uses of one in its own. */
const FOREIGN = 1e6;

/**
 * Hands fillers out over the pages of an edition: in the language of the place wherever there are some in it, those least used so
 * far first, and then those that leave the least white.
 */
export class FillerStock {
  private readonly used = new Map<number, number>();

  /** One of the pool of the page's template. Throws if none fits: the search has asked before. */
  take(pool: FillerPool, columns: number, height: number, lang: string): SetFiller {
    const [best] = pool
      .fitting(columns, height)
      .map(({ filler, set }) => ({
        filler,
        set,
        rank:
          (sameLanguage(filler.lang, lang) ? 0 : FOREIGN) +
          (this.used.get(filler.entry) ?? 0) * 2 +
          set.whiteAt(height) / height,
      }))
      .sort((a, b) => a.rank - b.rank);
    if (best === undefined) throw new Error(`no filler is ${height} points high`);
    this.used.set(best.filler.entry, (this.used.get(best.filler.entry) ?? 0) + 1);
    return best.set;
  }
}
