/** Reads and checks everything an editor may write: an issue number in, the manifest with all its files out. */

import type { FontSettings } from '../fonts/library.js';
import type { Problems } from '../problem/problem.js';
import { checkStoryColumns } from './check-columns.js';
import { checkFlatInks } from './check-inks.js';
import { checkIssue, checkStoryHeads } from './check-issue.js';
import { checkPublication } from './check-publication.js';
import { checkSections } from './check-templates.js';
import { readFonts } from './fonts.js';
import { type Layout, readLayout } from './layout.js';
import { type PhoneLayout, readPhoneLayout } from './phone-layout.js';
import { type EntryTemplate, templateOf, type Unplanned, unplanned } from './plan-template.js';
import type { Project } from './project.js';
import { type ReadFile, readYamlFile } from './read.js';
import { type IssueFile, issueFile, type PlanEntry } from './schema-issue.js';
import { severitiesOf } from './schema-preflight.js';
import { type PublicationFile, publicationFile } from './schema-publication.js';
import type { YamlSource } from './source.js';
import { readStoryList, type StoryList, type StorySource } from './story-sources.js';
import { inOwnLanguages, withOwnImprint } from './unused-languages.js';
import { id } from './values.js';

/** An issue as the editor wrote it, checked: every reference in it leads somewhere. */
export interface Manifest {
  readonly publication: PublicationFile;
  /** For the places of values in publication.yaml. */
  readonly publicationSource: YamlSource;
  readonly issue: IssueFile;
  /** For the places of values in issue.yaml. */
  readonly issueSource: YamlSource;
  /** Folder of the issue, relative to the project. */
  readonly folder: string;
  readonly layout: Layout;
  /** The layout of the phone edition. */
  readonly phone: PhoneLayout;
  readonly fonts: FontSettings;
  /** In the order of issue.yaml. */
  readonly stories: readonly StorySource[];
  /** The template of an entry of the plan; undefined stands for stories that no entry names. */
  readonly templateOf: (entry: PlanEntry | undefined) => EntryTemplate;
  /** What flows on the pages that the plan leaves free. */
  readonly unplanned: Unplanned;
}

/** What could be read of an issue's files. */
export interface Reading {
  /** Undefined if anything was wrong; `problems` then says what. */
  readonly manifest: Manifest | undefined;
  /** The stories that could be read, so that their texts are checked even if the manifest is wrong. */
  readonly stories: StoryList;
}

const PUBLICATION = 'issues/publication.yaml';

/** Everything an issue consists of. A fault in one file keeps no fault of another file from being found. */
export function readIssueFiles(project: Project, number: string, problems: Problems): Reading {
  const folder = `issues/${number}`;
  const publication = readYamlFile(project, PUBLICATION, publicationFile, problems);
  const print = publication?.value?.print;
  if (print !== undefined) problems.judge(severitiesOf(print.preflight));
  const issue = readYamlFile(project, `${folder}/issue.yaml`, issueFile, problems);
  const fonts = readFonts(project, problems);
  if (publication?.value !== undefined)
    checkPublication(project, publication.value, publication.source, problems);
  const paper = publication?.value && inOwnLanguages(publication.value, publication.source, problems);
  const layout = readChosenLayout(project, publication, issue, fonts, problems);
  const sections = publication?.value?.sections;
  if (layout !== undefined && sections !== undefined) checkSections(layout, Object.keys(sections), problems);
  if (layout !== undefined && print !== undefined) checkFlatInks(layout, print.inkLimit, problems);
  const phone =
    layout && fonts && publication && readPhoneLayout(project, publication, layout, fonts, problems);
  if (issue === undefined) return { manifest: undefined, stories: { entries: new Map(), sources: [] } };
  const stories = readStoryList(project, folder, issue.value, issue.source, problems);
  checkStoryHeads(stories.sources, publication?.value, problems);
  if (layout !== undefined) checkStoryColumns(stories.sources, layout.columns.count, problems);
  if (issue.value !== undefined) {
    const { value, source } = issue;
    checkIssue({
      project,
      folder,
      issue: value,
      source,
      publication: publication?.value,
      layout,
      stories,
      problems,
    });
  }
  const own =
    publication &&
    paper &&
    issue.value &&
    withOwnImprint(issue.value, issue.source, paper, publication.source, problems);
  if (problems.hasErrors || !paper || !own || !fonts || !layout || !phone)
    return { manifest: undefined, stories };
  const manifest = {
    publication: paper,
    publicationSource: publication.source,
    issue: own,
    issueSource: issue.source,
    folder,
    layout,
    phone,
    fonts,
    stories: stories.sources,
    templateOf: (entry: PlanEntry | undefined) => templateOf(entry, layout, stories.sources),
    unplanned: unplanned(own, stories.entries.keys()),
  };
  return { manifest, stories };
}

/** The layout that the issue names, or else the publication. */
function readChosenLayout(
  project: Project,
  publication: ReadFile<PublicationFile> | undefined,
  issue: ReadFile<IssueFile> | undefined,
  fonts: FontSettings | undefined,
  problems: Problems,
): Layout | undefined {
  for (const file of [issue, publication]) {
    // The name holds even if something else in the file is wrong.
    const name = (file?.source.value as { layout?: unknown } | null | undefined)?.layout;
    const checked = id.safeParse(name).data;
    if (checked !== undefined)
      return readLayout(project, checked, file!.source.span(['layout']), fonts, problems);
  }
  return undefined;
}
