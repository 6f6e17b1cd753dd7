/** A run in, the same run with each Arabic-Indic number as one cluster out. */

import type { Cluster, GlyphRun, PlacedGlyph } from '../../frame/frame.js';
import { LEFT_TO_RIGHT_MARK, plain } from './spelling.js';
import { told } from './told.js';

const DIGITS = /[\u0660-\u0669\u066b\u066c]/;
const GOES_ON = '\u2060';
const NUMBER = /[\u0660-\u0669](?:[\u0660-\u0669\u066b\u066c./,:]*[\u0660-\u0669])?/g;

/**
 * MuPDF takes each Arabic-Indic digit for a letter that runs from right to left and turns numbers round. A code begins what its
 * first character is, so a whole number is one code that begins with U+200E, or U+2060 where it goes on behind another run
 * (`goesOn`), which pdfium takes for part of the number.
 */
export function joinNumbers(run: GlyphRun, goesOn: boolean): GlyphRun {
  if (run.rtl || !run.clusters.some(({ text }) => DIGITS.test(text))) return run;
  const starts: number[] = [];
  let text = '';
  for (const cluster of run.clusters) {
    starts.push(text.length);
    text += cluster.text;
  }
  const clusters: Cluster[] = [];
  const advances: number[] = [];
  let next = 0;
  const copyTo = (end: number): void => {
    for (; next < end; next++) {
      clusters.push(run.clusters[next]!);
      advances.push(run.advances[next]!);
    }
  };
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    copyTo(starts.indexOf(index));
    const end = starts.findIndex(start => start >= index + number.length);
    const to = end < 0 ? starts.length : end;
    clusters.push(joined(run, next, to, number, goesOn && next === 0 ? GOES_ON : LEFT_TO_RIGHT_MARK));
    advances.push(run.advances.slice(next, to).reduce((sum, advance) => sum + advance, 0));
    next = to;
  }
  copyTo(run.clusters.length);
  return { ...run, clusters, advances };
}

/** Clusters `from` to `to` as one, each where it stands. */
function joined(run: GlyphRun, from: number, to: number, text: string, mark: string): Cluster {
  const units = run.face.unitsPerEm / (run.size * (run.stretch ?? 1));
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  for (let index = from; index < to; index++) {
    for (const glyph of run.clusters[index]!.glyphs)
      glyphs.push({ ...glyph, dx: Math.round(glyph.dx + pen) });
    pen += run.advances[index]! * units;
  }
  return told({ text, glyphs, advance: Math.round(pen) }, plain(mark + text));
}
