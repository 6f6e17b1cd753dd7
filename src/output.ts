/** Puts finished files into place: all are written under temporary names first, so no reader ever meets half a file. */

import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Why files could not be written, in words, and what to do. */
export interface WriteTrouble {
  readonly message: string;
  readonly hint: string;
}

/**
 * Replaces files in a folder. A name may begin with that of a folder in it: `pages/1.jpg`. If any cannot be written, the old ones
 * stay and the trouble is returned. Files whose names match `outdated` and that are not among the new ones go, and so do the
 * folders that this empties.
 */
export function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  outdated?: RegExp,
): WriteTrouble | undefined {
  const temporary = (name: string): string => join(folder, dirname(name), `.${basename(name)}.part`);
  try {
    const folders = new Set(['.', ...[...files.keys()].map(name => dirname(name))]);
    for (const inner of folders) mkdirSync(join(folder, inner), { recursive: true });
    // A folder in the way of the last file must not be met when the first are already replaced.
    for (const name of files.keys()) {
      if (statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory()) throw systemError('EISDIR');
    }
    for (const [name, bytes] of files) writeFileSync(temporary(name), bytes);
    for (const name of files.keys()) renameSync(temporary(name), join(folder, name));
    if (outdated !== undefined) removeOutdated(folder, files, outdated);
    return undefined;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    return trouble;
  } finally {
    for (const name of files.keys()) removeQuietly(temporary(name));
  }
}

function removeOutdated(folder: string, files: ReadonlyMap<string, Uint8Array>, outdated: RegExp): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name =>
    name.replaceAll('\\', '/'),
  );
  const old = names.filter(name => outdated.test(name) && !files.has(name));
  for (const name of old) rmSync(join(folder, name));
  for (const inner of new Set(old.map(dirname).filter(name => name !== '.'))) {
    if (readdirSync(join(folder, inner)).length === 0) rmdirSync(join(folder, inner));
  }
}

/** What stands in a folder beside the files: names in the order of the alphabet, those of folders with a slash behind them. */
export function othersIn(folder: string, files: Iterable<string>): string[] {
  const known = new Set([...files].map(name => name.replace(/\/.*/, '/')));
  return readdirSync(folder, { withFileTypes: true })
    .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter(name => !known.has(name) && !name.startsWith('.'))
    .sort();
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder itself is in trouble, and that has been said.
  }
}

const TROUBLES: Readonly<Record<string, WriteTrouble>> = {
  EACCES: { message: 'you have no permission', hint: 'Change the permissions of the folder.' },
  EPERM: { message: 'you have no permission', hint: 'Change the permissions of the folder.' },
  EROFS: { message: 'the disk is read-only', hint: 'Copy the newspaper to a disk that can be written.' },
  ENOSPC: { message: 'the disk is full', hint: 'Make room on the disk.' },
  EDQUOT: { message: 'the disk quota is used up', hint: 'Make room on the disk.' },
  EEXIST: { message: 'a file stands where the folder should be', hint: 'Move that file away.' },
  ENOTDIR: { message: 'a file stands where a folder should be', hint: 'Move that file away.' },
  EISDIR: { message: 'a folder stands where a file should be', hint: 'Move that folder away.' },
  EBUSY: { message: 'a file is open in another program', hint: 'Close the PDF there.' },
};

function troubleOf(error: unknown): WriteTrouble | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return (
    TROUBLES[error.code] ?? {
      message: `the system says ${error.code}`,
      hint: 'Try again, or build elsewhere.',
    }
  );
}
