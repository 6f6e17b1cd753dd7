/** Reading single files of a manifest, and the problems that a file's absence makes. */

import { nearestOf } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import type { Project } from './project.js';
import { parseYaml, type YamlSource } from './source.js';
import { validate } from './validate.js';

type AnySchema = Parameters<typeof validate>[1];

/** A YAML file that is there; `value` is undefined if anything in it is wrong. */
export interface ReadFile<Value> {
  readonly value: Value | undefined;
  readonly source: YamlSource;
}

/** A YAML file parsed and checked against a schema; a missing file is a problem too. */
export function readYamlFile<Schema extends AnySchema>(
  project: Project,
  file: string,
  schema: Schema,
  problems: Problems,
  wantedBy?: Span,
): ReadFile<ReturnType<Schema['parse']>> | undefined {
  const text = project.read(file);
  if (text === undefined) {
    const ending = wantedBy === undefined ? '' : '.yaml';
    reportMissing(project, file, `there is no file ${file}`, wantedBy ?? fileSpan(file), problems, ending);
    return undefined;
  }
  const source = parseYaml(file, text, 1, problems);
  const value = validate(source, schema, problems) as ReturnType<Schema['parse']> | undefined;
  return { value, source };
}

/** A file as a whole, where no line can be named. */
function fileSpan(file: string): Span {
  return { file, line: 1, column: 1, length: 1 };
}

/** A picture that must exist, named relative to the folder of pictures. */
export function expectPicture(
  project: Project,
  folder: string,
  name: string,
  span: Span,
  problems: Problems,
): void {
  const file = `${folder}/${name}`;
  if (project.exists(file)) return;
  const bare = name.slice(name.lastIndexOf('/') + 1);
  if (bare !== name && project.exists(`${folder}/${bare}`)) {
    const hint = `Write only “${bare}”: names of pictures begin in ${folder}/.`;
    problems.error('missing-file', span, `there is no file ${file}`, hint);
    return;
  }
  reportMissing(project, file, `there is no file ${file}`, span, problems);
}

/** Reports a file that is not there, with the nearest name in its folder, less the `ending` that the manifest leaves out. */
export function reportMissing(
  project: Project,
  file: string,
  message: string,
  span: Span,
  problems: Problems,
  ending = '',
): void {
  problems.error('missing-file', span, message, hintForMissing(project, file).replaceAll(ending, ''));
}

function hintForMissing(project: Project, file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const name = file.slice(folder.length + 1);
  const names = project.list(folder);
  if (names.length === 0) return `The folder ${folder} is empty or missing.`;
  const ending = name.slice(name.lastIndexOf('.'));
  const nearest = nearestOf(name, names) ?? names.find(other => stem(other) === stem(name));
  if (nearest !== undefined) return `Did you mean “${nearest}”?`;
  const alike = names.filter(other => other.endsWith(ending));
  const shown = (alike.length > 0 ? alike : names).slice(0, 6).join(', ');
  return `${folder} holds ${shown}${names.length > 6 ? ' and others' : ''}.`;
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}
