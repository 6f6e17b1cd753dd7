/** A slow conversion of single colours in, a quick one of whole pictures out: its values at the nodes of a grid, and between them. */

import type { Pixels } from './pixels.js';

/** Nodes along each axis: what colour engines take; with four axes a grid of 33 would have a million nodes. */
const SIDES: Readonly<Record<number, number>> = { 3: 33, 4: 17 };

/** Inks of a result. */
const INKS = 4;

/** Converts pixels of 3 or 4 channels of 8 bits to pixels of four inks, 255 for full ink. */
export class ColourGrid {
  private readonly nodes: Float32Array;
  /** For each value 0 to 255 the node below it, counted from the axis' beginning, and how far above that it is. */
  private readonly below: Uint8Array;
  private readonly above: Float32Array;
  private readonly strides: number[];

  /**
   * Asks for the inks at every node.
   * @param inksOf takes values from 0 to 1 and gives inks from 0 to 1.
   */
  constructor(
    private readonly channels: 3 | 4,
    inksOf: (device: readonly number[]) => readonly number[],
  ) {
    const side = SIDES[channels]!;
    this.nodes = new Float32Array(side ** channels * INKS);
    this.strides = Array.from({ length: channels }, (_, axis) => side ** (channels - 1 - axis) * INKS);
    for (let node = 0; node < side ** channels; node++) {
      const device = this.strides.map(stride => (Math.floor((node * INKS) / stride) % side) / (side - 1));
      inksOf(device).forEach((ink, index) => {
        this.nodes[node * INKS + index] = Math.min(Math.max(ink, 0), 1) * 255;
      });
    }
    const places = Array.from({ length: 256 }, (_, value) => (value * (side - 1)) / 255);
    this.below = Uint8Array.from(places, place => Math.min(Math.floor(place), side - 2));
    this.above = Float32Array.from(places, (place, value) => place - this.below[value]!);
  }

  /**
   * Between nodes a cube is cut into simplices along its gray diagonal and each is interpolated from its corners (Kasson,
   * Plouffe and Nin 1993): the axis with the largest rest is gone first, so neutral colours mix of neutral nodes alone.
   * @param dots what is printed for each amount of ink, 0 to 255.
   */
  convert({ data, width, height }: Pixels, dots: Uint8Array): Pixels {
    const { channels, nodes, strides, below, above } = this;
    const inks = Buffer.allocUnsafe(width * height * INKS);
    const order = new Uint8Array(channels);
    const rest = new Float32Array(channels);
    for (let from = 0, to = 0; to < inks.length; from += channels, to += INKS) {
      let node = 0;
      for (let axis = 0; axis < channels; axis++) {
        const value = data[from + axis]!;
        node += below[value]! * strides[axis]!;
        const r = above[value]!;
        let at = axis;
        for (; at > 0 && rest[at - 1]! < r; at--) {
          rest[at] = rest[at - 1]!;
          order[at] = order[at - 1]!;
        }
        rest[at] = r;
        order[at] = axis;
      }
      let weight = 1 - rest[0]!;
      let cyan = 0.5 + weight * nodes[node]!;
      let magenta = 0.5 + weight * nodes[node + 1]!;
      let yellow = 0.5 + weight * nodes[node + 2]!;
      let black = 0.5 + weight * nodes[node + 3]!;
      for (let step = 0; step < channels; step++) {
        node += strides[order[step]!]!;
        weight = rest[step]! - (step + 1 < channels ? rest[step + 1]! : 0);
        cyan += weight * nodes[node]!;
        magenta += weight * nodes[node + 1]!;
        yellow += weight * nodes[node + 2]!;
        black += weight * nodes[node + 3]!;
      }
      inks[to] = dots[cyan | 0]!;
      inks[to + 1] = dots[magenta | 0]!;
      inks[to + 2] = dots[yellow | 0]!;
      inks[to + 3] = dots[black | 0]!;
    }
    return { data: inks, width, height, channels: INKS };
  }
}
