/** Subset programs read back with fontkit: outlines, advances, checksums. */

import { existsSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Face } from '../../src/fonts/face.js';
import type { Cluster } from '../../src/frame/frame.js';
import { fontProgram } from '../../src/pdf/font-program.js';
import { outlinesOf } from '../../src/pdf/outlines.js';
import type { PathCommand } from '../../src/pdf/quadratic.js';
import { checksum, readTables, requireTable, viewOf } from '../../src/pdf/sfnt.js';
import { type FaceName, face, openFont, shapeClusters } from './helper.js';

interface Readable {
  readonly numGlyphs: number;
  getGlyph(id: number): {
    readonly path: { readonly commands: readonly PathCommand[] };
    readonly advanceWidth: number;
  };
}
const open = (data: Uint8Array): Readable => fontkit.create(data) as Readable;

function programOf(font: Face, clusters: readonly Cluster[]): Uint8Array {
  return fontProgram(outlinesOf(font), clusters);
}

/** A path's commands moved by dx, dy. */
function moved(commands: readonly PathCommand[], dx: number, dy: number): PathCommand[] {
  return commands.map(({ command, args }) => ({
    command,
    args: args.map((value, index) => value + (index % 2 === 0 ? dx : dy)),
  }));
}

describe('a subset program', () => {
  const words: readonly [FaceName, string, boolean][] = [
    ['naskh', 'بِسْمِ اللَّهِ ثلاثة لا', true],
    ['cairo', 'مُتَسَاوِينَ عَقْلًا', true],
    ['ruqaa', 'الجمعية العامة لِلنَّاسِ', true],
    ['serif', 'office naïve Ångström ½', false],
    ['sans', 'HEADLINE Éé', false],
  ];
  it.each(words)('draws %s %s as the face does', (name, text, rtl) => {
    const font = face(name);
    const clusters = shapeClusters(font, text, rtl);
    const [source, subset] = [open(font.data), open(programOf(font, clusters))];
    clusters.forEach((cluster, index) => {
      const wanted = cluster.glyphs.flatMap(glyph =>
        moved(source.getGlyph(glyph.id).path.commands, glyph.dx, glyph.dy),
      );
      const got = subset.getGlyph(index + 1);
      expect(got.path.commands, cluster.text).toEqual(wanted);
      expect(got.advanceWidth, cluster.text).toBe(cluster.advance);
    });
  });

  it('shares the parts of its composites', () => {
    const font = face('naskh');
    const clusters = shapeClusters(font, 'بتثنيـ', true);
    const parts = new Set(clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id)));
    expect(open(programOf(font, clusters)).numGlyphs).toBeLessThanOrEqual(1 + clusters.length + parts.size);
  });

  it('has the checksums a font file must have, and no hinting', () => {
    const font = face('serif');
    const program = programOf(font, shapeClusters(font, 'fluent', false));
    expect(checksum(program)).toBe(0xb1b0afba);
    expect([...readTables(program).keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  });

  it('states side bearings that are the outlines’ own', () => {
    const font = face('naskh');
    const tables = readTables(programOf(font, shapeClusters(font, 'يَوْم', true)));
    const [hmtx, loca, glyf] = ['hmtx', 'loca', 'glyf'].map(tag => viewOf(requireTable(tables, tag)));
    for (let id = 1; id < loca!.byteLength / 2 - 1; id++) {
      const at = loca!.getUint16(id * 2) * 2;
      if (loca!.getUint16(id * 2 + 2) * 2 > at)
        expect(hmtx!.getInt16(id * 4 + 2)).toBe(glyf!.getInt16(at + 2));
    }
  });

  it('leaves the face’s own bytes alone', () => {
    const font = face('cairo');
    const before = checksum(new Uint8Array(font.data));
    programOf(font, shapeClusters(font, 'في لا', true));
    expect(checksum(new Uint8Array(font.data))).toBe(before);
  });
});

/** Points along a path, curves in equal steps. */
function samples(commands: readonly PathCommand[], steps: number): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const { args } of commands) {
    const ends = [x, y, ...args];
    const degree = args.length / 2;
    for (let step = 1; step <= (degree > 0 ? steps : 0); step++)
      points.push(bezier(ends, degree, step / steps));
    if (degree > 0) [x, y] = [args.at(-2)!, args.at(-1)!];
  }
  return points;
}

function bezier(ends: readonly number[], degree: number, t: number): [number, number] {
  const at = (axis: number): number => {
    let row = Array.from({ length: degree + 1 }, (_, index) => ends[2 * index + axis]!);
    while (row.length > 1) row = row.slice(1).map((value, index) => row[index]! + (value - row[index]!) * t);
    return row[0]!;
  };
  return [at(0), at(1)];
}

/** Largest distance of a point of one path from the polyline through the other's points. */
function distance(from: readonly [number, number][], to: readonly [number, number][]): number {
  let worst = 0;
  for (const [px, py] of from) {
    let best = Infinity;
    for (let i = 1; i < to.length; i++) {
      const [[ax, ay], [bx, by]] = [to[i - 1]!, to[i]!];
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const t = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
      best = Math.min(best, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
    }
    worst = Math.max(worst, best);
  }
  return worst;
}

const OTF = '/usr/share/fonts/opentype/ebgaramond/EBGaramond12-Regular.otf';
describe.skipIf(!existsSync(OTF))('a font with CFF outlines', () => {
  it('is converted within half a unit', () => {
    const font = openFont(OTF);
    const clusters = shapeClusters(font, 'Sage Qu & äfi', false);
    const [source, subset] = [open(font.data), open(programOf(font, clusters))];
    clusters.forEach((cluster, index) => {
      if (cluster.text === ' ') return;
      const wanted = samples(source.getGlyph(cluster.glyphs[0]!.id).path.commands, 100);
      const got = samples(subset.getGlyph(index + 1).path.commands, 10);
      const halved = got.map(([x, y]) => [x / 2, y / 2] as [number, number]);
      expect(distance(halved, wanted), cluster.text).toBeLessThan(0.5);
    });
  });
});
