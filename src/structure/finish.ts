/** Drafts of elements in any order in; elements in reading order out, lists, tables and figures whole, headings nested. */

import type { Edition } from '../frame/frame.js';
import type { Draft } from './draft.js';
import { inlineNodes, targetOf, voiceOf } from './inline.js';
import {
  type ElementRole,
  isNumbered,
  made,
  type PlacedLink,
  type StructureElement,
  textOf,
} from './structure.js';
import { tableParts } from './table.js';

/** The document: stories in the order in which they begin, under their sections. */
export function finish(root: Draft, { sections = [], lang }: Edition): StructureElement {
  const children: StructureElement[] = [];
  let open: { title: string; stories: StructureElement[] } | undefined;
  for (const child of childrenOf(root)) {
    const title = child.story && sections.find(({ stories }) => stories.includes(child.story!))?.title;
    if (title === undefined) children.push(child);
    else if (title === open?.title) open.stories.push(child);
    else {
      open = { title, stories: [child] };
      children.push(made('section', open.stories, { title }));
    }
    if (title === undefined) open = undefined;
  }
  return withLevels(made('document', children, { lang }), { level: 0 });
}

/** What stands behind the text of its story: its pictures, then what leads to other pages. */
const RANKS: Partial<Record<ElementRole, number>> = { figure: 1, caption: 1, jump: 2 };

function childrenOf(draft: Draft): StructureElement[] {
  const rank = ({ role }: Draft): number => (draft.role === 'story' ? (RANKS[role] ?? 0) : 0);
  const order = (a: Draft, b: Draft): number =>
    rank(a) - rank(b) || (a.block === b.block ? 0 : a.block < b.block ? -1 : 1);
  const sorted = [...draft.children].sort(order);
  const elements = withPictures(sorted);
  const bare = byTarget(draft.bare).map(links => made('link', [], { links }));
  return [...(draft.role === 'list' ? elements : withLists(elements)), ...bare];
}

/** Links without text: those that lead to the same place are one. */
function byTarget(bare: readonly PlacedLink[]): PlacedLink[][] {
  const groups = new Map<string, PlacedLink[]>();
  for (const link of bare) {
    const target = targetOf(link.item);
    groups.set(target, [...(groups.get(target) ?? []), link]);
  }
  return [...groups.values()];
}

/** Figures with their captions; one without either alternative text or a caption is decoration. */
function withPictures(drafts: readonly Draft[]): StructureElement[] {
  const captionOf = (figure: Draft): Draft | undefined =>
    drafts.find(({ role, block }) => role === 'caption' && block === figure.block);
  const figures = drafts.filter(({ role }) => role === 'figure');
  const taken = new Set(figures.map(captionOf));
  return drafts.flatMap((draft): StructureElement[] => {
    if (taken.has(draft)) return [];
    if (draft.role !== 'figure') return listOf(elementOf(draft));
    const under = captionOf(draft);
    const caption = under && elementOf(under);
    const alt = draft.picture?.group.alt || (caption && textOf(caption));
    if (draft.picture === undefined || !alt) return listOf(caption);
    const figure = made('figure', [draft.picture], { alt });
    return caption === undefined ? [figure] : [made('picture', [figure, caption])];
  });
}

function listOf(element: StructureElement | undefined): StructureElement[] {
  return element === undefined ? [] : [element];
}

/** Entries that follow one another become a list; bullets and numbers two. */
function withLists(elements: readonly StructureElement[]): StructureElement[] {
  const listed: StructureElement[] = [];
  let open: { numbered: boolean; items: StructureElement[] } | undefined;
  for (const element of elements) {
    const numbered = isNumbered(element);
    if (element.role !== 'list-item') open = undefined;
    else if (open?.numbered === numbered) {
      open.items.push(element);
      continue;
    } else {
      open = { numbered, items: [element] };
      listed.push(made('list', open.items));
      continue;
    }
    listed.push(element);
  }
  return listed;
}

/** Undefined for what holds nothing. */
function elementOf(draft: Draft): StructureElement | undefined {
  const { role, story } = draft;
  if (draft.isLeaf) {
    const voice = voiceOf(draft.runs);
    return draft.runs.length === 0 ? undefined : made(role, inlineNodes(draft.runs, voice.lang), voice);
  }
  const children = childrenOf(draft);
  if (children.length === 0) return undefined;
  const first = role === 'front' ? undefined : leafUnder(children);
  const voice = { lang: first?.lang, rtl: first?.rtl };
  if (role === 'table') return made(role, tableParts(draft, children), voice);
  if (role === 'contents') {
    const heads = children.filter(child => child.role !== 'entry');
    const list = made(
      role,
      children.filter(child => child.role === 'entry'),
      voice,
    );
    return heads.length === 0 ? list : made('sidebar', [...heads, list], voice);
  }
  return made(role, children, { story, ...voice });
}

/** The text whose language and direction are those of all: the headline, or the first. */
function leafUnder(children: readonly StructureElement[]): StructureElement | undefined {
  const headline = children.find(({ role }) => role === 'headline');
  return headline ?? children.find(({ lang }) => lang !== undefined);
}

/** The same elements with the levels of their headings; `last` holds that of the heading before. */
function withLevels(element: StructureElement, last: { level: number }, titled = false): StructureElement {
  let level: number | undefined;
  if (element.role === 'headline' || element.role === 'subhead') {
    const wanted = element.role === 'headline' ? 1 : titled ? 3 : 2;
    level = Math.min(wanted, last.level + 1);
    last.level = level;
  }
  let heads = 0;
  const children = element.children.map(child => {
    if (child.kind !== 'element') return child;
    const under = element.role === 'sidebar' && heads > 0;
    if (child.role === 'subhead') heads += 1;
    return withLevels(child, last, under || titled);
  });
  return { ...element, level, children };
}
