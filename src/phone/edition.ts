/** Makes the phone edition of an issue: the same stories and pictures in; pages of a screen's shape, one column each, out. */

import { TextSetter } from '../flow/setter.js';
import type { Edition, Item, Page } from '../frame/frame.js';
import type { Manifest } from '../manifest/manifest.js';
import type { EditionInput } from '../page/edition.js';
import { type Area, typeArea } from '../page/geometry.js';
import { editionOf, sectionsOf } from '../page/pages.js';
import { drawPanel, type PanelPlace } from '../page/panel.js';
import { SystemText } from '../page/words.js';
import type { Problems } from '../problem/problem.js';
import type { Story } from '../story/story.js';
import { coverPieces, type StoryGroup } from './cover.js';
import { type Filled, fillPages, type Strand } from './fill.js';
import { imprintPieces } from './imprint.js';
import { storyPieces } from './story.js';

export type PhoneInput = Omit<EditionInput, 'fillers'>;

export interface PhoneEdition {
  readonly edition: Edition;
  /** The page on which each story begins, in the order of the pages. */
  readonly begins: ReadonlyMap<string, number>;
}

/** Page numbers change text and text moves pages; this many rounds settle it or the last one stands. */
const MOST_ROUNDS = 6;

/** The page with the list of contents: folios lead there. */
const CONTENTS = 1;

/**
 * Pages in the order of reading: masthead and contents, then stories by section in the issue's order, then the imprint. Characters that
 * no font has are added to `problems`.
 */
export function makePhoneEdition(input: PhoneInput, problems: Problems): PhoneEdition {
  const { manifest, fonts } = input;
  const { publication, phone } = manifest;
  const { layout } = phone;
  const words = new SystemText(publication, manifest.issue);
  const groups = groupsOf(input.stories);
  let pageOfStory = new Map(input.stories.map(({ id }) => [id, 2]));
  const setter = new TextSetter(
    layout,
    fonts,
    problems,
    (story, lang) => words.number(pageOfStory.get(story) ?? 0, lang),
    story => pageOfStory.get(story),
  );
  const round = (): Filled => {
    const strands = strandsOf(input, groups, setter, words);
    const filled = fillPages(strands, areaOf(manifest), phone.room, setter);
    const found = strands.flatMap(({ story }, index) =>
      story === undefined ? [] : [[story, filled.begins[index]!] as const],
    );
    settled = found.every(([story, page]) => pageOfStory.get(story) === page);
    pageOfStory = new Map(found);
    return filled;
  };
  let settled = false;
  let filled = round();
  for (let count = 1; count < MOST_ROUNDS && !settled; count++) filled = round();
  if (!settled) {
    problems.warning(
      'references-unsettled',
      manifest.issueSource.span(['stories']),
      'on the phone, page references move the text that they stand in, so some may be one page off',
      'Leave one of them out.',
    );
  }
  const pages = filled.pages.map((draw, index) => {
    const number = index + 1;
    const { width, height } = layout.sheet;
    const label = words.number(number, words.lang);
    const page: Page = {
      number,
      label,
      width,
      height,
      items: [...furniture(number, manifest, setter, words), ...draw()],
    };
    return page;
  });
  const edition = { ...editionOf({ ...manifest, layout }, words, pages), sections: sectionsOf(input) };
  return { edition, begins: pageOfStory };
}

/** Sections in the order in which the issue names them first; what has none stands together too. */
function groupsOf(stories: readonly Story[]): StoryGroup[] {
  const sections = [...new Set(stories.map(({ section }) => section))];
  return sections.map(section => ({ section, stories: stories.filter(story => story.section === section) }));
}

/** The column between the margins and over the folio. */
function areaOf({ phone, publication }: Manifest): Area {
  const area = typeArea(phone.layout, CONTENTS, publication.binding);
  return { ...area, height: area.height - phone.layout.folio.height };
}

/** Everything that flows: the cover, each story, the imprint. */
function strandsOf(
  input: PhoneInput,
  groups: readonly StoryGroup[],
  setter: TextSetter,
  words: SystemText,
): Strand[] {
  const { manifest, stories, gallery, front, imprint } = input;
  const { publication, phone } = manifest;
  const reach = phone.pictures === 'edges' ? phone.layout.margins.inside : 0;
  const place = placeOf(CONTENTS, manifest);
  const cover = coverPieces(groups, { setter, gallery, words, publication, phone, place, front, reach });
  const digits = (lang: string) => words.digits(lang);
  const context = { setter, gallery, stories, digits, reach, tallest: areaOf(manifest).height };
  const told = groups.flatMap(group =>
    group.stories.map(story => ({ story: story.id, pieces: storyPieces(story, context) })),
  );
  const last = imprintPieces(imprint, setter);
  return [{ story: undefined, pieces: cover }, ...told, { story: undefined, pieces: last }];
}

/** Pages lie one under another: all turn on the side away from the paper's binding. */
function placeOf(page: number, manifest: Manifest): PanelPlace {
  const outer = manifest.publication.binding === 'left' ? 'right' : 'left';
  return { area: areaOf(manifest), page, outer };
}

/** What every page has behind and under its text: a tint, the folio, a link back to the contents. */
function furniture(number: number, manifest: Manifest, setter: TextSetter, words: SystemText): Item[] {
  const { layout, ground } = manifest.phone;
  const { width, height } = layout.sheet;
  const behind: Item[] =
    ground === undefined ? [] : [{ kind: 'box', x: 0, y: 0, width, height, ink: ground }];
  if (number === CONTENTS) return behind;
  const { x, y, width: measure, height: depth } = areaOf(manifest);
  const foot = y + depth;
  const place = { ...placeOf(number, manifest), area: { x, y: foot, width: measure } };
  const folio = drawPanel(layout.folio, place, words.placeholders(number, undefined), setter);
  const says = words.title(words.lang);
  return [
    ...behind,
    ...folio,
    { kind: 'link', x: 0, y: foot, width, height: height - foot, target: { page: CONTENTS }, says },
  ];
}
