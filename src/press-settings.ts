/** What a publication says of its printer in, settings of the picture and PDF stages out: percents become fractions. */

import { readFileSync } from 'node:fs';
import type { Ink } from './frame/frame.js';
import type { Project } from './manifest/project.js';
import type { PublicationFile } from './manifest/schema-publication.js';
import { newestProfile } from './pdf/standard.js';
import type { PressCondition } from './pdf/write.js';
import { type PrintOutput, printOutput } from './picture/output.js';

type PrintFile = PublicationFile['print'];

/** How pictures and drawings are converted. */
export function pressOutput(project: Project, print: PrintFile): PrintOutput {
  const { intent, sharpen, ruling, resolution, inkLimit } = print;
  const [highlight, shadow] = print.range;
  return printOutput(project.path(print.profile), {
    newestProfile: newestProfile(print.standard),
    intent,
    sharpen,
    ruling,
    ppi: resolution,
    inkLimit: inkLimit / 100,
    tones: { highlight: highlight / 100, shadow: shadow / 100 },
  });
}

/** What the written PDF says of the printing condition. The profile must be there. */
export function pressCondition(project: Project, print: PrintFile): PressCondition {
  const { standard, identifier, condition } = print;
  const profile = readFileSync(project.path(print.profile));
  return { standard, identifier, condition, profile, solidBlack: solidBlackOf(print) };
}

/** The inks of areas in solid black. */
export function solidBlackOf({ solidBlack }: PrintFile): Ink['cmyk'] {
  return solidBlack.map(ink => ink / 100) as [number, number, number, number];
}
