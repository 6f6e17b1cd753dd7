/** Rules for pictures: those on the pages in; coarse ones, those cropped hard and those without caption, credit, alternative text or profile out. */

import type { Page, PictureItem } from '../frame/frame.js';
import { effectivePpi } from '../picture/resolution.js';
import type { Span } from '../problem/problem.js';
import { type Breach, type Findings, type Preflighted, tooSmall } from './finding.js';
import { itemsOf, placeOfPicture } from './place.js';

/** Checks every picture that stands on a page. */
export function checkPictures(input: Preflighted, findings: Findings): void {
  const { manifest, stories, made, gallery } = input;
  const { resolution } = manifest.publication.print.preflight;
  for (const page of made.edition.pages) {
    for (const { item, story } of itemsOf(page)) {
      if (item.kind !== 'picture') continue;
      const standing = { page: page.number, story };
      const span = placeOfPicture(item.file, manifest, stories, standing);
      const at = { ...standing, span };
      const source = gallery.pictures.get(item.file);
      const ppi = effectivePpi(item, source);
      const fault = ppi === undefined ? undefined : tooSmall(resolution, Math.round(ppi));
      if (fault !== undefined) {
        const message = `${item.file} has ${Math.round(ppi!)} pixels an inch here, and ${fault.limit} are wanted`;
        const hint = 'Show more of it or make it smaller; or ask for a larger file.';
        // The halves of a picture across two pages are as coarse as one another: one finding.
        findings.add('resolution', `${item.file}/${span?.file}/${span?.line}/${fault.severity}`, {
          ...fault,
          ...at,
          message,
          hint,
        });
      }
      if (page.number > 1 || !isTeaser(item, input)) checkCrop(item, at, input, findings);
      if (source?.untaggedInks === true) {
        const message = `${item.file} is in CMYK without a profile; its inks are printed as they are`;
        const hint = 'Save it with the profile it was made for, or in RGB.';
        findings.add('untagged-cmyk', item.file, { severity: 'warning', ...at, message, hint });
      }
    }
  }
  for (const told of picturesTold(input)) checkTexts(told, findings);
  checkFillers(input, findings);
}

/** A picture on the front page that is not its own. */
function isTeaser({ file }: PictureItem, { manifest }: Preflighted): boolean {
  const { folder, issue } = manifest;
  return issue.front !== undefined && file !== `${folder}/pictures/${issue.front.picture.file}`;
}

/** A picture of which little is seen says something else than the one that was taken. Teasers show what they can. */
function checkCrop(
  { file, crop }: PictureItem,
  at: Pick<Breach, 'page' | 'story' | 'span'>,
  { manifest }: Preflighted,
  findings: Findings,
): void {
  const shown = crop.width * crop.height * 100;
  const fault = tooSmall(manifest.publication.print.preflight.crop, shown);
  if (fault === undefined) return;
  const message = `${Math.round(shown)} % of ${file} is shown, and ${fault.limit} are wanted`;
  const hint =
    'Give it other “columns” or less text beside it, or take one nearer to the shape of its place.';
  findings.add('crop', file, { ...fault, ...at, message, hint });
}

/** A picture that an editor has words for, and where it stands. */
interface Told {
  readonly file: string;
  readonly span: Span;
  readonly story: string | undefined;
  readonly page: number;
  /** Its words, empty or undefined where there are none. */
  readonly words: Readonly<Record<'caption' | 'credit' | 'alt', { readonly length: number } | undefined>>;
}

/** Pictures of stories and of the front page that stand on a page. Teasers repeat what a story tells. */
function picturesTold({ made, stories, manifest }: Preflighted): Told[] {
  const front = manifest.issue.front?.picture;
  const span = manifest.issueSource.span(['front', 'picture', 'file']);
  const told: Told[] =
    front === undefined
      ? []
      : [{ file: front.file, span, story: undefined, page: 1, words: front as Told['words'] }];
  const modules = made.pages.flatMap(({ page, modules }) => modules.map(module => ({ page, ...module })));
  for (const { page, story, pictures } of modules) {
    const own = stories.find(({ id }) => id === story)!.pictures;
    for (const { file } of pictures) {
      const picture = own.find(one => one.file === file);
      if (picture !== undefined) told.push({ file, span: picture.span, story, page, words: picture });
    }
  }
  return told;
}

/** Fillers have no caption or credit, but are to be told to those who cannot see them, in each of their languages. */
function checkFillers({ made, gallery, manifest }: Preflighted, findings: Findings): void {
  const { publication, publicationSource } = manifest;
  for (const [index, { title, picture, alt = {} }] of (publication.fillers ?? []).entries()) {
    const file = `issues/pictures/${picture}`;
    const shapes = gallery.pictures.get(file)?.vector?.shapes;
    const stands = (page: Page): boolean =>
      [...itemsOf(page)].some(({ item }) =>
        item.kind === 'picture' ? item.file === file : item.kind === 'drawing' && item.shapes === shapes,
      );
    const page = picture === undefined ? undefined : made.edition.pages.find(stands);
    const missing = Object.keys(title).filter(lang => !(lang in alt));
    if (page === undefined || missing.length === 0) continue;
    const at = {
      page: page.number,
      story: undefined,
      span: publicationSource.span(['fillers', index, 'picture']),
    };
    const message = `the picture ${file} has no alternative text`;
    const hint = `Add “alt: { ${missing.map(lang => `${lang}: …`).join(', ')} }” for those who cannot see it.`;
    findings.add('alt', file, { severity: 'warning', ...at, message, hint });
  }
}

const TEXTS = [
  ['caption', 'caption', 'Add “caption: …”: readers look at pictures first.'],
  ['credit', 'credit', 'Add “credit: …”: who took or drew it.'],
  ['alt', 'alternative text', 'Add “alt: …” for those who cannot see it.'],
] as const;

function checkTexts({ file, span, story, page, words }: Told, findings: Findings): void {
  for (const [key, name, hint] of TEXTS) {
    if ((words[key]?.length ?? 0) > 0) continue;
    const message = `the picture ${file} has no ${name}`;
    const at = { page, story, span };
    findings.add(key, `${file}/${story}`, { severity: 'warning', ...at, message, hint });
  }
}
