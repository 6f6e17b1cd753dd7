/** The layout of the phone edition: the paper's own layout and what an editor changes in; pages of a screen's shape out. */

import type { FontSettings } from '../fonts/library.js';
import type { Ink } from '../frame/frame.js';
import type { Problems } from '../problem/problem.js';
import { checkFeatures } from './check-features.js';
import { checkRoom, checkTemplate } from './check-layout.js';
import { checkPanel, expectInk } from './check-panel.js';
import { type Layout, layoutOf } from './layout.js';
import { derivedStyles, sizedAs } from './phone-styles.js';
import type { Project } from './project.js';
import { type ReadFile, readYamlFile } from './read.js';
import type { LayoutFile, PanelFile } from './schema-layout.js';
import { type PhoneFile, phoneFile } from './schema-phone.js';
import type { PublicationFile } from './schema-publication.js';
import { overlaid } from './template.js';

/** What the phone edition is made with. Points. */
export interface PhoneLayout {
  /** One column; the same margin on both sides. */
  readonly layout: Layout;
  /** Over the first page; without one the titles stand there as text. */
  readonly masthead: PanelFile | undefined;
  /** Behind all pages. */
  readonly ground: Ink | undefined;
  readonly pictures: PhoneFile['pictures'];
  readonly frontPicture: number;
  readonly room: number;
}

/**
 * A page of 9 : 16 stands whole between the bars of a viewer on the longer screens of today, and fills the older ones. At 360 points
 * for a screen of 68 mm type of 18 points is as large as 9.6 points on paper.
 */
const SHEET = { width: 360, height: 640 };
const MARGINS = { top: 24, bottom: 10, sides: 20 };
const GRID = 1;
/** Width of a phone's screen held upright. Points. */
const SCREEN = (68 * 72) / 25.4;
/** Labels of drawings are read down to this size. Points. */
const LEAST_LABEL = 13;
/** A table may be set as small as this share of its type. */
const SMALLEST_TABLE = 0.5;

/** The publication's phone layout; undefined if the file that it names is missing or wrong. Without font settings it is only checked. */
export function readPhoneLayout(
  project: Project,
  publication: ReadFile<PublicationFile>,
  base: Layout,
  fonts: FontSettings,
  problems: Problems,
): PhoneLayout | undefined {
  const { value } = publication;
  const name = value?.phone.layout;
  if (value === undefined) return undefined;
  const span = publication.source.span(['phone', 'layout']);
  const read =
    name === undefined ? undefined : readYamlFile(project, `layouts/${name}.yaml`, phoneFile, problems, span);
  if (name !== undefined && read?.value === undefined) return undefined;
  const file = read?.value ?? phoneFile.parse({});
  const source = read?.source ?? base.source;
  const layout = screenLayout(base.file, file, value);
  if (read !== undefined) {
    const before = problems.list.length;
    // A phone's layout changes styles and adds none: names that the paper's does not have are misspelt.
    const named = { ...layout, styles: base.file.styles };
    checkPhone(layout, file, fonts, { layout: named, source, problems });
    if (problems.list.slice(before).some(({ severity }) => severity === 'error')) return undefined;
  }
  const made = layoutOf(layout, source, base.inks, fonts);
  if (read !== undefined) {
    const own = { ...layout, styles: file.styles };
    checkFeatures(own, made.styles, { families: fonts.families, source, problems });
  }
  const { masthead, pictures, frontPicture, room, ground } = file;
  const behind = ground === undefined ? undefined : base.inks.get(ground);
  return { layout: made, masthead, ground: behind, pictures, frontPicture, room };
}

function checkPhone(
  layout: LayoutFile,
  file: PhoneFile,
  fonts: FontSettings,
  check: Parameters<typeof checkPanel>[2],
): void {
  checkTemplate(file, [], fonts, check);
  if (file.masthead !== undefined) checkPanel(file.masthead, ['masthead'], check);
  if (file.table?.ruleInk !== undefined) expectInk(file.table.ruleInk, ['table', 'ruleInk'], check);
  const [across, down] = (['width', 'height'] as const).map(key =>
    file.sheet === undefined ? ['margins'] : ['sheet', key],
  );
  checkRoom(layout, across!, down!, check);
}

/** The paper's layout on the page of a screen, under what the file says. */
function screenLayout(base: LayoutFile, file: PhoneFile, publication: PublicationFile): LayoutFile {
  const { sheet = SHEET, margins = MARGINS, grid = GRID } = file;
  const { sides, top, bottom } = margins;
  const enlarged = sheet.width / SCREEN;
  const { gap, padding, rule, headRule } = base.table;
  const { sidebarPadding, sidebarRule } = base.module;
  const derived: LayoutFile = {
    ...base,
    sheet: { ...sheet, bleed: 0 },
    margins: { top, bottom, inside: sides, outside: sides },
    columns: { count: 1, gutter: 0 },
    grid,
    styles: derivedStyles(base.styles, enlarged, grid),
    head: EMPTY,
    folio: folioOf(publication, sizedAs(base.styles, 'byline', enlarged)),
    table: {
      ...base.table,
      gap: gap * enlarged,
      padding: padding * enlarged,
      rule: rule * enlarged,
      headRule: headRule * enlarged,
      smallest: SMALLEST_TABLE,
    },
    module: {
      ...base.module,
      gap: base.module.gap * enlarged,
      rule: base.module.rule * enlarged,
      sidebarPadding: sidebarPadding * enlarged,
      sidebarRule: sidebarRule * enlarged,
      credit: 'caption',
      leastLabel: LEAST_LABEL,
    },
    templates: {},
  };
  delete derived.sectionHead;
  const over = { ...file, picture: undefined };
  return { ...overlaid(derived, over), table: Object.assign({}, derived.table, file.table) };
}

const EMPTY: PanelFile = { height: 0, boxes: [], rules: [], texts: [] };

/** The page's number in the digits of every language on the side where pages turn, the paper's title on the other. */
function folioOf({ languages }: PublicationFile, size: number): PanelFile {
  const [main] = languages;
  const y = Math.round(size * 1.9);
  const number = languages.map(lang => `{page.${lang}}`).join('   ');
  const common = { lang: main!, style: 'byline', x: 0, y };
  return {
    height: Math.round(size * 2.4),
    boxes: [],
    rules: [],
    texts: [
      { ...common, text: `{title.${main}}`, at: 'inside' },
      { ...common, text: number, at: 'outside' },
    ],
  };
}
