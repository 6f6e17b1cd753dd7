/** Checks what a publication says of itself: every text in every language, placeholders, the press profile. */

import type { Problems } from '../problem/problem.js';
import { checkPlaceholders } from './placeholders.js';
import type { Project } from './project.js';
import { expectPicture, reportMissing } from './read.js';
import type { PublicationFile } from './schema-publication.js';
import type { YamlPath, YamlSource } from './source.js';

/** Adds what is wrong to `problems`. */
export function checkPublication(
  project: Project,
  publication: PublicationFile,
  source: YamlSource,
  problems: Problems,
): void {
  for (const [index, lang] of publication.languages.entries()) {
    const expect = (texts: object, path: YamlPath): void => {
      if (lang in texts) return;
      const line = source.span(['languages', index]).line;
      const message = `“${path.join('.')}” has no entry for “${lang}”`;
      const hint = `“${lang}” is in “languages” on line ${line}; add it here or take it out there.`;
      problems.error('missing-key', source.keySpan(path), message, hint);
    };
    if (publication.languages.indexOf(lang) !== index) {
      problems.error(
        'duplicate',
        source.span(['languages', index]),
        `“${lang}” stands in “languages” twice`,
        'Take one out.',
      );
      continue;
    }
    for (const key of ['title', 'digits', 'words'] as const) expect(publication[key], [key]);
    for (const [name, texts] of Object.entries(publication.sections ?? {})) expect(texts, ['sections', name]);
  }
  checkWords(publication, source, problems);
  checkPrint(publication.print, source, problems);
  checkFillers(project, publication, source, problems);
  const { profile } = publication.print;
  if (!project.exists(profile)) {
    const span = source.span(['print', 'profile']);
    reportMissing(project, profile, `there is no press profile ${profile}`, span, problems);
  }
}

/** Numbers that must suit one another. */
function checkPrint(print: PublicationFile['print'], source: YamlSource, problems: Problems): void {
  const [lightest, darkest] = print.range;
  if (lightest >= darkest) {
    const message = `the lightest dot of “range” (${lightest} %) is not lighter than the darkest (${darkest} %)`;
    problems.error(
      'wrong-value',
      source.span(['print', 'range']),
      message,
      'Write the lighter one first: [3, 90].',
    );
  }
  const total = print.solidBlack.reduce((sum, ink) => sum + ink, 0);
  const span = source.span(['print', 'solidBlack']);
  if (print.solidBlack[3] !== 100) {
    const message = '“solidBlack” has less than 100 % of black, its last number';
    problems.error(
      'wrong-value',
      span,
      message,
      'Write [0, 0, 0, 100], or [40, 0, 0, 100] for a deeper black.',
    );
  } else if (total > print.inkLimit) {
    const message = `“solidBlack” has ${total} % of ink, more than “inkLimit”`;
    problems.error('wrong-value', span, message, 'Take less of cyan, magenta or yellow.');
  }
}

/** What the system fills in by phrase. */
const FILLED_IN = { page: 'page', continued: 'page', from: 'page', number: 'number' } as const;

function checkWords(publication: PublicationFile, source: YamlSource, problems: Problems): void {
  for (const [lang, words] of Object.entries(publication.words)) {
    for (const [key, name] of Object.entries(FILLED_IN) as [keyof typeof FILLED_IN, string][]) {
      const path = ['words', lang, key];
      const before = problems.list.length;
      checkPlaceholders(words[key], source.textStart(path), new Set([name]), problems);
      if (words[key].includes(`{${name}}`) || problems.list.length > before) continue;
      const hint = `Write {${name}} where the ${name === 'page' ? 'page' : 'issue'}’s number goes.`;
      problems.error('placeholder', source.span(path), `“${key}” has no {${name}} in it`, hint);
    }
  }
}

/** Where the pictures of fillers are. */
const FILLER_PICTURES = 'issues/pictures';

function checkFillers(
  project: Project,
  { fillers = [] }: PublicationFile,
  source: YamlSource,
  problems: Problems,
): void {
  for (const [index, { picture }] of fillers.entries()) {
    if (picture === undefined) continue;
    const span = source.span(['fillers', index, 'picture']);
    expectPicture(project, FILLER_PICTURES, picture, span, problems);
  }
}
