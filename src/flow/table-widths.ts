/** Widths of a table's columns: what each wants and at least needs in, what each gets of the table's width out. Points. */

export interface Wanted {
  /** Width of the longest cell on one line. */
  readonly natural: number;
  /** Width of the longest word or number. */
  readonly least: number;
}

/** The gap between columns: `least`, and up to `most` of what their longest cells leave free, the same between all of them. Points. */
export function columnGap(wanted: readonly Wanted[], width: number, least: number, most: number): number {
  const gaps = wanted.length - 1;
  const natural = wanted.reduce((total, column) => total + column.natural, 0);
  return gaps < 1 ? least : Math.max(least, Math.min(most, (width - natural) / gaps));
}

/**
 * Columns as wide as their longest cells, the first one taking what is left, so that figures stand at the table's end. Where
 * that is too much, all get the room for their longest words first and a share of what remains by what they lack.
 */
export function columnWidths(wanted: readonly Wanted[], width: number, gap: number): number[] {
  const room = width - gap * (wanted.length - 1);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const natural = sum(wanted.map(column => column.natural));
  if (natural <= room) {
    return wanted.map((column, at) => column.natural + (at === 0 ? room - natural : 0));
  }
  const least = sum(wanted.map(column => column.least));
  if (least >= room) return wanted.map(column => (column.least / least) * room);
  const share = (room - least) / (natural - least);
  return wanted.map(column => column.least + (column.natural - column.least) * share);
}

/** The width of a table in which no word is wider than its column. */
export function leastWidth(wanted: readonly Wanted[], gap: number): number {
  return wanted.reduce((total, column) => total + column.least, gap * (wanted.length - 1));
}
