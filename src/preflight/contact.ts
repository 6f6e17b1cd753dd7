/** A rule for type beside rules: the pages in; letters, dots and vowel signs that a line runs into out. */

import type { Face } from '../fonts/face.js';
import { type Extent, extentsOf } from '../frame/extent.js';
import type { GlyphRun, Page } from '../frame/frame.js';
import { type GlyphShape, glyphShape } from '../frame/glyph-shape.js';
import { type Findings, inPoints, type Preflighted } from './finding.js';
import { itemsOf, type PlacedItem } from './place.js';
import { type Labelled, namesOf, panelName, wordsIn } from './source.js';

/** Points that a letter and a line may share: round letters and edges of pixels reach so far over each other. */
const SHARED = 0.25;

/** Checks that no line of the layout crosses letters: under Arabic, where dots tell one letter from another, above all. */
export function checkContact(input: Preflighted, findings: Findings): void {
  const names = namesOf(input);
  for (const page of input.made.edition.pages) {
    for (const { words, depth } of crossedWords(page)) {
      const { run, placed } = words;
      const { name, span } =
        run.line === undefined ? panelName(run, input.manifest.layout, 'y') : names(words);
      const at = { page: page.number, story: placed.story, span };
      const message = `a rule runs ${inPoints(depth)} into ${name}: “${wordsIn(run)}”`;
      const hint = `Move the text or the rule by ${inPoints(Math.ceil(depth + 1))}, or make the text smaller.`;
      findings.add('type-on-rule', name, { severity: 'warning', ...at, message, hint });
    }
  }
}

/** Runs of text with a rule in them, and how deep it is at the deepest. Points. */
function* crossedWords(page: Page): Iterable<{ readonly words: Labelled; readonly depth: number }> {
  const items = [...itemsOf(page)];
  const rules = items.flatMap(({ item, x, y }) => (item.kind === 'rule' ? extentsOf([item], x, y) : []));
  for (const placed of items) {
    const { item: run } = placed;
    if (run.kind !== 'glyphs') continue;
    const near = rules.filter(rule => mayTouch(rule, run, placed));
    if (near.length === 0) continue;
    const letters = letterAreas(run, placed);
    const depth = Math.max(...near.flatMap(rule => letters.map(letter => depthOf(rule, letter))));
    if (depth > SHARED) yield { words: { run, placed }, depth };
  }
}

/** Letters reach no farther from their baseline than this many sizes. */
const REACH = 2;

function mayTouch(rule: Extent, run: GlyphRun, { x, y }: PlacedItem): boolean {
  const width = run.advances.reduce((sum, advance) => sum + advance, 0);
  const [left, baseline, reach] = [x + run.x, y + run.y, REACH * run.size];
  const across = rule.left < left + width + reach && rule.right > left - reach;
  return across && rule.top < baseline + reach && rule.bottom > baseline - reach;
}

/** Where each glyph prints, by its outline. */
function letterAreas(run: GlyphRun, { x, y }: PlacedItem): Extent[] {
  const scale = run.size / run.face.unitsPerEm;
  const across = scale * (run.stretch ?? 1);
  let pen = x + run.x;
  return run.clusters.flatMap((cluster, at): Extent[] => {
    const origin = pen;
    pen += run.advances[at]!;
    return cluster.glyphs.map(({ id, dx, dy }) => {
      const { left, right, top, bottom } = boundsOf(run, id);
      return {
        left: origin + (dx + left) * across,
        right: origin + (dx + right) * across,
        top: y + run.y - (dy + top) * scale,
        bottom: y + run.y - (dy + bottom) * scale,
      };
    });
  });
}

/** Bounds of glyphs by face: the same letter stands beside many rules. */
const knownBounds = new WeakMap<Face, Map<number, GlyphShape>>();

/** In font units, y up, from the glyph's own origin. */
function boundsOf({ face, ink }: GlyphRun, id: number): GlyphShape {
  const known = knownBounds.get(face) ?? new Map<number, GlyphShape>();
  knownBounds.set(face, known);
  const bounds = known.get(id) ?? glyphShape(face, [{ id, dx: 0, dy: 0 }], ink);
  known.set(id, bounds);
  return bounds;
}

/** How far a rule and a letter lie over each other, the shorter way; 0 or less if they are apart. */
function depthOf(rule: Extent, letter: Extent): number {
  const across = Math.min(rule.right, letter.right) - Math.max(rule.left, letter.left);
  const down = Math.min(rule.bottom, letter.bottom) - Math.max(rule.top, letter.top);
  return Math.min(across, down);
}
