/** Preflight of the pages: an issue as made in; everything that would not print as it should, by the rules of its print condition, out. */

import type { Problem } from '../problem/problem.js';
import { checkContact } from './contact.js';
import { Findings, type Preflighted } from './finding.js';
import { checkLines } from './lines.js';
import { checkPages } from './pages.js';
import { checkPictures } from './pictures.js';
import { checkType } from './type.js';

export type { Preflighted } from './finding.js';

/**
 * Runs the rules that need frames alone. Other rules of the same settings stand where their matter is: flat inks and fonts in `manifest`,
 * missing glyphs in `text`, ink and the written file beside this file.
 */
export function preflightPages(input: Preflighted): Problem[] {
  const findings = new Findings();
  checkPages(input, findings);
  checkPictures(input, findings);
  checkType(input, findings);
  checkContact(input, findings);
  checkLines(input, findings);
  return findings.problems;
}
