/** Spot colours in, their Separation colour spaces with names for resource dictionaries out. */

import type { Spot } from '../frame/frame.js';
import { type PdfValue, pdfName } from './container.js';

/** A colour space and its name in resource dictionaries. */
export interface SpotSpace {
  readonly name: string;
  readonly space: PdfValue;
}

/**
 * All spot colours of a document, in the order of their first use. One name is one plate, so the first alternate given for it counts
 * (ISO 15930-7 6.4 wants it to be the same everywhere).
 */
export class SpotBook {
  private readonly spaces = new Map<string, SpotSpace>();

  /** Tints between none and all of the ink stand for as much of its alternate (ISO 32000-1 8.6.6.4, 7.10.3). */
  space({ name, alternate }: Spot): SpotSpace {
    let known = this.spaces.get(name);
    if (known === undefined) {
      const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...alternate], N: 1 };
      known = { name: `S${this.spaces.size}`, space: ['Separation', pdfName(name), 'DeviceCMYK', tint] };
      this.spaces.set(name, known);
    }
    return known;
  }
}
