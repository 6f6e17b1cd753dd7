/**
 * A run in, the runs that it is painted as out.
 *
 * pdf.js takes a piece of text for one that runs from right to left if three of ten characters are of such letters. A run that has fewer,
 * a mark and a space or a word of one letter among spaces, is painted in parts in the order they are read; each is then a piece by itself;
 * the marks between keep MuPDF from turning them round.
 */

import type { GlyphRun } from '../../frame/frame.js';
import { kindOf } from './segments.js';
import { RIGHT_TO_LEFT_MARK, spell } from './spelling.js';
import { fillsTab, isTold, markAt, widthOf } from './told.js';

const FEWEST = 0.3;

export function pieces(run: GlyphRun): GlyphRun[] {
  if (!run.rtl || fillsTab(run) || !isWeak(run)) return [run];
  const parts: GlyphRun[] = [];
  for (let from = 0; from < run.clusters.length; ) {
    let to = from + 1;
    if (hasLetter(run, from)) while (to < run.clusters.length && hasLetter(run, to)) to++;
    const x = run.x + widthOf({ advances: run.advances.slice(0, from) });
    parts.unshift({
      ...run,
      x,
      clusters: run.clusters.slice(from, to),
      advances: run.advances.slice(from, to),
    });
    from = to;
  }
  return parts.flatMap((part, index) => (index === 0 ? [part] : [markAt(part, part.x), part]));
}

function hasLetter({ clusters }: GlyphRun, index: number): boolean {
  return [...clusters[index]!.text].some(character => kindOf(character) === 'R');
}

function isWeak({ clusters }: GlyphRun): boolean {
  const all = clusters.flatMap(cluster => {
    const { before, text } = isTold(cluster) ? cluster.told : spell(cluster, true);
    return [...before.filter(mark => !/\p{Cf}$/u.test(mark)).join(''), ...text];
  });
  const letters = all.filter(
    character => kindOf(character) === 'R' && character !== RIGHT_TO_LEFT_MARK,
  ).length;
  return letters / all.length <= FEWEST;
}
