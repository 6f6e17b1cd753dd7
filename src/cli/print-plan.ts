/** The flatplan on a terminal: a report in; a map of the pages, a line for each module and story, and unmet wishes out. */

import { fileSize } from '../file-size.js';
import { USUAL_TEMPLATE } from '../manifest/template.js';
import type { BuildReport, StoryReport } from '../report.js';
import { letterOf, planMap } from './plan-map.js';
import { type Colours, coloursFor, count, type Stream } from './terminal.js';

type PagePlan = BuildReport['pages'][number];
type Module = PagePlan['modules'][number];

/** A terminal of unknown width, and the widest that is made use of. */
const USUAL_WIDTH = 80;
const MOST_WIDTH = 100;

/** Writes the whole plan; nothing is wider than the terminal unless a name is. */
export function printPlan(report: BuildReport, stream: Stream): void {
  const colours = coloursFor(stream);
  const { bold, dim } = colours;
  const width = Math.min(stream.columns ?? USUAL_WIDTH, MOST_WIDTH);
  const { issue, date, pageCount, stories, words, pictures, binding } = report;
  const counts = [count(pageCount, 'page'), count(stories.length, 'story', 'stories'), `${words} words`];
  const lines = [
    `${bold(`Issue ${issue}`)}  ${date}  ${[...counts, count(pictures, 'picture')].join(', ')}`,
    dim(
      `bound on the ${binding}, so its spreads run from ${binding === 'right' ? 'right to left' : 'left to right'}; ▒ is a picture`,
    ),
    '',
    ...planMap(report, width),
    '',
    ...pageLines(report, width, colours),
    '',
    ...storyLines(report, width, colours),
    '',
    ...unmetLines(report, width, colours),
    ...blankLines(report, width, colours),
    ...report.files.map(({ file, bytes }) => `${file}  ${dim(fileSize(bytes))}`),
  ];
  stream.write(`${lines.join('\n')}\n`);
}

/** How a table is set. */
interface TableLook {
  /** Columns of numbers. */
  readonly alignRight: readonly number[];
  /** The column whose cells are cut short where the whole would be wider than `width`. */
  readonly cut: number;
  readonly width: number;
  /** The colour of a row. */
  readonly colour: (row: number) => (text: string) => string;
}

/** Rows of cells as lines, columns as wide as their widest cell. */
function table(
  rows: readonly (readonly string[])[],
  { alignRight, cut, width, colour }: TableLook,
): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const whole = widths.reduce((sum, cells) => sum + cells + 2, -2);
  widths[cut] = Math.max(LEAST_CELL, widths[cut]! - Math.max(0, whole - width));
  return rows.map((row, index) => {
    const cells = row.map((text, column) => {
      const room = widths[column]!;
      const cell = text.length > room ? `${text.slice(0, room - 1)}…` : text;
      return alignRight.includes(column) ? cell.padStart(room) : cell.padEnd(room);
    });
    return colour(index)(cells.join('  ').trimEnd());
  });
}

/** A name is cut to no less. */
const LEAST_CELL = 8;

/** A line for each module, page after page. */
function pageLines(report: BuildReport, width: number, { dim, yellow }: Colours): string[] {
  const heads = ['page', 'full', 'story', '', 'columns', 'head', 'pictures', 'goes on', 'blank'];
  const usual = report.pages.every(({ template }) => template === USUAL_TEMPLATE);
  const templated = (cells: string[], template: string): string[] => (usual ? cells : [...cells, template]);
  const rows = [templated(heads, 'template')];
  const marked = new Set<number>();
  for (const plan of report.pages) {
    if (!plan.full) marked.add(rows.length);
    const page = [String(plan.page), percent(plan.fill)];
    const blank = plan.blankLines === 0 ? '' : count(plan.blankLines, 'line');
    if (plan.modules.length === 0)
      rows.push(templated([...page, 'empty', '', '', '', '', '', ''], plan.template));
    for (const [index, module] of plan.modules.entries()) {
      const cells = moduleCells(module, report);
      rows.push(
        index === 0
          ? templated([...page, ...cells, blank], plan.template)
          : templated(['', '', ...cells, ''], ''),
      );
    }
  }
  const colour = (row: number) => (row === 0 ? dim : marked.has(row) ? yellow : plain);
  const lines = table(rows, { alignRight: [0, 1], cut: 2, width, colour });
  if (report.front === undefined) return lines;
  const front = report.front.map(({ story, page }) => `${letterOf(report, story)} ${page ?? '–'}`);
  return [lines[0]!, `   1         front page, leads to ${front.join(', ')}`, ...lines.slice(1)];
}

