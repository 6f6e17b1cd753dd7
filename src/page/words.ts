/** The texts that the system itself writes: page labels, dates, jump lines and panel placeholders, by language. */

import type { IssueFile } from '../manifest/schema-issue.js';
import type { PublicationFile } from '../manifest/schema-publication.js';
import { type DigitSet, writeNumber } from '../story/digits.js';
import type { Placeholders } from './panel.js';

export class SystemText {
  constructor(
    private readonly publication: PublicationFile,
    private readonly issue: IssueFile,
  ) {}

  /** The publication's own language nearest to `lang`: the same, or the first one. */
  private own(lang: string): string {
    const { languages } = this.publication;
    return (
      languages.find(item => item === lang || item.split('-')[0] === lang.split('-')[0]) ?? languages[0]!
    );
  }

  /** The publication's first language. */
  get lang(): string {
    return this.publication.languages[0]!;
  }

  digits(lang: string): DigitSet {
    return this.publication.digits[lang] ?? this.publication.digits[this.own(lang)] ?? 'european';
  }

  number(value: number, lang: string): string {
    return writeNumber(value, this.digits(lang));
  }

  /** “page 6”, “continued on page 7”, “from page 6”. */
  phrase(key: 'page' | 'continued' | 'from', page: number, lang: string): string {
    const words = this.publication.words[this.own(lang)]!;
    return words[key].replace('{page}', this.number(page, lang));
  }

  /** Month and year. */
  date(lang: string): string {
    const [year, month] = this.issue.date.split('-').map(Number);
    const name = this.publication.words[this.own(lang)]!.months[month! - 1]!;
    return `${name} ${this.number(year!, lang)}`;
  }

  title(lang: string): string {
    return this.publication.title[this.own(lang)]!;
  }

  /** Placeholders of panels on one page. */
  placeholders(page: number, section: string | undefined): Placeholders {
    const { publication, issue } = this;
    return name => {
      const [key, lang = publication.languages[0]!, index] = name.split('.');
      switch (key) {
        case 'title':
          return publication.title[lang];
        case 'number':
          return publication.words[this.own(lang)]!.number.replace(
            '{number}',
            this.number(issue.number, lang),
          );
        case 'no':
          return this.number(issue.number, lang);
        case 'date':
          return this.date(lang);
        case 'page':
          return this.number(page, lang);
        case 'section':
          return section === undefined ? undefined : publication.sections?.[section]?.[lang];
        case 'tagline':
          return publication.taglines?.[lang]?.[Number(index ?? 1) - 1];
        case 'contacts':
          return publication.contacts?.join('   ');
        default:
          return undefined;
      }
    };
  }
}
