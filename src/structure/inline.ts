/** The text of a paragraph as found on its lines in; texts, links and words of other languages in reading order out. */

import type { LinkItem } from '../frame/frame.js';
import type { FoundRun } from './draft.js';
import { made, type PlacedLink, type StructureNode } from './structure.js';

/** Language and direction of the paragraph that runs are of. */
export function voiceOf(runs: readonly FoundRun[]): { lang: string | undefined; rtl: boolean | undefined } {
  const { run } = runs.find(({ run: { line } }) => line !== undefined) ?? runs[0] ?? {};
  return { lang: run?.line?.lang ?? run?.lang, rtl: run?.line?.rtl ?? run?.rtl };
}

/** Nodes of a paragraph in `lang`. A link that goes on over a line end is one link. */
export function inlineNodes(found: readonly FoundRun[], lang: string | undefined): StructureNode[] {
  const parts = parted(inReadingOrder(found), ({ link }) => link && targetOf(link.item));
  return parts.flatMap(runs => {
    const links = new Set(
      runs.flatMap((item): PlacedLink[] => (item.link && hasText(item) ? [item.link] : [])),
    );
    const nodes = spans(runs, lang);
    return links.size === 0 ? nodes : [made('link', nodes, { links: [...links] })];
  });
}

function spans(found: readonly FoundRun[], lang: string | undefined): StructureNode[] {
  return parted(found, ({ run }) => run.lang).map(part => {
    const own = (part.find(hasText) ?? part[0]!).run.lang;
    const text: StructureNode = {
      kind: 'text',
      runs: part.map(({ run, page, left, y }) => ({ run, page, left, y })),
    };
    return own === lang ? text : made('span', [text], { lang: own });
  });
}

/** Lines as they were found, the runs of each as they are read. */
function inReadingOrder(found: readonly FoundRun[]): FoundRun[] {
  const lines = new Map<object, FoundRun[]>();
  for (const item of found) {
    const line = lines.get(item.line) ?? [];
    line.push(item);
    lines.set(item.line, line);
  }
  return [...lines.values()].flatMap(line => line.sort((a, b) => (a.run.place ?? 0) - (b.run.place ?? 0)));
}

/** Where a link leads, as one text. */
export function targetOf({ target }: LinkItem): string {
  return 'url' in target ? target.url : `${target.page} ${target.story ?? ''}`;
}

function hasText({ run }: FoundRun): boolean {
  return run.clusters.some(({ text }) => text !== '');
}

/** Stretches whose runs have the same key; runs without text (isolates, forced line ends) stand in any. */
function parted(runs: readonly FoundRun[], keyOf: (item: FoundRun) => string | undefined): FoundRun[][] {
  const parts: FoundRun[][] = [];
  let last: { readonly key: string | undefined } | undefined;
  for (const item of runs) {
    const key = keyOf(item);
    const any = !hasText(item);
    if (parts.length > 0 && (any || last === undefined || key === last.key)) parts.at(-1)!.push(item);
    else parts.push([item]);
    if (!any) last = { key };
  }
  return parts;
}
