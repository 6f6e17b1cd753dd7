/** Which texts were written: the report in, lines on a stream out. */

import { fileSize } from '../file-size.js';
import type { TextReport } from '../story-files.js';
import { coloursFor, count, type Stream } from './terminal.js';

export function printTexts({ issue, words, files }: TextReport, stream: Stream): void {
  const { bold } = coloursFor(stream);
  stream.write(
    `${bold(`Issue ${issue}`)}  ${count(words, 'word')} in ${count(files.length, 'story', 'stories')}\n`,
  );
  for (const { file, bytes } of files) stream.write(`${file}  ${fileSize(bytes)}\n`);
}
