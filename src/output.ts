/** Puts finished files into place: all are written under temporary names first, so no reader ever meets half a file. */

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Replaces files in a folder. If any cannot be written, the old ones stay and the error is thrown. */
export function replaceFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  const temporary = (name: string): string => join(folder, `.${name}.part`);
  try {
    for (const [name, bytes] of files) writeFileSync(temporary(name), bytes);
    for (const name of files.keys()) renameSync(temporary(name), join(folder, name));
  } finally {
    for (const name of files.keys()) rmSync(temporary(name), { force: true });
  }
}
