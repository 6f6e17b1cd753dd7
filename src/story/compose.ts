/** Gives text its looks: a rich text, a style and a language in, a paragraph for the text stage out. */

import type { Style } from '../manifest/styles.js';
import type { Span } from '../problem/problem.js';
import type { Direction, Paragraph, TextFormat } from '../text/paragraph.js';
import { withAddresses } from './addresses.js';
import { type MarkedSpan, plainText, type RichText, type TextRun } from './story.js';

/** What a paragraph needs from outside its text. */
export interface Setting {
  readonly style: Style;
  /** Styles of runs that are not set in the paragraph's own. */
  readonly styleOf: (name: NonNullable<TextRun['style']>) => Style;
  readonly lang: string;
  readonly direction: Direction;
  /** The text of a page reference in a language. */
  readonly pageOf: (story: string, lang: string) => string;
}

const SMALL_LETTER = /\p{Ll}/u;

const LRI = '\u2066';
const RLI = '\u2067';
const PDI = '\u2069';

/**
 * A paragraph in one style. Spans whose language reads against their surroundings are isolated (UAX #9 §2.4),
 * so that neighbouring punctuation and numbers stay where the sentence has them.
 */
export function compose(text: RichText, setting: Setting): Paragraph {
  const lacksSmallLetters = !SMALL_LETTER.test(plainText(text));
  const spans: { start: number; end: number; format: TextFormat }[] = [];
  const origins: { start: number; span: Span }[] = [];
  const formats = new Map<string, TextFormat>();
  let whole = '';
  let typed = '';
  const append = (words: string, run: TextRun, letters = words): void => {
    const format = formatOf(run, setting, lacksSmallLetters, formats);
    const last = spans.at(-1);
    const end = whole.length + words.length;
    if (last?.format === format) last.end = end;
    else if (words !== '') spans.push({ start: whole.length, end, format });
    whole += words;
    typed += letters;
  };
  const isolates = new Isolates(setting.direction);
  for (const run of withAddresses(text)) {
    const { words, letters } = wordsOf(run, setting);
    if (words === '') continue;
    append(isolates.enter(run.spans), run);
    origins.push({ start: whole.length, span: run.span });
    append(words, run, letters);
  }
  const last = text.at(-1);
  if (last !== undefined) append(isolates.enter([]), last);
  return {
    text: whole,
    ...(typed === whole ? {} : { typed }),
    direction: setting.direction,
    spans,
    locate: offset => locate(offset, origins),
  };
}

/** Opens and closes isolates as a text enters and leaves marked spans. */
class Isolates {
  private open: readonly MarkedSpan[] = [];

  constructor(private readonly base: Direction) {}

  /** What must stand between the last run and one that stands in `spans`: a span that reads as its surroundings needs nothing. */
  enter(spans: readonly MarkedSpan[]): string {
    let shared = 0;
    while (shared < spans.length && spans[shared] === this.open[shared]) shared++;
    const closed = this.open.slice(shared).filter((_, at) => this.turns(this.open, shared + at));
    this.open = spans;
    const opened = spans.flatMap((span, at) =>
      at >= shared && this.turns(spans, at) ? [span.direction === 'rtl' ? RLI : LRI] : [],
    );
    return PDI.repeat(closed.length) + opened.join('');
  }

  /** True if a span reads against what it stands in. */
  private turns(spans: readonly MarkedSpan[], at: number): boolean {
    return spans[at]!.direction !== (spans[at - 1]?.direction ?? this.base);
  }
}

function styleOf(run: TextRun, setting: Setting): Style {
  return run.style === undefined ? setting.style : setting.styleOf(run.style);
}

/** What is set of a run, and the letters it stands for. */
interface Words {
  readonly words: string;
  readonly letters: string;
}

