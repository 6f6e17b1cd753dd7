/** Reads the front page and the imprint of an issue file: checked YAML in, texts with their places out. */

import type { Manifest } from '../../manifest/manifest.js';
import type { TeaserFile } from '../../manifest/schema-issue.js';
import type { YamlPath } from '../../manifest/source.js';
import type { Problems } from '../../problem/problem.js';
import { storiesListed } from '../../story/contents.js';
import { parseInline } from '../../story/markdown.js';
import { directionOf, type RichText, type Story, USUAL_FOCUS } from '../../story/story.js';
import { typographic } from '../../story/typographic.js';
import { isRightToLeft, scriptOf } from '../../text/scripts.js';
import type { EditionInput, FrontTexts } from '../edition.js';
import type { TeaserPicture } from './teasers.js';

/** What the front page says; where an entry leaves something out, the story's own head stands. */
export function readFront(
  manifest: Manifest,
  stories: readonly Story[],
  problems: Problems,
): FrontTexts | undefined {
  const { front } = manifest.issue;
  if (front === undefined) return undefined;
  const story = (id: string): Story => stories.find(item => item.id === id)!;
  const text = (value: string | undefined, path: YamlPath, lang: string): RichText | undefined =>
    value === undefined ? undefined : readText(value, path, lang, manifest, problems);
  const head = (key: 'main' | 'second'): FrontTexts['main'] | undefined => {
    const entry = front[key];
    if (entry === undefined) return undefined;
    const own = story(entry.story);
    return {
      story: own,
      kicker: text(entry.kicker, ['front', key, 'kicker'], own.lang) ?? own.kicker,
      headline: text(entry.headline, ['front', key, 'headline'], own.lang) ?? own.headline,
      deck: text(entry.deck, ['front', key, 'deck'], own.lang) ?? own.deck,
    };
  };
  const names = (list: readonly string[] | undefined) => list?.map(name => ({ name }));
  const { picture } = front;
  const lang = languageOf(
    [picture.caption, picture.credit, picture.alt].join(),
    manifest.publication.languages,
  );
  return {
    picture: {
      file: `${manifest.folder}/pictures/${picture.file}`,
      beside: [],
      caption: text(picture.caption, ['front', 'picture', 'caption'], lang),
      credit: text(picture.credit, ['front', 'picture', 'credit'], lang),
      alt: picture.alt,
      columns: undefined,
      focus: picture.focus ?? USUAL_FOCUS,
      place: undefined,
      span: manifest.issueSource.span(['front', 'picture', 'file']),
    },
    lang,
    main: head('main')!,
    second: head('second'),
    teasers: (front.teasers ?? []).map((entry, index) => {
      const own = story(entry.story);
      return {
        story: own,
        kicker: undefined,
        headline: text(entry.headline, ['front', 'teasers', index, 'headline'], own.lang) ?? own.headline,
        deck: undefined,
        picture: teaserPicture(entry, own, manifest),
      };
    }),
    inside: (front.inside ?? []).map(({ lang, title, stories: ids, sections }, index) => ({
      lang,
      title: text(title, ['front', 'inside', index, 'title'], lang)!,
      stories: storiesListed({ stories: names(ids), sections: names(sections) }, lang, stories, undefined),
    })),
  };
}

/** A teaser's picture, seen as its story shows it if that has it too. */
function teaserPicture(
  { picture, focus }: TeaserFile,
  story: Story,
  { folder }: Manifest,
): TeaserPicture | undefined {
  if (picture === undefined) return undefined;
  const file = `${folder}/pictures/${picture}`;
  const own = story.pictures.find(one => one.file === file);
  return { file, focus: focus ?? own?.focus ?? USUAL_FOCUS, alt: own?.alt };
}

/** The first of these languages that runs in the direction of most of a text's letters; the first of all if none does, or the text has none. */
function languageOf(text: string, languages: readonly string[]): string {
  const letters = [...text].filter(letter => /\p{L}/u.test(letter));
  const rtl = letters.filter(letter => isRightToLeft(scriptOf(letter.codePointAt(0)!))).length;
  const direction = rtl > letters.length / 2 ? 'rtl' : 'ltr';
  return languages.find(lang => letters.length > 0 && directionOf(lang) === direction) ?? languages[0]!;
}

/** A text of issue.yaml with the marks of its language. */
function readText(
  value: string,
  path: YamlPath,
  lang: string,
  { issueSource, publication }: Manifest,
  problems: Problems,
): RichText {
  return typographic(parseInline(value, issueSource.textStart(path), problems), lang, publication.typography);
}

/** The imprint's texts, the publication's languages first and in their order. */
export function readImprint(manifest: Manifest, problems: Problems): EditionInput['imprint'] {
  const { issue, publication } = manifest;
  const entries = Object.entries(issue.imprint ?? {});
  const rank = (lang: string): number => {
    const at = publication.languages.indexOf(lang);
    return at < 0 ? publication.languages.length : at;
  };
  return entries
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([lang, text]) => ({
      lang,
      text: readText(text, ['imprint', lang], lang, manifest, problems),
    }));
}
