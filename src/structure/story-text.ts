/** Stories as plain text: the structure of a document in, the text of each story by its id out. */

import { elementsOf, type StructureElement, textOf } from './structure.js';

/**
 * Head, body, lists, tables and captions as they are read, an empty line between blocks. A paragraph is one line, unless its
 * editor ended lines in it; an entry of a list and a row of a table are a line, cells parted by tabs. What the press adds to find the
 * way over the pages is left out.
 */
export function storyTexts(document: StructureElement): Map<string, string> {
  const texts = new Map<string, string>();
  for (const story of elementsOf(document, 'story')) {
    texts.set(story.story!, `${blocksOf(story).join('\n\n')}\n`);
  }
  return texts;
}

function blocksOf(element: StructureElement): string[] {
  return element.children.flatMap((child): string[] => {
    if (child.kind !== 'element') return [];
    switch (child.role) {
      case 'jump':
      case 'figure':
        return [];
      case 'list':
        return [
          partsOf(child, 'list-item')
            .map(item => linesOf(item, ' '))
            .join('\n'),
        ];
      case 'contents':
        return [
          partsOf(child, 'entry')
            .map(entry => oneLine(entry))
            .join('\n'),
        ];
      case 'table':
        return [[...elementsOf(child, 'row')].map(row => linesOf(row, '\t')).join('\n')];
      case 'sidebar':
      case 'quote':
      case 'picture':
        return blocksOf(child);
      case 'headline':
      case 'subhead':
      case 'kicker':
        return [oneLine(child)];
      default:
        return [textOf(child)];
    }
  });
}

function partsOf(element: StructureElement, role: StructureElement['role']): StructureElement[] {
  return element.children.filter(
    (child): child is StructureElement => child.kind === 'element' && child.role === role,
  );
}

/** An entry's label and text, or the cells of a row, on one line. */
function linesOf(element: StructureElement, between: string): string {
  return element.children.map(child => (child.kind === 'element' ? oneLine(child) : '')).join(between);
}

function oneLine(element: StructureElement): string {
  return textOf(element).replaceAll('\n', ' ');
}
