/** Reads the fillers of a publication: checked YAML in, texts and pictures by language out. */

import type { Filler } from '../flow/filler.js';
import type { Manifest } from '../manifest/manifest.js';
import type { YamlPath } from '../manifest/source.js';
import type { Problems } from '../problem/problem.js';
import { parseInline } from '../story/markdown.js';
import type { RichText } from '../story/story.js';

/** Where the pictures of fillers are; the manifest's check of publication.yaml knows it too. */
const PICTURES = 'issues/pictures';

/** A filler with the path of its picture, before the picture is opened. */
export interface FillerText extends Omit<Filler, 'picture'> {
  readonly file: string | undefined;
}

/** Every filler in every language that it has a title in. */
export function readFillers(
  { publication, publicationSource }: Manifest,
  problems: Problems,
): readonly FillerText[] {
  const parse = (value: string | undefined, path: YamlPath): RichText | undefined =>
    value === undefined ? undefined : parseInline(value, publicationSource.textStart(path), problems);
  return (publication.fillers ?? []).flatMap(({ title, text, picture, alt }, index) =>
    Object.entries(title).map(([lang, words]) => ({
      entry: index,
      lang,
      title: parse(words, ['fillers', index, 'title', lang])!,
      text: parse(text?.[lang], ['fillers', index, 'text', lang]),
      alt: alt?.[lang],
      file: picture === undefined ? undefined : `${PICTURES}/${picture}`,
    })),
  );
}
