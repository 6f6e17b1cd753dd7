/** Paper as one names it: words such as `SRA3`, `320x450mm`, `45g` or `0.07mm` in, sizes and thicknesses in points out. */

/** A sheet of paper before it is folded, in points. */
export interface SheetSize {
  /** As it was asked for: `A3`, `320 × 450 mm`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const POINTS_PER: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 };

/** Millimetres: ISO 216 (A, B) and ISO 217 (RA, SRA), then the sizes of North America. */
const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  B1: [707, 1000],
  B2: [500, 707],
  B3: [353, 500],
  B4: [250, 353],
  RA1: [610, 860],
  RA2: [430, 610],
  RA3: [305, 430],
  SRA1: [640, 900],
  SRA2: [450, 640],
  SRA3: [320, 450],
  SRA4: [225, 320],
  Letter: [215.9, 279.4],
  Legal: [215.9, 355.6],
  Tabloid: [279.4, 431.8],
};

/** All names that `sheetSize` knows. */
export const SHEET_NAMES = Object.keys(SIZES);

/** A sheet by its name in any case, or by its measures: `320x450mm`, `12 x 18 in`. Undefined if it is neither. */
export function sheetSize(text: string): SheetSize | undefined {
  const wanted = text.trim();
  const name = SHEET_NAMES.find(item => item.toLowerCase() === wanted.toLowerCase());
  if (name !== undefined) {
    const [width, height] = SIZES[name]!;
    return { name, width: mm(width), height: mm(height) };
  }
  const [, width, height, unit] =
    /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(pt|mm|cm|in)$/i.exec(wanted) ?? [];
  if (unit === undefined || Number(width) === 0 || Number(height) === 0) return undefined;
  const points = POINTS_PER[unit.toLowerCase()]!;
  return {
    name: `${width} × ${height} ${unit.toLowerCase()}`,
    width: Number(width) * points,
    height: Number(height) * points,
  };
}

/** The smallest named sheets of the A series that hold an area, lying or standing; undefined if none does. */
export function sheetFor(width: number, height: number): string | undefined {
  const fits = ([a, b]: readonly [number, number]): boolean => fitsOn(width, height, mm(a), mm(b));
  return ['A5', 'A4', 'A3', 'A2', 'A1', 'A0'].find(name => fits(SIZES[name]!));
}

/** Whether an area fits on a sheet, turned or not. Half a point is no matter: sizes are rounded to millimetres. */
export function fitsOn(width: number, height: number, sheetWidth: number, sheetHeight: number): boolean {
  const inside = (w: number, h: number): boolean => width <= w + 0.5 && height <= h + 0.5;
  return inside(sheetWidth, sheetHeight) || inside(sheetHeight, sheetWidth);
}

/** What is known of the paper: thickness in points, weight in grams a square metre. */
export interface Paper {
  readonly thickness?: number | undefined;
  readonly weight?: number | undefined;
}

/**
 * Bulk of uncoated paper in cubic centimetres a gram: thickness in micrometres is bulk times weight. Newsprint has 1.4 to 1.6,
 * office paper 1.2 to 1.35; a thickness that was measured (ISO 534) is better than this.
 */
const BULK = 1.4;

/** The thickness of one sheet in points; undefined if nothing is known of the paper. */
export function thicknessOf({ thickness, weight }: Paper): number | undefined {
  return thickness ?? (weight === undefined ? undefined : mm((weight * BULK) / 1000));
}

/** A paper by its weight (`45g`, `80gsm`, `80 g/m2`) or its thickness (`0.07mm`, `0.2pt`). Undefined if it is neither. */
export function paperOf(text: string): Paper | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*(g|gsm|g\/m2|g\/m²|mm|pt|in)$/i.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const points = POINTS_PER[unit.toLowerCase()];
  return points === undefined ? { weight: Number(number) } : { thickness: Number(number) * points };
}

function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
