/** The project folder: where its files stand, how they are named in messages, and what was read from them. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export class Project {
  /** Texts read so far by project path; the edge prints lines from here. */
  readonly texts = new Map<string, string>();

  constructor(readonly root: string) {}

  /** Absolute path of a project path. */
  path(file: string): string {
    return resolve(this.root, file);
  }

  /** Whether there is a file (not a folder) of that name. */
  exists(file: string): boolean {
    return statSync(this.path(file), { throwIfNoEntry: false })?.isFile() === true;
  }

  /** Whether there is a folder of that name. */
  hasFolder(folder: string): boolean {
    return statSync(this.path(folder), { throwIfNoEntry: false })?.isDirectory() === true;
  }

  /** The text of a file with line ends made `\n` and Unicode composed (NFC), or undefined if it cannot be read. */
  read(file: string): string | undefined {
    try {
      const text = readFileSync(this.path(file), 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n')
        .normalize('NFC');
      this.texts.set(file, text);
      return text;
    } catch {
      return undefined;
    }
  }

  /** File names in a folder, sorted by code unit; empty if there is no such folder. */
  list(folder: string): string[] {
    try {
      return readdirSync(this.path(folder)).sort();
    } catch {
      return [];
    }
  }
}

/** The nearest folder at or above `from` that holds issues/publication.yaml. */
export function findProject(from: string): Project | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'issues', 'publication.yaml'))) return new Project(folder);
    if (dirname(folder) === folder) return undefined;
  }
}
