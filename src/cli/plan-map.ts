/** All pages at a glance in letters: a report in; lines with each page as a small box, lying as spreads, out. */

import type { BuildReport } from '../report.js';

type PagePlan = BuildReport['pages'][number];
type Area = PagePlan['body'];

/** Letters of stories in the order; past the alphabet they share one sign. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PICTURE = '▒';
const BLANK = ' ';

export function letterOf(report: BuildReport, story: string): string {
  return LETTERS[report.stories.findIndex(({ id }) => id === story)] ?? '#';
}

/** A page of so many columns is twice as many characters wide, at least this many. */
const LEAST_WIDTH = 8;

/** Rows of spreads no wider than `width` characters; from the right for a publication bound on the right. */
export function planMap(report: BuildReport, width: number): string[] {
  const across = Math.max(LEAST_WIDTH, 2 * report.columns);
  const shape = report.pages[0]?.body;
  // Characters are about twice as high as wide.
  const down = shape === undefined ? 4 : Math.max(4, Math.round((across * shape.height) / shape.width / 2));
  const spreadWidth = 2 * across + 3;
  const inRow = Math.max(1, Math.floor((width + 1) / (spreadWidth + 1)));
  const lines: string[] = [];
  for (let from = 0; from < report.spreads.length; from += inRow) {
    const row = report.spreads.slice(from, from + inRow);
    const drawn = row.map(spread => drawSpread(spread, report, across, down));
    const free = Math.min(inRow, report.spreads.length) - row.length;
    const empty = ' '.repeat(free * (spreadWidth + 1));
    const ordered = report.binding === 'right' ? [...drawn].reverse() : drawn;
    const indent = report.binding === 'right' ? empty : '';
    for (let line = 0; line < down + 2; line++) {
      lines.push(`${indent}${ordered.map(spread => spread[line]!).join(' ')}`.trimEnd());
    }
  }
  return lines;
}

/** One spread with its border: numbers over the pages, what is not full under them. */
function drawSpread(
  spread: BuildReport['spreads'][number],
  report: BuildReport,
  across: number,
  down: number,
): string[] {
  const pages = spread.map(number => {
    if (number === undefined) return undefined;
    const plan = report.pages.find(({ page }) => page === number);
    const cells = plan === undefined ? frontCells(across, down) : pageCells(plan, report, across, down);
    return { number: String(number), foot: plan === undefined ? '' : footOf(plan), cells };
  });
  const [left, right] = pages;
  const rule = (side: typeof left, text: string): string =>
    side === undefined ? ' '.repeat(across) : text.padEnd(across, '─');
  const sides = (both: string, ofLeft: string, ofRight: string): string =>
    left === undefined ? ofRight : right === undefined ? ofLeft : both;
  const row = (start: string, middle: string, end: string, text: (side: typeof left) => string): string =>
    `${left === undefined ? ' ' : start}${text(left)}${middle}${text(right)}${right === undefined ? ' ' : end}`;
  const lines = [row('┌', sides('┬', '┐', '┌'), '┐', side => rule(side, side?.number ?? ''))];
  for (let y = 0; y < down; y++) lines.push(row('│', '│', '│', side => side?.cells[y] ?? ' '.repeat(across)));
  lines.push(row('└', sides('┴', '┘', '└'), '┘', side => rule(side, side?.foot ?? '')));
  return lines;
}

function footOf({ fill, full }: PagePlan): string {
  return full ? '' : `${Math.round(fill * 100)}%`;
}

function frontCells(across: number, down: number): string[] {
  const word = 'front';
  const start = Math.floor((across - word.length) / 2);
  return Array.from({ length: down }, (_, y) =>
    y === Math.floor((down - 1) / 2) ? `${' '.repeat(start)}${word}`.padEnd(across) : ' '.repeat(across),
  );
}

/** Each cell shows what stands at its middle. */
function pageCells(plan: PagePlan, report: BuildReport, across: number, down: number): string[] {
  const { body, modules } = plan;
  const blanks = [...plan.blanks, ...modules.flatMap(module => module.blanks)];
  const pictures = modules.flatMap(module => module.pictures.map(picture => picture.area));
  return Array.from({ length: down }, (_, row) => {
    const y = body.y + ((row + 0.5) * body.height) / down;
    return Array.from({ length: across }, (_, cell) => {
      const x = body.x + ((cell + 0.5) * body.width) / across;
      const holds = (area: Area): boolean =>
        x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
      if (blanks.some(holds)) return BLANK;
      if (pictures.some(holds)) return PICTURE;
      const story = nearest(modules, x, y)?.story;
      return story === undefined ? BLANK : letterOf(report, story);
    }).join('');
  });
}

/** Space between modules counts to the nearest one. Points. */
const BETWEEN = 45;

function nearest(
  modules: PagePlan['modules'],
  x: number,
  y: number,
): PagePlan['modules'][number] | undefined {
  const distance = ({ area }: PagePlan['modules'][number]): number =>
    Math.max(area.x - x, x - area.x - area.width, 0) + Math.max(area.y - y, y - area.y - area.height, 0);
  const [first, ...others] = modules;
  if (first === undefined) return undefined;
  const found = others.reduce((best, module) => (distance(module) < distance(best) ? module : best), first);
  return distance(found) <= BETWEEN ? found : undefined;
}
