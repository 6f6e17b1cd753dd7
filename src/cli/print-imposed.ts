/** What the printer has to do with an imposed file: the report of the imposition in, lines on a stream out. */

import { fileSize } from '../file-size.js';
import { type ImposeReport, millimetres } from '../impose.js';
import { coloursFor, count, type Stream } from './terminal.js';

export function printImposed(report: ImposeReport, stream: Stream): void {
  const { bold, dim, yellow } = coloursFor(stream);
  const { issue, pageCount, sheets, sheet, width, height, scale, binding, files } = report;
  const size = `${sheet.name} (${millimetres(width, height)})`;
  stream.write(
    `${bold(`Issue ${issue}`)}  ${count(pageCount, 'page')} on ${count(sheets.length, 'sheet')} of ${size}\n`,
  );
  for (const [index, { front, back }] of sheets.entries()) {
    const side = (pages: readonly (number | undefined)[]): string =>
      pages.map(page => String(page ?? '–').padStart(3)).join(' ');
    stream.write(`${String(index + 1).padStart(4)}  front ${side(front)}   back ${side(back)}\n`);
  }
  const edge = width >= height ? 'short' : 'long';
  stream.write(
    `Print both sides, turning on the ${edge} edge; fold all sheets together, sheet 1 outermost.\n`,
  );
  stream.write(`Bound on the ${binding}. ${foldLine(report)}\n`);
  if (scale < 1) stream.write(`Pages are printed at ${(scale * 100).toFixed(1)} % of their size.\n`);
  if (report.blanks > 0) {
    const where = report.blanks === 1 ? 'is a blank page' : `are ${report.blanks} blank pages`;
    stream.write(yellow(`At the end there ${where}: a booklet has four pages to a sheet.\n`));
  }
  stream.write(dim(`${creepLine(report)}\n`));
  for (const { file, bytes } of files) stream.write(`${file}  ${fileSize(bytes)}\n`);
}

function foldLine({ showsFold }: ImposeReport): string {
  return showsFold
    ? 'Dashed marks show the fold.'
    : 'The sheet has no room for fold marks; the fold is its middle.';
}

function creepLine({ thickness, creep, sheets }: ImposeReport): string {
  if (sheets.length === 1) return 'A single sheet has no creep.';
  if (thickness === undefined)
    return 'Creep is left out: how thick is the paper? (--paper 45g, --paper 0.07mm)';
  const micrometres = Math.round((thickness * 25_400) / 72);
  const most = ((creep * 25.4) / 72).toFixed(2);
  return `Creep of ${micrometres} µm a sheet; the innermost pages are moved ${most} mm towards the fold.`;
}
