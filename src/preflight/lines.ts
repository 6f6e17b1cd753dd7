/** Rules for rules: the lines on the pages in; those that are too thin for one ink, or for several to meet, out. */

import type { Ink } from '../frame/frame.js';
import { type Findings, inPoints, type Preflighted, tooSmall } from './finding.js';
import { plateCount } from './ground.js';
import { itemsOf, type PlacedItem } from './place.js';
import { drawingsOf, inDrawing, type Name, ruleName } from './source.js';

/** A line as it prints: its width in points. */
interface Line extends Name {
  readonly width: number;
  readonly ink: Ink;
}

/** Checks rules, narrow boxes and the strokes of drawings. */
export function checkLines(input: Preflighted, findings: Findings): void {
  const fileOf = drawingsOf(input);
  for (const page of input.made.edition.pages) {
    for (const placed of itemsOf(page)) {
      for (const line of linesOf(placed, input, fileOf)) checkLine(line, placed, input, findings);
    }
  }
}

function linesOf(
  { item }: PlacedItem,
  input: Preflighted,
  fileOf: ReturnType<typeof drawingsOf>,
): readonly Line[] {
  const { layout } = input.manifest;
  if (item.kind === 'rule') return [{ ...ruleName(item, layout), width: item.width, ink: item.ink }];
  if (item.kind === 'box') {
    const width = Math.min(item.width, item.height);
    return [{ ...ruleName({ width }, layout), width, ink: item.ink }];
  }
  if (item.kind !== 'drawing') return [];
  const file = fileOf(item);
  const named =
    file === undefined ? { name: 'a drawing', span: undefined } : { name: file, span: inDrawing(file) };
  return item.shapes.flatMap(({ stroke }) =>
    stroke === undefined ? [] : [{ ...named, width: stroke.width * item.scale, ink: stroke.ink }],
  );
}

function checkLine(
  { width, ink, name, span }: Line,
  placed: PlacedItem,
  input: Preflighted,
  findings: Findings,
): void {
  const plates = plateCount(ink);
  if (plates === 0) return;
  const rule = plates === 1 ? 'thin-rule' : 'thin-coloured-rule';
  const fault = tooSmall(input.manifest.publication.print.preflight[rule], width);
  if (fault === undefined) return;
  const inks = plates === 1 ? 'one ink' : `${plates} inks (${ink.name})`;
  const message = `${name} is ${inPoints(width)} in ${inks}`;
  const hint =
    plates === 1
      ? `Thin lines break up on newsprint: take ${inPoints(fault.limit)}.`
      : `Inks do not meet on thin lines: take ${inPoints(fault.limit)}, or one ink.`;
  const { page, story } = placed;
  findings.add(rule, name, { ...fault, page, story, span, message, hint });
}
