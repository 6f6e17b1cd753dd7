/** Texts in languages that the paper does not have: told once a file, and left out of what is read. */

import type { Problems } from '../problem/problem.js';
import type { IssueFile } from './schema-issue.js';
import type { PublicationFile } from './schema-publication.js';
import type { YamlPath, YamlSource } from './source.js';

type Texts = Readonly<Record<string, unknown>>;

/** Texts by language, and where they stand. */
interface Written {
  readonly path: YamlPath;
  readonly texts: Texts | undefined;
}

/** The publication with its fillers and words in its own languages alone; one warning for each other language. */
export function inOwnLanguages(
  publication: PublicationFile,
  source: YamlSource,
  problems: Problems,
): PublicationFile {
  const { fillers = [], words, languages } = publication;
  const written = fillers.flatMap(({ title, text, alt }, index): Written[] =>
    Object.entries({ title, text, alt }).map(([key, texts]) => ({ path: ['fillers', index, key], texts })),
  );
  warn([{ path: ['words'], texts: words }, ...written], languages, source, source, problems);
  return {
    ...publication,
    words: own(words, languages),
    fillers: fillers.map(({ title, text, alt, ...rest }) => ({
      ...rest,
      title: own(title, languages),
      text: text && own(text, languages),
      alt: alt && own(alt, languages),
    })),
  };
}

/** The issue with its imprint in the publication's languages alone. */
export function withOwnImprint(
  issue: IssueFile,
  source: YamlSource,
  { languages }: PublicationFile,
  publicationSource: YamlSource,
  problems: Problems,
): IssueFile {
  const { imprint } = issue;
  if (imprint === undefined) return issue;
  warn([{ path: ['imprint'], texts: imprint }], languages, source, publicationSource, problems);
  return { ...issue, imprint: own(imprint, languages) };
}

function warn(
  written: readonly Written[],
  languages: readonly string[],
  source: YamlSource,
  publicationSource: YamlSource,
  problems: Problems,
): void {
  const places = new Map<string, YamlPath[]>();
  for (const { path, texts = {} } of written) {
    for (const lang of Object.keys(texts).filter(item => !languages.includes(item)))
      places.set(lang, [...(places.get(lang) ?? []), [...path, lang]]);
  }
  const { file, line } = publicationSource.span(['languages']);
  for (const [lang, paths] of places) {
    const texts = paths.length === 1 ? 'a text' : `${paths.length} texts`;
    problems.warning(
      'unused-language',
      source.keySpan(paths[0]!),
      `“${lang}” is not one of the paper’s languages: ${texts} in it ${paths.length === 1 ? 'is' : 'are'} left out`,
      `Add it to “languages” (${file}:${line}), or take ${paths.length === 1 ? 'the text' : 'the texts'} out.`,
    );
  }
}

function own<Text>(
  texts: Readonly<Record<string, Text>>,
  languages: readonly string[],
): Record<string, Text> {
  return Object.fromEntries(Object.entries(texts).filter(([lang]) => languages.includes(lang)));
}
