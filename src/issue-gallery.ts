/** Opens every picture of an issue: stories, front page and fillers in, the gallery out. */

import type { Manifest } from './manifest/manifest.js';
import type { Project } from './manifest/project.js';
import type { FillerText } from './page/read-fillers.js';
import type { PictureCache } from './picture/cache.js';
import { type Gallery, openGallery } from './picture/gallery.js';
import { pressOutput } from './press-settings.js';
import { filesOf, type Story } from './story/story.js';

/** What is wrong with a picture is in the gallery, under its path. */
export function openIssueGallery(
  project: Project,
  { publication, issue, folder }: Manifest,
  stories: readonly Story[],
  fillers: readonly FillerText[],
  cache: PictureCache,
): Promise<Gallery> {
  const files = stories.flatMap(story => story.pictures.flatMap(filesOf));
  files.push(...fillers.flatMap(({ file }) => file ?? []));
  if (issue.front !== undefined) {
    const teasers = (issue.front.teasers ?? []).map(teaser => teaser.picture);
    const names = [issue.front.picture.file, ...teasers.filter(name => name !== undefined)];
    files.push(...names.map(name => `${folder}/pictures/${name}`));
  }
  return openGallery(files, { root: project.root, cache, press: pressOutput(project, publication.print) });
}
