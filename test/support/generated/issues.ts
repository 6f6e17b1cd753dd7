/** Whole made-up issues for tests of full pages: a kind and a seed in, the files of a project out. */

import { photograph } from './pictures.js';
import { Prose } from './prose.js';
import { Deck, Random } from './random.js';
import type { Lang } from './sentences.js';
import { WORDS } from './words.js';

export const KINDS = ['arabic', 'english', 'briefs', 'long', 'pictures', 'mixed'] as const;

export type Kind = (typeof KINDS)[number];

/** The number of every made-up issue. */
export const NUMBER = '21';

/** A story to be made up. */
interface StoryWish {
  readonly lang: Lang;
  readonly words: number;
  readonly pictures: number;
}

interface IssueWish {
  readonly languages: readonly Lang[];
  readonly binding: 'left' | 'right';
  readonly front: boolean;
  /** True for a publication with fillers. */
  readonly fillers: boolean;
  readonly stories: readonly StoryWish[];
}

/** From this many words on a story has a deck, and subheads. */
const DECK_FROM = 200;
const SUBHEADS_FROM = 450;

/** Files by path in the project folder: publication.yaml, issue.yaml, stories, of `share` of their usual length, and pictures. */
export async function generatedIssue(
  kind: Kind,
  seed = 1,
  share = 1,
): Promise<Record<string, string | Uint8Array>> {
  const random = new Random(seed * 1000 + KINDS.indexOf(kind));
  const wish = WISHES[kind](random);
  const folder = `issues/${NUMBER}`;
  const files: Record<string, string | Uint8Array> = { 'issues/publication.yaml': publicationFile(wish) };
  const writers = new Map(wish.languages.map(lang => [lang, new StoryWriter(lang, random)]));
  const ids: string[] = [];
  let shots = 0;
  for (const [at, whole] of wish.stories.entries()) {
    const story = { ...whole, words: Math.round(whole.words * share) };
    const id = `story-${String(at + 1).padStart(2, '0')}`;
    const names = Array.from({ length: story.pictures }, () => `p${++shots}.jpg`);
    files[`${folder}/stories/${id}.md`] = writers.get(story.lang)!.write(story, names);
    for (const name of names) {
      files[`${folder}/pictures/${name}`] = await photograph({ seed: random.between(1, 1e6) });
    }
    ids.push(id);
  }
  if (wish.fillers) files['issues/pictures/press.jpg'] = await photograph({ seed: seed + 7, wide: true });
  if (wish.front) files[`${folder}/pictures/front.jpg`] = await photograph({ seed, wide: true });
  files[`${folder}/issue.yaml`] = issueFile(ids, wish);
  return files;
}

/** A pool for an English paper. */
const FILLERS = `fillers:
  - { title: { en: "Read it, then pass it on" } }
  - { title: { en: Write to us }, text: { en: "Two lines are enough. We mend the spelling and leave the opinion alone." } }
  - { title: { en: The paper is made by its readers }, picture: press.jpg, alt: { en: A press } }
`;

function publicationFile({ languages, binding, fillers }: IssueWish): string {
  const months = {
    ar: 'كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول',
    en: 'January, February, March, April, May, June, July, August, September, October, November, December',
  };
  const words = {
    ar: `{ page: "صفحة {page}", continued: "التتمّة في الصفحة {page}", from: "تتمّة المنشور في الصفحة {page}", number: "العدد {number}", sources: المصادر, months: [${months.ar}] }`,
    en: `{ page: "Page {page}", continued: "Continued on page {page}", from: "From page {page}", number: "No. {number}", sources: Sources, months: [${months.en}] }`,
  };
  const title = { ar: 'بريد المساء', en: 'The Evening Proof' };
  const each = (line: (lang: Lang) => string): string => languages.map(lang => `  ${line(lang)}\n`).join('');
  return `title:\n${each(lang => `${lang}: ${title[lang]}`)}languages: [${languages.join(', ')}]
binding: ${binding}
digits: { ar: arabic-indic, en: european }
layout: tabloid
words:\n${each(lang => `${lang}: ${words[lang]}`)}${fillers ? FILLERS : ''}print: { profile: layouts/profiles/newsprint-snap2007.icc, condition: SNAP 2007, identifier: CGATS TR 002, inkLimit: 240 }
`;
}

function issueFile(ids: readonly string[], { front, languages }: IssueWish): string {
  const [first, second, ...others] = ids;
  const teasers = others.slice(0, 4).map(id => `    - { story: ${id} }\n`);
  const caption = WORDS[languages[0]!].captions[0];
  const frontPart = front
    ? `front:\n  picture: { file: front.jpg, caption: "${caption}" }\n  main: { story: ${first} }\n  second: { story: ${second} }\n  teasers:\n${teasers.join('')}`
    : '';
  const list = ids.map(id => `  - ${id}\n`).join('');
  return `number: ${NUMBER}\ndate: "2022-10-01"\n${frontPart}stories:\n${list}`;
}

