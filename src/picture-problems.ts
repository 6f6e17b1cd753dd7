/** What is wrong with pictures, told where the editor named them: troubles of the gallery in, problems with places out. */

import type { Manifest } from './manifest/manifest.js';
import type { Project } from './manifest/project.js';
import type { Gallery } from './picture/gallery.js';
import type { PreparedRenditions } from './picture/prepare.js';
import type { PictureTrouble } from './picture/trouble.js';
import { placeOfPicture } from './preflight/place.js';
import type { Problems, Span } from './problem/problem.js';
import type { Story } from './story/story.js';

/** Names each troubled picture where a story or the front page asks for it, and the press profile where it is set. */
export function reportPictures(
  project: Project,
  gallery: Gallery,
  manifest: Manifest,
  stories: readonly Story[],
  problems: Problems,
): void {
  const profile = manifest.publicationSource.span(['print', 'profile']);
  for (const [file, trouble] of gallery.troubles)
    reportTrouble(project, trouble, placeOfPicture(file, manifest, stories) ?? profile, problems);
  for (const { file, unsupported } of gallery.pictures.values()) {
    if (unsupported === undefined) continue;
    // So that the line can be shown.
    project.read(file);
    problems.warning(
      'drawing-rasterised',
      { file, line: unsupported.line, column: unsupported.column, length: 1 },
      `the drawing uses “${unsupported.name}”, which this program cannot keep as vectors; it prints as pixels`,
      'Redraw it with plain shapes, or leave it as it is.',
    );
  }
}

/** A trouble with a file that is named at a place. */
export function reportTrouble(
  project: Project,
  { code, message, hint }: PictureTrouble,
  span: Span,
  problems: Problems,
): void {
  problems.error(code, span, message.replaceAll(`${project.root}/`, ''), sentence(hint));
}

/** Pictures that could be opened but not brought into the form an output needs. */
export function reportTroubles(troubles: PreparedRenditions['troubles'], problems: Problems): void {
  for (const { file, trouble } of troubles) {
    problems.error(trouble.code, { file, line: 1, column: 1, length: 1 }, trouble.message, trouble.hint);
  }
}

/** Hints end with a full stop and begin with a capital. */
function sentence(hint: string): string {
  return `${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.?!]$/.test(hint) ? '' : '.'}`;
}
