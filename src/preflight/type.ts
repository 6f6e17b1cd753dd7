/** Rules for type: the text on the pages in; small type in several inks, reversed type and type on tints that will not print clean out. */

import type { GlyphRun, Ink, Item, Page } from '../frame/frame.js';
import type { Span } from '../problem/problem.js';
import { type Findings, inPoints, type Preflighted, tooLarge, tooSmall } from './finding.js';
import { type Ground, Grounds, plateCount, toneOf } from './ground.js';
import { itemsOf, type PlacedItem } from './place.js';
import { type Labelled, namesOf, wordsIn } from './source.js';

/** Text of one ink on one line. */
interface Words extends Labelled {
  readonly page: number;
  readonly story: string | undefined;
  readonly text: string;
  readonly ground: Ground | undefined;
}

/** Checks all text on the pages. */
export function checkType(input: Preflighted, findings: Findings): void {
  const names = namesOf(input);
  for (const page of input.made.edition.pages) {
    for (const words of wordsOf(page)) {
      checkColoured(words, names(words), input, findings);
      checkGround(words, names(words), input, findings);
    }
  }
}

/** What is called by which name in which file. */
interface Named {
  readonly name: string;
  readonly span: Span | undefined;
}

function checkColoured(words: Words, { name, span }: Named, input: Preflighted, findings: Findings): void {
  const { run, page, story } = words;
  const plates = plateCount(run.ink);
  const fault = plates > 1 && tooSmall(input.manifest.publication.print.preflight['coloured-type'], run.size);
  if (!fault) return;
  const message = `${name} is ${inPoints(run.size)} in ${plates} inks (${inkName(run.ink)}): “${words.text}”`;
  const hint = `Type in several inks shows coloured edges: take ${fault.limit} pt, or one ink.`;
  findings.add('coloured-type', `${name}/${run.ink.name}`, { ...fault, page, story, span, message, hint });
}

/** Paper counts as lighter than a letter only if the difference can be seen. */
const VISIBLE = 0.15;
/** Type from this size on, in points, stands on any tint. */
const LARGE = 14;
/** Type lighter than semibold is reversed from this many times the size on (12 pt for 10 pt bold). */
const BOLD = 600;
const LIGHTER = 1.2;

function checkGround(words: Words, named: Named, input: Preflighted, findings: Findings): void {
  const { run, ground, page, story } = words;
  if (ground === undefined) return;
  const { name, span } = named;
  const rules = input.manifest.publication.print.preflight;
  const [own, under] = [toneOf(run.ink), ground === 'picture' ? PICTURE_TONE : toneOf(ground)];
  const kind = `${name}/${ground === 'picture' ? ground : ground.name}`;
  if (under > own + VISIBLE) {
    const isBold = run.face.weight >= BOLD;
    const fault = tooSmall(rules['reversed-type'], isBold ? run.size : run.size / LIGHTER);
    if (fault === undefined) return;
    const weight = isBold ? 'bold' : 'not bold';
    const message = `${name} is reversed out of ${groundName(ground)}, ${inPoints(run.size)} and ${weight}: “${words.text}”`;
    const hint = `Ink fills thin letters: take ${fault.limit} pt bold, or ${Math.round(fault.limit * LIGHTER)} pt.`;
    findings.add('reversed-type', kind, { ...fault, page, story, span, message, hint });
    return;
  }
  const fault = ground !== 'picture' && run.size < LARGE && tooLarge(rules['type-on-tint'], under * 100);
  if (!fault) return;
  const message = `${name} stands on ${groundName(ground)}, a tint of ${Math.round(under * 100)} %: “${words.text}”`;
  const hint = `Letters drown in dark dots: take a ground of ${fault.limit} % or less.`;
  findings.add('type-on-tint', kind, { ...fault, page, story, span, message, hint });
}

/** A picture has light and dark places; only white type on it is surely reversed. */
const PICTURE_TONE = 0.5;

function inkName({ name, spot }: Ink): string {
  return spot?.name ?? name;
}

function groundName(ground: Ground): string {
  return ground === 'picture' ? 'a picture' : `“${inkName(ground)}”`;
}

/** The text of a page, line by line and ink by ink; a word of another family in a line counts as large as its neighbours. */
function* wordsOf(page: Page): Iterable<Words> {
  const grounds = new Grounds();
  const lines = new Map<object, Map<Ink, Words>>();
  const found: Words[] = [];
  for (const placed of itemsOf(page)) {
    const { story, item } = placed;
    grounds.add(placed);
    for (const { run, x, y } of runsOf(item, placed)) {
      const text = wordsIn(run);
      if (text === '') continue;
      const words = { run, placed, page: page.number, story, text, ground: grounds.at(x, y) };
      const line = run.line === undefined ? undefined : (lines.get(run.line) ?? new Map<Ink, Words>());
      if (line === undefined) found.push(words);
      else {
        const before = line.get(run.ink);
        if (before === undefined || before.run.size < run.size) line.set(run.ink, words);
        lines.set(run.line!, line);
      }
    }
  }
  yield* found;
  for (const line of lines.values()) yield* line.values();
}

/** The runs of an item, each with the middle of its letters on the page. */
function runsOf(item: Item, { x, y }: PlacedItem): { run: GlyphRun; x: number; y: number }[] {
  if (item.kind === 'glyphs')
    return [{ run: item, x: x + item.x + halfOf(item), y: y + item.y - heart(item) }];
  if (item.kind !== 'turned') return [];
  const angle = (item.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return item.runs.map(run => {
    const [across, down] = [run.x + halfOf(run), run.y - heart(run)];
    return { run, x: x + item.x + cos * across - sin * down, y: y + item.y + sin * across + cos * down };
  });
}

function halfOf({ advances }: GlyphRun): number {
  return advances.reduce((sum, advance) => sum + advance, 0) / 2;
}

/** From the baseline up to the middle of small letters. */
function heart({ size }: GlyphRun): number {
  return size / 4;
}
