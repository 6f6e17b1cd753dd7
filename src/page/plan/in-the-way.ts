/** Why text found no room: a run with overset text in, the one wish out without which most of it would fit. */

import type { PreparedStory } from '../../flow/prepare.js';
import type { Span } from '../../problem/problem.js';
import type { Story, StoryPicture } from '../../story/story.js';
import { oversetLines, type Run, type SetRun, setRun } from '../run.js';

/** A wish that takes room which text would need. */
export interface InTheWay {
  /** As the editor wrote it: `columns: 4` of a picture or story. */
  readonly wish: string;
  /** The file of the picture, or the id of the story, that has the wish. */
  readonly of: string;
  readonly span: Span;
  /** Lines more that find room without it. */
  readonly lines: number;
}

/** A story without one of its wishes. */
interface Without extends Omit<InTheWay, 'lines'> {
  readonly at: number;
  readonly story: Story;
  /** How much room the wish may take: those that may take most are tried. */
  readonly size: number;
}

/** Wishes that are tried; each is a search of its own. */
const TRIED = 3;

/** Words that stand in a square as wide as a column and as high. */
const WORDS = 55;

/** Undefined if no wish of the run's stories takes the room of half of it or more. `prepare` makes a story ready for placing. */
export function inTheWay(
  run: Run,
  set: SetRun,
  prepare: (story: Story) => PreparedStory,
): InTheWay | undefined {
  const over = oversetLines(set);
  if (over === 0) return undefined;
  let most: InTheWay | undefined;
  const wishes = run.stories.flatMap((prepared, at) => wishesOf(prepared, at));
  for (const { at, story, wish, of, span } of wishes.sort((a, b) => b.size - a.size).slice(0, TRIED)) {
    const other = setRun({ ...run, stories: run.stories.with(at, prepare(story)) });
    const lines = over - oversetLines(other);
    if (lines > (most?.lines ?? 0)) most = { wish, of, span, lines };
  }
  return most !== undefined && most.lines * 2 >= over ? most : undefined;
}

function wishesOf({ story, words }: PreparedStory, at: number): Without[] {
  const pictures = story.pictures.flatMap((picture, index): Without[] => {
    const { columns, file, span } = picture;
    if (columns === undefined) return [];
    const open: StoryPicture = { ...picture, columns: undefined };
    const size = columns ** 2 * WORDS;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const changed = { ...story, pictures: story.pictures.with(index, open) };
    return [{ at, story: changed, wish: `columns: ${columns}`, of: name, span, size }];
  });
  if (story.columns === undefined) return pictures;
  const changed = { ...story, columns: undefined };
  const wish = `columns: ${story.columns}`;
  return [...pictures, { at, story: changed, wish, of: story.id, span: story.span, size: words }];
}
