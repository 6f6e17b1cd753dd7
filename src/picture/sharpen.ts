/** Pixels of any colour space in, the same with their edges raised by what a printing screen will blur out. */

import type { Pixels } from './pixels.js';

/** Differences up to this, of 255, are noise and stay as they are. */
const THRESHOLD = 2;

/**
 * Unsharp masking: what a pixel differs from its surroundings by is added to it `amount` times.
 * @param radius standard deviation of the surroundings (a Gaussian), in pixels.
 */
export function sharpened(pixels: Pixels, radius: number, amount: number): Pixels {
  const { data, width, height, channels } = pixels;
  const weights = gaussian(radius);
  const across = blurred(Float32Array.from(data), { count: height, length: width }, channels, weights);
  const soft = blurred(across, { count: width, length: height }, channels, weights);
  const sharp = Buffer.allocUnsafe(data.length);
  for (let at = 0; at < data.length; at++) {
    const detail = data[at]! - soft[at]!;
    const raised = Math.abs(detail) <= THRESHOLD ? data[at]! : data[at]! + amount * detail;
    sharp[at] = Math.min(Math.max(Math.round(raised), 0), 255);
  }
  return { ...pixels, data: sharp };
}

/** One half of a Gaussian, its middle first, cut off at three deviations; the whole adds up to 1. */
function gaussian(radius: number): number[] {
  const half = Array.from({ length: Math.ceil(3 * radius) + 1 }, (_, step) =>
    Math.exp(-((step / radius) ** 2) / 2),
  );
  const whole = 2 * half.reduce((sum, weight) => sum + weight, 0) - half[0]!;
  return half.map(weight => weight / whole);
}

/** Blurs along rows and gives the result with rows and columns exchanged; beyond an edge its last pixel goes on. */
function blurred(
  from: Float32Array,
  rows: { readonly count: number; readonly length: number },
  channels: number,
  weights: readonly number[],
): Float32Array {
  const { count, length } = rows;
  const to = new Float32Array(from.length);
  for (let row = 0; row < count; row++) {
    for (let place = 0; place < length; place++) {
      for (let channel = 0; channel < channels; channel++) {
        const at = (index: number): number =>
          from[(row * length + Math.min(Math.max(index, 0), length - 1)) * channels + channel]!;
        let sum = weights[0]! * at(place);
        for (let step = 1; step < weights.length; step++) {
          sum += weights[step]! * (at(place - step) + at(place + step));
        }
        to[(place * count + row) * channels + channel] = sum;
      }
    }
  }
  return to;
}
