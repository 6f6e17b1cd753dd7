/** The labels of a drawing in the paper's own type: a drawing and its place in, turned texts out, large enough to be read. */

import type { Item, Rectangle } from '../frame/frame.js';
import type { GalleryPicture, VectorDrawing } from '../picture/gallery.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type RichText } from '../story/story.js';
import type { TextSetter } from './setter.js';

type Label = VectorDrawing['labels'][number];

/** Where a drawing stands: its upper left corner, and by how much it is scaled. Points. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A measure that no label fills; larger ones would cost the places of its letters their precision. Points. */
const LABEL_WIDTH = 10_000;

/** Labels as the drawing has them. Those below the layout's least size are set larger as far as they find room. */
export function setLabels(
  { file, width, height }: GalleryPicture,
  labels: readonly Label[],
  place: Place,
  setter: TextSetter,
): Item[] {
  const { leastLabel } = setter.layout.module;
  const grown = grownBy(labels, width, height, leastLabel / place.scale, file, setter);
  return labels.map(label => setLabel(label, place, grown.get(label.size) ?? 1, file, setter));
}

/** A label's line at so many times its size, from the left end of its letters. */
function lineOf(label: Label, scale: number, file: string, setter: TextSetter) {
  const lang = label.lang || (label.rtl ? 'ar' : 'en');
  const text: RichText = plainRun(label.text, { file, line: 1, column: 1, length: 1 }).map(run => ({
    ...run,
    bold: label.bold,
  }));
  const set = setter.set(text, 'drawing', lang, LABEL_WIDTH, {
    scale: (label.size * scale) / setter.style('drawing', lang).size,
    align: 'start',
    direction: label.rtl ? 'rtl' : directionOf(lang),
  });
  const line = setter.setLine(set, 0);
  const rtl = set.shaped.paragraph.direction === 'rtl';
  return { ...line, share: label.anchor === 'middle' ? 0.5 : (label.anchor === 'end') !== rtl ? 1 : 0 };
}

/** A label anchored as the drawing says, `grown` times as large as there. */
function setLabel(
  label: Label,
  { x, y, scale }: Place,
  grown: number,
  file: string,
  setter: TextSetter,
): Item {
  const line = lineOf(label, scale * grown, file, setter);
  const shift = -line.natural * line.share - Math.min(...line.runs.map(run => run.x));
  const runs = line.runs.map(run => ({ ...run, x: run.x + shift, ink: label.ink }));
  return { kind: 'turned', x: x + label.x * scale, y: y + label.y * scale, degrees: label.rotate, runs };
}

/** What letters reach over and under their baseline, in sizes. */
const OVER = 0.75;
const UNDER = 0.25;
/** What labels that are set larger keep free on both sides, in sizes. */
const APART = 0.15;
/** By how much labels that have no room are set smaller again, until they have it. */
const STEP = 0.95;

/**
 * By how much the labels of each size are set larger so that they are `least` high, or as near to it as they get without meeting
 * another label or the drawing's edge. Lengths as in the drawing.
 */
function grownBy(
  labels: readonly Label[],
  width: number,
  height: number,
  least: number,
  file: string,
  setter: TextSetter,
): Map<number, number> {
  const grown = new Map(labels.map(({ size }) => [size, Math.max(1, least / size)]));
  if ([...grown.values()].every(factor => factor === 1)) return grown;
  const lines = labels.map(label => ({ label, ...lineOf(label, 1, file, setter) }));
  const boxAt = (at: number, factor: number, apart: number): Rectangle => {
    const { label, natural, share } = lines[at]!;
    return turnedBox(label, natural * factor, share, label.size * factor, apart);
  };
  const own = lines.map((_, at) => boxAt(at, 1, 0));
  const room = { x: 0, y: 0, width, height };
  for (;;) {
    const boxes = lines.map(({ label }, at) => boxAt(at, grown.get(label.size)!, APART));
    const tight = new Set<number>();
    for (const [at, box] of boxes.entries()) {
      if (!isWithin(box, room) && isWithin(own[at]!, room)) tight.add(labels[at]!.size);
      for (let next = at + 1; next < boxes.length; next++) {
        if (!meet(box, boxes[next]!) || meet(own[at]!, own[next]!)) continue;
        tight.add(labels[at]!.size).add(labels[next]!.size);
      }
    }
    const large = [...tight].filter(size => grown.get(size)! > 1);
    if (large.length === 0) return grown;
    for (const size of large) grown.set(size, Math.max(1, grown.get(size)! * STEP));
  }
}

/** What a label covers with so many sizes beside its letters, its corners turned about its anchor. */
function turnedBox(
  { x, y, rotate }: Label,
  width: number,
  share: number,
  size: number,
  apart: number,
): Rectangle {
  const angle = (rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [-width * share - apart * size, width * (1 - share) + apart * size].flatMap(across =>
    [-OVER * size, UNDER * size].map(down => [x + across * cos - down * sin, y + across * sin + down * cos]),
  );
  const [xs, ys] = [0, 1].map(axis => corners.map(corner => corner[axis]!)) as [number[], number[]];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isWithin({ x, y, width, height }: Rectangle, room: Rectangle): boolean {
  return x >= room.x && y >= room.y && x + width <= room.width && y + height <= room.height;
}
