/** `::contents{sections="craft"}`: a directive in, the block with the stories and sections it names out. */

import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { hintFor, unresolved } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import type { BlockReader } from './source-text.js';
import { type Block, type ContentsBlock, type Named, type Story, sameLanguage } from './story.js';

const ATTRIBUTES = ['stories', 'sections'];

/** The block; without attributes it lists the whole issue. */
export function contentsOf(
  node: LeafDirective | ContainerDirective,
  span: Span,
  { source, problems }: BlockReader,
): ContentsBlock {
  const { stories, sections, ...others } = node.attributes ?? {};
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const message = `a list of contents has no “${other}”`;
    problems.error('unknown-markup', span, message, hintFor(other, ATTRIBUTES));
  }
  if (node.children.length > 0) {
    const hint =
      'Name the stories in braces: ::contents{stories="water, olive"}; the press writes their headlines.';
    problems.error('unknown-markup', span, 'a list of contents has no text of its own', hint);
  }
  const start = node.position?.start.offset ?? 0;
  const written = source.slice(node);
  const named = (list: string | null | undefined): Named[] | undefined => {
    if (list === null || list === undefined) return undefined;
    let from = written.indexOf(list);
    return list.split(/[\s,،]+/).flatMap(name => {
      if (name === '') return [];
      from = Math.max(0, written.indexOf(name, from));
      return [{ name, span: source.place(start + from).at(0, name.length) }];
    });
  };
  const block: ContentsBlock = { kind: 'contents', stories: named(stories), sections: named(sections) };
  if ([block.stories, block.sections].some(list => list?.length === 0)) {
    const message = 'a list of contents names nothing';
    problems.error('unknown-markup', span, message, 'Write names in the quotes, or leave the braces out.');
  }
  return block;
}

/** The lists of contents among blocks, those in sidebars too. */
export function contentsIn(blocks: readonly Block[]): Extract<Block, ContentsBlock>[] {
  return blocks.flatMap(block =>
    block.kind === 'sidebar' ? contentsIn(block.blocks) : block.kind === 'contents' ? [block] : [],
  );
}

/** Names that stand for no story and no section of the issue. */
export function checkContents(
  blocks: readonly Block[],
  ids: readonly string[],
  sections: readonly string[],
  problems: Problems,
): void {
  for (const block of contentsIn(blocks)) {
    for (const { name, span } of block.stories ?? [])
      if (!ids.includes(name)) unresolved('story', name, ids, span, problems);
    for (const { name, span } of block.sections ?? [])
      if (!sections.includes(name)) unresolved('section with stories', name, sections, span, problems);
  }
}

type Names = readonly Pick<Named, 'name'>[] | undefined;

/**
 * The stories that a list holds, in the order: those named, whatever their language; of the sections named, or of
 * the whole issue, those in the list's language but `except`, the story that it stands in.
 */
export function storiesListed(
  { stories: named, sections }: { readonly stories: Names; readonly sections: Names },
  lang: string,
  stories: readonly Story[],
  except: string | undefined,
): Story[] {
  const whole = named === undefined && sections === undefined;
  const holds = (list: Names, name: string | undefined): boolean =>
    list?.some(item => item.name === name) ?? false;
  return stories.filter(story => {
    if (holds(named, story.id)) return true;
    return (whole || holds(sections, story.section)) && story.id !== except && sameLanguage(story.lang, lang);
  });
}
