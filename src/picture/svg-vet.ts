/** An element and the declarations its style refused go in, the names of the features that are not supported come out. */

import { geometryOf } from './svg-shape.js';
import { type Declaration, isPresentation } from './svg-style.js';
import type { SvgElement } from './svg-tree.js';

/** Attributes beside presentation and geometry that each element may carry. */
const OWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['svg', ['viewBox', 'width', 'height', 'x', 'y', 'preserveAspectRatio', 'zoomAndPan']],
  ['use', ['href', 'x', 'y', 'width', 'height']],
  ['symbol', ['viewBox']],
  ['text', ['x', 'y', 'dx', 'dy']],
  ['a', ['href', 'target']],
]);

/** Attributes that paint nothing. Event handlers are among them: nothing is ever run. */
const SILENT =
  /^(id|class|role|tabindex|focusable|version|baseProfile|contentScriptType|contentStyleType|space|xmlns|transform|on.*|data-.*|aria-.*)$/;

/** A reference to a gradient, a pattern, a mask and so on. */
const REFERENCE = /^url\(\s*['"]?#([^'")\s]+)/;

/**
 * One name for each refused feature: the element a paint refers to (`linearGradient`), the property (`clip-path`), the property
 * with the value that is not understood (`fill="hsl(0 0% 50%)"`) or the attribute (`textLength`).
 */
export function refusedFeatures(
  element: SvgElement,
  refused: readonly Declaration[],
  byId: ReadonlyMap<string, SvgElement>,
): string[] {
  const names = refused.map(([property, value]) => {
    const id = REFERENCE.exec(value)?.[1];
    if (property !== 'fill' && property !== 'stroke')
      return id === undefined ? `${property}="${value}"` : property;
    const target = id === undefined ? undefined : byId.get(id);
    return target?.name ?? `${property}="${value}"`;
  });
  const allowed = [...(geometryOf(element.name) ?? []), ...(OWN.get(element.name) ?? [])];
  for (const attribute of element.attributes.keys()) {
    if (!isPresentation(attribute) && !SILENT.test(attribute) && !allowed.includes(attribute))
      names.push(attribute);
  }
  return names;
}
