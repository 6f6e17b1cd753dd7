/** The first page of a phone edition: masthead, the front page's picture, and all headlines by section, as pieces. */

import { contentsPieces } from '../flow/contents.js';
import type { Piece } from '../flow/piece.js';
import type { TextSetter } from '../flow/setter.js';
import type { Group, Item, Role } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { PhoneLayout } from '../manifest/phone-layout.js';
import type { PublicationFile } from '../manifest/schema-publication.js';
import type { FrontTexts } from '../page/edition.js';
import { drawPanel, type PanelPlace } from '../page/panel.js';
import type { SystemText } from '../page/words.js';
import type { Gallery } from '../picture/gallery.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import { figurePiece } from './figure.js';

/** Stories that stand together: a section, or those without one. */
export interface StoryGroup {
  readonly section: string | undefined;
  readonly stories: readonly Story[];
}

export interface CoverContext {
  readonly setter: TextSetter;
  readonly gallery: Gallery;
  readonly words: SystemText;
  readonly publication: PublicationFile;
  readonly phone: PhoneLayout;
  readonly place: PanelPlace;
  readonly front: FrontTexts | undefined;
  /** By how much pictures stand out of the column on both sides. Points. */
  readonly reach: number;
}

/** Places in the order in which the page is read. */
const READ = { masthead: 0, picture: 2, contents: 50 };

export function coverPieces(groups: readonly StoryGroup[], context: CoverContext): Piece[] {
  const lists = groups.flatMap((group, index) => sectionPieces(group, READ.contents + index, context));
  return [mastheadPiece(context), ...picturePieces(context), ...lists];
}

/** A piece all of whose items stand in the front. */
function frontPiece(piece: Omit<Piece, 'floats' | 'whole' | 'role'>): Piece {
  const { draw } = piece;
  const drawn = (x: number, y: number): Item[] => [inGroup('front', 0, draw(x, y))];
  return { ...piece, floats: false, whole: true, role: 'front', draw: drawn };
}

function inGroup(role: Role, block: number, items: readonly Item[]): Group {
  return { kind: 'group', x: 0, y: 0, role, story: undefined, block, alt: undefined, items };
}

/** The layout's masthead; without one the titles, with number and date under them. */
function mastheadPiece(context: CoverContext): Piece {
  const { setter, phone, place, words } = context;
  const { masthead } = phone;
  const common = { before: 0, mayEndColumn: false, block: READ.masthead };
  if (masthead === undefined) return { ...frontPiece({ ...common, ...titles(context) }) };
  return frontPiece({
    ...common,
    height: setter.onGrid(masthead.height),
    draw: (x, y) => {
      const at = { ...place, area: { ...place.area, x, y } };
      const items = drawPanel(masthead, at, words.placeholders(1, undefined), setter);
      return [inGroup('masthead', READ.masthead, items)];
    },
  });
}

/** Space under the titles. Points. */
const UNDER_TITLES = 16;

function titles({ setter, words, publication }: CoverContext): Pick<Piece, 'height' | 'draw'> {
  const { columnWidth } = setter.layout;
  const lines = publication.languages.flatMap(lang => {
    const fill = words.placeholders(1, undefined);
    const date = `${fill(`number.${lang}`)} · ${words.date(lang)}`;
    const texts = [
      [words.title(lang), 'headline-brief'],
      [date, 'byline'],
    ] as const;
    return texts.map(([text, style]) => setter.set(plainRun(text, NOWHERE), style, lang, columnWidth));
  });
  return {
    height: setter.onGrid(lines.reduce((sum, { height }) => sum + height, UNDER_TITLES)),
    draw: (x, y) => {
      let top = y;
      const items = lines.flatMap((text, block) => {
        const drawn = inPart(setter.draw(text, x, top), 'paragraph', block);
        top += text.height;
        return drawn;
      });
      return [inGroup('masthead', READ.masthead, items)];
    },
  };
}

const NOWHERE = { file: '', line: 1, column: 1, length: 1 };

/** The front page's picture across the screen, as high as the layout has it. */
function picturePieces({ front, gallery, phone, setter, reach }: CoverContext): Piece[] {
  const source = front && gallery.pictures.get(front.picture.file);
  if (front === undefined || source === undefined || phone.frontPicture === 0) return [];
  const place = { setter, lang: front.lang, reach, story: undefined, block: READ.picture };
  const piece = figurePiece(front.picture, [source], {
    ...place,
    tallest: Number.POSITIVE_INFINITY,
    shape: phone.frontPicture,
  });
  return [frontPiece({ ...piece, before: 0 })];
}

/** A section's titles under a rule in its ink, and the headlines of its stories. */
function sectionPieces(
  { section, stories }: StoryGroup,
  block: number,
  { setter, publication }: CoverContext,
): Piece[] {
  const { columnWidth, sections, inks, module } = setter.layout;
  const inGroups = (items: readonly Item[]): Item[] => [inGroup('contents', block, items)];
  const entries = contentsPieces(stories, columnWidth, block, setter).map(piece => {
    const { draw, floats: _, role: __, ...rest } = piece;
    return frontPiece({ ...rest, draw: (x, y) => inGroups(draw(x, y)) });
  });
  const names = section === undefined ? {} : (publication.sections?.[section] ?? {});
  const texts = publication.languages.flatMap(lang => {
    const name = names[lang];
    return name === undefined ? [] : [{ lang, text: plainRun(name, NOWHERE) }];
  });
  if (texts.length === 0) return entries;
  const [main] = publication.languages;
  const set = texts.map(({ lang, text }) => {
    // The first language stands where the paper's lines begin, the others at their end.
    const atStart = (lang === main) === (directionOf(lang) === directionOf(main!));
    return setter.set(text, 'inside-title', lang, columnWidth, { align: atStart ? 'start' : 'end' });
  });
  const height = Math.max(...set.map(text => text.height));
  const ink = inks.get(sections[section!]?.ink ?? '') ?? inks.get(module.ruleInk)!;
  const head = frontPiece({
    height: setter.onGrid(height + 2),
    before: setter.onGrid(height * 0.6),
    mayEndColumn: false,
    block,
    draw: (x, y) => [
      { kind: 'rule', x1: x, y1: y, x2: x + columnWidth, y2: y, width: module.sidebarRule, ink },
      ...inGroups(set.flatMap(text => inPart(setter.draw(text, x, y + 2), 'subhead', -1))),
    ],
  });
  return [head, ...entries];
}