function wordsOf(run: TextRun, setting: Setting): Words {
  const { lang, pageOf } = setting;
  const same = (words: string): Words => ({ words, letters: words });
  if (run.pageOf !== undefined) return same(pageOf(run.pageOf, run.lang ?? lang));
  const { capitals, smallCaps, tabs } = styleOf(run, setting);
  const text = tabs.length === 0 ? run.text.replaceAll('\t', ' ') : run.text;
  // Small capitals come from the font: what readers copy is what was typed.
  if (!capitals || smallCaps || run.smallCaps !== undefined) return same(text);
  return inCapitals(text, run.lang ?? lang);
}

/** Capitals, each for the letter that was typed; one that becomes two letters (ß) stands for two small ones. */
function inCapitals(text: string, lang: string): Words {
  const words = text.toLocaleUpperCase(lang);
  if (words.length === text.length) return { words, letters: text };
  const pairs = [...text].map(letter => [letter, letter.toLocaleUpperCase(lang)] as const);
  if (pairs.map(([, capital]) => capital).join('') !== words) return { words, letters: words };
  const letters = pairs.map(([letter, capital]) =>
    capital.length === letter.length ? letter : capital.toLocaleLowerCase(lang),
  );
  const isSameLength = letters.every((letter, at) => letter.length === pairs[at]![1].length);
  return { words, letters: isSameLength ? letters.join('') : words };
}

/** Runs are cut where the file breaks its lines, so within one the places count on. */
function locate(offset: number, origins: readonly { start: number; span: Span }[]): Span | undefined {
  const origin = origins.findLast(item => item.start <= offset) ?? origins[0];
  if (origin === undefined) return undefined;
  const column = origin.span.column + Math.max(0, offset - origin.start);
  return { ...origin.span, column, length: 1 };
}

/** OpenType: `smcp` makes small capitals of small letters, `c2sc` of capitals. */
const SMALL_LETTERS = ['smcp'];
const ALL_LETTERS = ['smcp', 'c2sc'];

/**
 * Features for small capitals. Capitals among small letters stay capitals; a text of capitals alone, such as NATO, and a
 * style in capitals become small capitals as a whole.
 */
function smallCapitals(run: TextRun, style: Style, lacksSmallLetters: boolean): readonly string[] {
  if (run.smallCaps === 'whole') return ALL_LETTERS;
  if (style.smallCaps) return style.capitals || lacksSmallLetters ? ALL_LETTERS : SMALL_LETTERS;
  return run.smallCaps === undefined ? [] : SMALL_LETTERS;
}

function formatOf(
  run: TextRun,
  setting: Setting,
  lacksSmallLetters: boolean,
  formats: Map<string, TextFormat>,
): TextFormat {
  const style = styleOf(run, setting);
  const lang = run.lang ?? setting.lang;
  const key = `${style.name}/${run.bold}/${run.italic}/${run.smallCaps}/${lang}/${run.pageOf}/${run.url}/${run.ornament}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = {
      font: {
        families: style.font,
        weight: run.bold ? style.boldWeight : style.weight,
        weights: weightsIn(style, run.bold),
        italic: run.italic !== style.italic,
      },
      size: style.size,
      ink: style.ink,
      lang,
      features: [...style.features, ...smallCapitals(run, style, lacksSmallLetters)],
      tracking: style.tracking,
      hyphenate: style.hyphenate,
      link: linkOf(run),
      ...(run.ornament === true ? { ornament: true as const } : {}),
    };
    formats.set(key, format);
  }
  return format;
}

/** Weights of letters of other scripts than the style's own. */
function weightsIn({ otherWeights }: Style, bold: boolean): Readonly<Record<string, number>> {
  const entries = Object.entries(otherWeights);
  return Object.fromEntries(
    entries.map(([script, { weight, boldWeight }]) => [script, bold ? boldWeight : weight]),
  );
}

function linkOf(run: TextRun): TextFormat['link'] {
  if (run.pageOf !== undefined) return { story: run.pageOf };
  return run.url === undefined ? undefined : { url: run.url };
}
