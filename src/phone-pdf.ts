/** The PDF for phones of a set issue: pages of a screen's shape made from the same stories, its bytes and what is said of it out. */

import type { SetIssue } from './build.js';
import { reportText, type TextReport } from './frame/text-report.js';
import type { Project } from './manifest/project.js';
import { makePhoneEdition } from './phone/edition.js';
import type { Progress } from './picture/rendition.js';
import { reportTroubles } from './picture-problems.js';
import type { Problems } from './problem/problem.js';
import { type ReaderEdition, readerPictures, type SharePdf, writeShare } from './share-pdf.js';

/** The phone edition in the report. */
export interface PhoneReport {
  readonly pageCount: number;
  /** Of a page, in points. */
  readonly width: number;
  readonly height: number;
  /** The page on which each story begins, in the order of the pages. */
  readonly stories: readonly { readonly id: string; readonly page: number }[];
  readonly text: readonly TextReport[];
}

export interface PhonePdf extends SharePdf {
  readonly report: PhoneReport;
}

/** Makes the pages and writes them, their pictures made smaller until there are no more than `most` bytes. */
export async function writePhone(
  project: Project,
  set: SetIssue,
  most: number | undefined,
  progress: Progress,
  problems: Problems,
): Promise<PhonePdf> {
  const { publication, phone } = set.manifest;
  const { edition, begins } = makePhoneEdition(set, problems);
  const { width, height } = phone.layout.sheet;
  const pages: ReaderEdition = {
    edition,
    resolution: Math.round((publication.phone.pixels / width) * 72),
    quality: publication.share.quality,
    name: 'phone PDF',
  };
  const pictures = await readerPictures(project, set.cache, pages, 0, progress);
  reportTroubles(pictures.troubles, problems);
  const text = reportText(edition);
  const stories = [...begins].map(([id, page]) => ({ id, page }));
  const report = { pageCount: edition.pages.length, width, height, stories, text };
  if (pictures.troubles.length > 0) return { pdf: new Uint8Array(), note: undefined, report };
  return { ...(await writeShare(project, set.cache, pages, pictures, most, problems)), report };
}
