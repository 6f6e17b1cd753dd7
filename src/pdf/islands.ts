import type { GlyphRun } from '../frame/frame.js';
import { markAt } from './told.js';
export function apart(runs: readonly GlyphRun[], read: readonly number[]): GlyphRun[] {
  const out: GlyphRun[] = [];
  for (const index of read) {
    const run = runs[index]!;
    // MuPDF begins a new line where text that runs from right to left goes on elsewhere; between two directions it looks over any distance.
    if (run.rtl && out.at(-1)?.rtl) out.push(markAt(run, run.x));
    out.push(run);
  }
  return out;
}
