/** `:::passage{lang=fr align=center}`: a fenced node and its blocks in, the blocks with the passage's wishes out. */

import type { ContainerDirective } from 'mdast-util-directive';
import { isLanguage } from '../problem/languages.js';
import { hintFor } from '../problem/nearest.js';
import type { Span } from '../problem/problem.js';
import { readAlignment, readDirection, readLanguage } from './attributes.js';
import type { BlockReader } from './source-text.js';
import type { Block, Passage } from './story.js';

const ATTRIBUTES = ['lang', 'dir', 'align'];

/** The blocks of a passage share one object, so that its beginning and end are known by it. */
export function passageOf(
  node: ContainerDirective,
  blocks: readonly Block[],
  span: Span,
  { problems }: BlockReader,
): Block[] {
  const { lang, dir, align, ...others } = node.attributes ?? {};
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const hint = isLanguage(other) ? `Write lang=${other}.` : hintFor(other, ATTRIBUTES);
    problems.error('unknown-markup', span, `a passage has no “${other}”`, hint);
  } else if (Object.keys(node.attributes ?? {}).length === 0) {
    const message = '“:::passage” says neither its language nor how its lines stand';
    problems.error(
      'unknown-markup',
      span,
      message,
      'Write :::passage{lang=fr} or {align=center}, for example.',
    );
  }
  const passage: Passage = {
    lang: readLanguage(lang, span, problems),
    direction: readDirection(dir, span, problems),
    align: readAlignment(align, span, problems),
  };
  return blocks.map(block => ({ ...block, passage }));
}
