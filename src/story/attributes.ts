/** Attributes of markup in braces: what the editor wrote in; the value, or a problem with its hint, out. */

import { isLanguage, languageMeant } from '../problem/languages.js';
import { nearestOf } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import type { Alignment } from '../text/lines.js';
import type { Direction } from '../text/paragraph.js';

/** As the Markdown parser gives it: null and undefined where it is left out. */
type Asked = string | null | undefined;

/** `lang=ar`; undefined if it is left out or no language code. */
export function readLanguage(asked: Asked, span: Span, problems: Problems): string | undefined {
  if (asked === undefined || asked === null) return undefined;
  if (isLanguage(asked)) return asked;
  const meant = languageMeant(asked);
  const hint = meant === undefined ? 'Write a code such as ar, en or fr.' : `Write lang=${meant}.`;
  problems.error('wrong-value', span, `lang must be a language code, not “${asked}”`, hint);
  return undefined;
}

/** `dir=rtl`; undefined if it is left out or no direction. */
export function readDirection(asked: Asked, span: Span, problems: Problems): Direction | undefined {
  if (asked === undefined || asked === null) return undefined;
  if (asked === 'ltr' || asked === 'rtl') return asked;
  const hint = 'ltr is for left to right, rtl for right to left.';
  problems.error('wrong-value', span, `dir must be ltr or rtl, not “${asked}”`, hint);
  return undefined;
}

const ALIGNMENTS = ['start', 'center', 'end', 'justify'] as const satisfies readonly Alignment[];

/** `align=center`; undefined if it is left out or no alignment. */
export function readAlignment(asked: Asked, span: Span, problems: Problems): Alignment | undefined {
  if (asked === undefined || asked === null) return undefined;
  const known = ALIGNMENTS.find(word => word === asked);
  if (known !== undefined) return known;
  const nearest = nearestOf(asked, ALIGNMENTS);
  const hint =
    nearest === undefined
      ? 'start is the side on which the language begins, end the other one.'
      : `Did you mean “${nearest}”?`;
  problems.error(
    'wrong-value',
    span,
    `align must be ${ALIGNMENTS.slice(0, -1).join(', ')} or ${ALIGNMENTS.at(-1)}, not “${asked}”`,
    hint,
  );
  return undefined;
}
