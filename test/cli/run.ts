/** Runs the command line in tests: arguments in; what is printed and the exit status out. */

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main.js';
import { writeProject } from '../manifest/project.js';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a folder, as in a pipe or on a terminal. */
export async function run(
  folder: string,
  command: string,
  terminal = false,
  debug = false,
  changes: () => AsyncIterable<void> = async function* () {},
): Promise<Outcome> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    isTTY: terminal,
    columns: 80,
    write: (text: string) => {
      written[name] += text;
    },
  });
  let time = 0;
  const status = await main({
    arguments: command.split(' ').filter(word => word !== ''),
    folder,
    out: stream('out'),
    err: stream('err'),
    clock: () => time++,
    changes,
    debug,
  });
  return { status, ...written };
}

/** Whether a text holds escape codes or carriage returns. */
export function hasControls(text: string): boolean {
  return text.includes('\u001b') || text.includes('\r');
}

/** A real newspaper of one short story on four pages, with the typefaces and the layout of this project. */
export function realNewspaper(): string {
  const root = resolve(import.meta.dirname, '../..');
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const folder = writeProject({
    'issues/publication.yaml': read('issues/publication.yaml').replace(
      /^( {2}inkLimit: .*\n)/m,
      '$1  preflight: { empty-page: off }\n',
    ),
    'layouts/tabloid.yaml': read('layouts/tabloid.yaml'),
    'layouts/phone.yaml': read('layouts/phone.yaml'),
    'fonts/fonts.yaml': read('fonts/fonts.yaml'),
    'issues/1/issue.yaml': 'number: 1\ndate: 2022-03-01\nstories: [bread]\n',
    'issues/1/stories/bread.md':
      '---\nlang: en\nheadline: What a loaf costs\n---\nBread is dear, and water is not.\n',
  });
  cpSync(join(root, 'issues/pictures'), join(folder, 'issues/pictures'), { recursive: true });
  mkdirSync(join(folder, 'layouts/profiles'));
  const profile = 'layouts/profiles/newsprint-snap2007.icc';
  writeFileSync(join(folder, profile), readFileSync(join(root, profile)));
  return folder;
}