function plain(text: string): string {
  return text;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function moduleCells(
  { story, lang, columns, lines, headline, pictures, from, to }: Module,
  report: BuildReport,
): string[] {
  const jumps = [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`];
  return [
    `${letterOf(report, story)} ${story}`,
    lang,
    lines === 0 ? '' : `${columns} × ${lines}`,
    headline === undefined ? '' : headOf(headline.weight, headline.scale),
    pictures.map(({ columns: wide, over }) => over ?? wide).join('+'),
    jumps.filter(jump => jump !== '').join(' '),
  ];
}

function headOf(weight: string, scale: number): string {
  return scale === 1 ? weight : `${weight} ${percent(scale)}`;
}

/** A line for each story: what it got, and whether that was wished. */
function storyLines(report: BuildReport, width: number, { dim, yellow }: Colours): string[] {
  const rows = [
    ['story', 'words', 'pages', 'head', 'columns', 'pictures'],
    ...report.stories.map(story => storyCells(story, report)),
  ];
  const unmet = (row: number): boolean => (report.stories[row - 1]?.unmet.length ?? 0) > 0;
  const colour = (row: number) => (row === 0 ? dim : unmet(row) ? yellow : plain);
  const lines = table(rows, { alignRight: [1], cut: 0, width, colour });
  return [...lines, dim('✓ as wished, ✗ not as wished, else left to the press; % of a picture shown')];
}

function storyCells(story: StoryReport, report: BuildReport): string[] {
  const { wished, unmet } = story;
  type Wish = StoryReport['unmet'][number]['wish'];
  const mark = (wishes: Readonly<Partial<Record<Wish, unknown>>>): string => {
    const made = Object.entries(wishes).filter(([, wanted]) => wanted !== undefined);
    if (made.length === 0) return '';
    return made.some(([wish]) => unmet.some(item => item.wish === wish)) ? ' ✗' : ' ✓';
  };
  const { pin } = wished;
  const weight = story.weight === undefined ? '–' : headOf(story.weight, story.headlineScale ?? 1);
  const pictures = story.pictures.map(({ wished: columns, placed }) => {
    if (placed === undefined) return '✗';
    const met = columns === undefined ? '' : placed.columns === columns ? '✓' : '✗';
    return `${placed.columns}${met}${placed.shown < 1 ? ` ${percent(placed.shown)}` : ''}`;
  });
  return [
    `${letterOf(report, story.id)} ${story.id}`,
    String(story.words),
    `${story.pages.join(', ') || '–'}${mark({ pages: wished.pages, page: pin?.page, place: pin?.place })}`,
    `${weight}${mark({ weight: wished.weight, head: pin?.head })}`,
    `${story.columns.join(', ') || '–'}${mark({ columns: wished.columns })}`,
    pictures.join(', '),
  ];
}

/** Each wish that was not met, why, and what would meet it. */
function unmetLines(report: BuildReport, width: number, { yellow, dim }: Colours): string[] {
  const all = report.stories.flatMap(({ id, unmet }) => unmet.map(wish => ({ id, ...wish })));
  if (all.length === 0) return ['All wishes are met.'];
  return [
    `${count(all.length, 'wish', 'wishes')} not met:`,
    ...all.flatMap(({ id, page, wanted, got, why, hint }) => {
      const where = page === undefined ? '' : ` (page ${page})`;
      const text = `${id}${where}: ${wanted} wished, got ${got}: ${why}.`;
      return [
        ...wrapped(text, width, '  ').map(yellow),
        ...(hint === undefined ? [] : wrapped(hint, width, '    ').map(dim)),
      ];
    }),
  ];
}

/** What would fill the pages that are not full. */
function blankLines(report: BuildReport, width: number, { yellow }: Colours): string[] {
  const lacking = report.pages.filter(({ full }) => !full);
  return lacking.flatMap(page => wrapped(whatWouldFill(page, report), width, '').map(yellow));
}

function whatWouldFill(plan: PagePlan, { stories, overset }: BuildReport): string {
  const { page, fillable, blankLines: lines } = plan;
  const ranges = stories.map(({ wished }) => wished.pages);
  if (plan.stories.length === 0) {
    const lastPlanned = Math.max(...ranges.map(range => range?.last ?? 0));
    const hasStories = ranges.some(range =>
      range === undefined ? page > lastPlanned : page >= range.first && page <= range.last,
    );
    return `page ${page} is empty: ${hasStories ? 'no text was left for it' : 'no story is planned for it'}.`;
  }
  const lacks = `page ${page} is not full, ${count(lines, 'line')} blank:`;
  const lost = overset.find(({ story }) => plan.stories.includes(story));
  if (lost !== undefined)
    return `${lacks} what “${lost.story}” has left found no room there; see to that first.`;
  if (fillable !== undefined)
    return `${lacks} about ${fillable.words} words more in “${fillable.story}”, which ends there, would fill it.`;
  return `${lacks} its stories go on to other pages, so more words would not fill it; a picture, a smaller filler or another number of pages may.`;
}

/** A text in lines of at most `width` characters, each after an indent. */
function wrapped(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
