/** The publication's wishes for quotation marks and dashes: what may be said, and what is said of mistakes. */

import { expect, it } from 'vitest';
import { publicationFile } from '../../src/manifest/schema-publication.js';
import { PUBLICATION, problemsOf } from './project.js';

function told(typography: string): string[] {
  return problemsOf({ [PUBLICATION]: ['layout: small\n', `layout: small\ntypography: ${typography}\n`] });
}

it('nothing is changed unless asked for', () => {
  const { typography } = publicationFile.shape;
  expect(typography.parse(undefined)).toEqual({ quotes: false, dashes: false, ellipses: false });
});

it.each(['{ quotes: true, dashes: true, ellipses: true }', '{ quotes: { ar: "«»‹›", en: "“”‘’" } }'])(
  '%s is fine',
  typography => expect(told(typography)).toEqual([]),
);

it('a word for true', () => {
  expect(told('{ quotes: smart }')).toEqual([
    'issues/publication.yaml:6:23 wrong-type: “quotes” must be true, false, or the marks of a language such as { ar: "«»‹›" }, not the text “smart” | NO HINT',
  ]);
});

it('marks that are not four', () => {
  expect(told('{ quotes: { ar: "«»", en: "“ ”" } }')).toEqual([
    'issues/publication.yaml:6:29 wrong-value: “ar” must be four quotation marks such as "«»‹›", not “«»” | Write the opening and the closing mark, then those of a quotation inside, without spaces: "“”‘’".',
    'issues/publication.yaml:6:39 wrong-value: “en” must be four quotation marks such as "«»‹›", not ““ ”” | Write the opening and the closing mark, then those of a quotation inside, without spaces: "“”‘’".',
  ]);
});

it('marks for a language that is none', () => {
  expect(told('{ quotes: { arabic: "«»‹›" } }')).toEqual([
    'issues/publication.yaml:6:25 wrong-value: the key “arabic” must be a language code such as ar or en | Write “ar”.',
  ]);
});

it('a misspelt wish', () => {
  expect(told('{ quote: true }')).toEqual([
    'issues/publication.yaml:6:15 unknown-key: unknown key “quote” in “typography” | Did you mean “quotes”?',
  ]);
});
