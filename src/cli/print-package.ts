/** What was packed: the report of a package in, lines on a stream out. */

import { fileSize } from '../file-size.js';
import type { PackageReport } from '../package.js';
import { coloursFor, type Stream } from './terminal.js';

export function printPackage({ issue, contents, checksum, files }: PackageReport, stream: Stream): void {
  const { bold, dim } = coloursFor(stream);
  stream.write(`${bold(`Issue ${issue}`)}  packed for the printer\n`);
  for (const { file, bytes } of contents) stream.write(`  ${file}  ${fileSize(bytes)}\n`);
  stream.write(dim(`SHA-256 of the press PDF: ${checksum}\n`));
  for (const { file, bytes } of files) stream.write(`${file}  ${fileSize(bytes)}\n`);
}
