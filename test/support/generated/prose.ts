/** Bodies of made-up stories: a language, a length and what it is to hold in, Markdown out. */

import { Deck, type Random } from './random.js';
import { type Lang, sentencesOf } from './sentences.js';
import { WORDS } from './words.js';

export interface BodyWish {
  readonly lang: Lang;
  readonly words: number;
  readonly subheads?: boolean;
  readonly pulls?: number;
  readonly list?: boolean;
  readonly table?: boolean;
}

/** Paragraphs between two subheads. */
const SECTION = 4;

/** Sentences and small parts of one language, drawn in turn. */
export class Prose {
  private readonly sentences: Deck<string>;
  private readonly subheads: Deck<string>;

  constructor(
    private readonly lang: Lang,
    private readonly random: Random,
  ) {
    this.sentences = new Deck(sentencesOf(lang), random);
    this.subheads = new Deck(WORDS[lang].subheads, random);
  }

  sentence(): string {
    return this.sentences.draw();
  }

  /** A sentence short enough to be set large. */
  line(most = 16): string {
    for (;;) {
      const sentence = this.sentence();
      if (wordsIn(sentence) <= most && !/[*[\]]/.test(sentence)) return sentence;
    }
  }

  /** Paragraphs of two to five sentences until the words are reached, nearly to the word. */
  body({ words, subheads = false, pulls = 0, list = false, table = false }: BodyWish): string {
    const paragraphs: string[] = [];
    let left = words;
    while (left > 8) {
      const paragraph = this.paragraph(Math.min(left, this.random.between(45, 110)));
      paragraphs.push(paragraph);
      left -= wordsIn(paragraph);
    }
    const blocks = paragraphs.flatMap((paragraph, at) =>
      subheads && at > 0 && at % SECTION === 0 && at < paragraphs.length - 1
        ? [`## ${this.subheads.draw()}`, paragraph]
        : [paragraph],
    );
    for (let at = 1; at <= pulls; at++) this.insert(blocks, at / (pulls + 1), `:::pull\n${this.line()}\n:::`);
    if (list) this.insert(blocks, 0.7, this.list());
    if (table) this.insert(blocks, 0.45, this.table());
    return `${blocks.join('\n\n')}\n`;
  }

  /** Sentences up to about so many words; the last one is cut short at a comma if it is far too long. */
  private paragraph(words: number): string {
    const sentences: string[] = [];
    for (let count = 0; count < words - 4; ) {
      const sentence = this.sentence();
      if (count > 0 && count + wordsIn(sentence) > words + 12) {
        if (words - count < 12) break;
        continue;
      }
      sentences.push(sentence);
      count += wordsIn(sentence);
    }
    return sentences.join(' ');
  }

  /** Puts a block after the paragraph at a share of the text, never right under a subhead. */
  private insert(blocks: string[], share: number, block: string): void {
    let at = Math.max(1, Math.round(blocks.length * share));
    while (blocks[at - 1]?.startsWith('##') === true) at++;
    blocks.splice(at, 0, block);
  }

  private list(): string {
    const count = this.random.between(3, 6);
    return Array.from({ length: count }, (_, at) => `${at + 1}. ${this.line(22)}`).join('\n');
  }

  private table(): string {
    const [item, first, second] = this.lang === 'ar' ? ['البند', 'الأمس', 'اليوم'] : ['Item', 'Then', 'Now'];
    const rows = Array.from({ length: this.random.between(4, 7) }, () => {
      const name = this.subheads.draw().split(' ').slice(0, 2).join(' ');
      return `| ${name} | ${this.random.between(4, 90)} | ${this.random.between(100, 900)} |`;
    });
    return [`| ${item} | ${first} | ${second} |`, '|---|---:|---:|', ...rows].join('\n');
  }
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}