/** Writes the stories of one language; heads and captions come again only when all have been used. */
class StoryWriter {
  private readonly prose: Prose;
  private readonly draw: (key: keyof (typeof WORDS)['en']) => string;

  constructor(
    private readonly lang: Lang,
    private readonly random: Random,
  ) {
    this.prose = new Prose(lang, random);
    const decks = new Map(
      Object.entries(WORDS[lang]).map(([key, items]) => [key, new Deck<string>(items, random)]),
    );
    this.draw = key => decks.get(key)!.draw();
  }

  write({ words }: StoryWish, pictures: readonly string[]): string {
    const { random, prose } = this;
    const large = words >= DECK_FROM;
    const head = [`lang: ${this.lang}`, `headline: "${this.draw(large ? 'headlines' : 'short')}"`];
    if (large || random.chance(0.3)) head.push(`kicker: "${this.draw('kickers')}"`);
    if (large) head.push(`deck: "${quoted(prose.line(24))}"`);
    if (large && random.chance(0.7)) head.push(`byline: "${this.draw('bylines')}"`);
    if (pictures.length > 0) head.push('pictures:', ...pictures.map(file => this.picture(file)));
    const body = prose.body({
      lang: this.lang,
      words,
      subheads: words >= SUBHEADS_FROM,
      pulls: words >= SUBHEADS_FROM ? Math.min(4, Math.floor(words / 600)) : 0,
      list: words >= SUBHEADS_FROM && random.chance(0.25),
      table: words >= SUBHEADS_FROM && random.chance(0.2),
    });
    return `---\n${head.join('\n')}\n---\n${body}`;
  }

  /** Every fourth picture has a width that the editor asks for. */
  private picture(file: string): string {
    const columns = this.random.chance(0.25) ? `, columns: ${this.random.between(1, 2)}` : '';
    const credit = this.random.chance(0.6) ? `, credit: "${this.draw('credits')}"` : '';
    return `  - { file: ${file}, caption: "${this.draw('captions')}"${credit}${columns} }`;
  }
}

function quoted(text: string): string {
  return text.replaceAll('"', '\\"');
}

/** So many stories of lengths between two limits that add up to about `total` words, with pictures for the longest. */
function stories(
  random: Random,
  count: number,
  total: number,
  pictures: number,
  lang: (at: number) => Lang,
): StoryWish[] {
  const weights = Array.from({ length: count }, () => random.pick([1, 2, 3, 4, 6, 9, 12]) + random.next());
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const lengths = weights.map(weight => Math.max(60, Math.round((weight / sum) * total)));
  const shares = lengths.map(() => 0);
  for (let left = pictures; left > 0; left--) {
    const neediest = lengths
      .map((words, at) => ({ at, need: words / (shares[at]! + 1) }))
      .reduce((a, b) => (b.need > a.need ? b : a));
    shares[neediest.at]!++;
  }
  return lengths.map((words, at) => ({ lang: lang(at), words, pictures: shares[at]! }));
}

const brief = (random: Random, lang: Lang): StoryWish => ({
  lang,
  words: random.between(40, 150),
  pictures: 0,
});

const WISHES: Readonly<Record<Kind, (random: Random) => IssueWish>> = {
  arabic: random => ({
    languages: ['ar'],
    binding: 'right',
    front: true,
    fillers: false,
    stories: stories(random, 16, 11_000, 15, () => 'ar'),
  }),
  english: random => ({
    languages: ['en'],
    binding: 'left',
    front: false,
    fillers: true,
    stories: stories(random, 15, 13_500, 16, () => 'en'),
  }),
  briefs: random => ({
    languages: ['ar', 'en'],
    binding: 'right',
    front: false,
    fillers: false,
    stories: Array.from({ length: 50 }, (_, at) => ({
      ...brief(random, at < 24 ? 'en' : 'ar'),
      pictures: at % 8 === 3 ? 1 : 0,
    })),
  }),
  long: random => ({
    languages: ['en', 'ar'],
    binding: 'left',
    front: false,
    fillers: false,
    stories: [
      { lang: 'en', words: 12_000, pictures: 10 },
      ...Array.from({ length: 8 }, (_, at) => brief(random, at < 5 ? 'en' : 'ar')),
    ],
  }),
  pictures: random => ({
    languages: ['ar', 'en'],
    binding: 'right',
    front: true,
    fillers: false,
    stories: stories(random, 14, 7000, 30, at => (at % 3 === 1 ? 'en' : 'ar')),
  }),
  mixed: random => ({
    languages: ['en', 'ar'],
    binding: 'left',
    front: true,
    fillers: false,
    stories: stories(random, 18, 19_000, 25, at => (at === 4 || at === 11 ? 'ar' : 'en')),
  }),
};
