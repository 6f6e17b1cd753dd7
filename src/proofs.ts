/** What is drawn for the editor alone: a set issue in; the edition under its overlays, or a sheet of all pages in small, out. */

import type { SetIssue } from './build.js';
import { baselineOf, TextSetter } from './flow/setter.js';
import type { Edition, Page } from './frame/frame.js';
import { Problems } from './problem/problem.js';
import { Labels } from './proof/labels.js';
import { overlayEdition } from './proof/overlay.js';
import { planSheet } from './proof/sheet.js';
import { problemSpots, type Resolution } from './proof/spots.js';

/** The pages under grid, columns, modules and marks, on sheets larger than the trim. */
export function proofEdition(set: SetIssue): Edition {
  const { made, manifest } = set;
  const { layout } = manifest;
  const setter = labelSetter(set);
  return overlayEdition(made.edition, {
    layoutOf: made.layoutOf,
    pages: made.pages,
    spots: problemSpots(made, set.gallery, resolutionOf(set)),
    labels: new Labels(setter),
    firstBaseline: lang => baselineOf(setter.style('body', lang), layout.grid),
  });
}

/** The flatplan as a page of its own. */
export function flatplanSheet(set: SetIssue): Page {
  const { made, manifest } = set;
  const { number, date } = manifest.issue;
  const { pages, binding } = made.edition;
  const title = `Issue ${number}, ${date}: ${pages.length} pages, bound on the ${binding}`;
  const spots = problemSpots(made, set.gallery, resolutionOf(set));
  return planSheet(made.edition, { pages: made.pages, title, spots, labels: labelsFor(set) });
}

function resolutionOf({ manifest }: SetIssue): Resolution {
  const { resolution } = manifest.publication.print.preflight;
  return resolution === 'off' ? {} : resolution;
}

/** Small texts in the paper's own type. */
export function labelsFor(set: SetIssue): Labels {
  return new Labels(labelSetter(set));
}

/** Sets labels: they refer to no page, and what their letters lack is no fault of the issue. */
function labelSetter({ manifest, fonts }: SetIssue): TextSetter {
  return new TextSetter(
    manifest.layout,
    fonts,
    new Problems(),
    () => '',
    () => undefined,
  );
}
