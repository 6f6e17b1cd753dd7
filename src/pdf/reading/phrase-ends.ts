/**
 * The ends of a right-to-left phrase in a line of the other direction: its run in, the run as readers take it for the whole phrase and for no
 * more out.
 */

import type { GlyphRun } from '../../frame/frame.js';
import { LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, spell } from './spelling.js';
import { isTold, silent, told } from './told.js';

/** What stands between a phrase and the codes of its last vowel, and the width of each of these, in sizes: pdfium drops what has none. */
const VOWEL = { before: 0.004, width: 0.002 };
/** How much larger they are, in points: pdf.js takes them to the phrase if they are of its size. */
const LARGER = 0.001;

/**
 * A phrase that ends in a vowel, without it, and the vowel, which is painted behind it: as an empty code at its left end pdf.js would give
 * it to what was read before (`showEdge` says a space there, which is read behind the phrase). Undefined for other phrases.
 */
export function withoutVowel(
  run: GlyphRun,
): { readonly word: GlyphRun; readonly vowel: GlyphRun } | undefined {
  const last = run.clusters[0]!;
  if (!run.rtl || isTold(last)) return undefined;
  const spelling = spell(last, true);
  const [said] = spelling.before;
  if (said === undefined || spelling.before.length > 1 || !/^\p{M}+$/u.test(said)) return undefined;
  const bare = told(last, { ...spelling, before: [], startsEmpty: false });
  const { size, face } = run;
  // MuPDF reads it as what runs from left to right, behind the phrase; poppler and pdfium from right to left, with it.
  const codes = [LEFT_TO_RIGHT_MARK + RIGHT_TO_LEFT_MARK + said, RIGHT_TO_LEFT_MARK];
  const vowel = {
    ...run,
    x: run.x - VOWEL.before * size,
    size: size + LARGER,
    rtl: false,
    clusters: codes.map(text => silent(text, Math.round(VOWEL.width * face.unitsPerEm))),
    advances: codes.map(() => VOWEL.width * size),
  };
  return { word: { ...run, clusters: run.clusters.with(0, bare) }, vowel };
}

/** pdfium looks over a baseline that moves by less than three quarters of the code before it; in sizes. */
const WIDE = 0.9;

/** A run with an empty code at its right end if its letter there is a wide one, or a number. */
export function narrowAtEnd(run: GlyphRun): GlyphRun {
  if (run.advances.at(-1)! <= WIDE * run.size) return run;
  return { ...run, clusters: [...run.clusters, silent(RIGHT_TO_LEFT_MARK)], advances: [...run.advances, 0] };
}
