/** Reading single files of a manifest, and the problems that files and references can have. */

import { nearestOf } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import type { Project } from './project.js';
import { parseYaml, type YamlSource } from './source.js';
import { validate } from './validate.js';

/** A YAML file parsed and checked against a schema; a missing file is a problem too. */
export function readYamlFile<Schema extends Parameters<typeof validate>[1]>(
  project: Project,
  file: string,
  schema: Schema,
  problems: Problems,
  wantedBy?: Span,
): { value: ReturnType<Schema['parse']>; source: YamlSource } | undefined {
  const text = project.read(file);
  if (text === undefined) {
    problems.error('missing-file', wantedBy ?? fileSpan(file), `there is no file ${file}`, hintForMissing(project, file));
    return undefined;
  }
  const source = parseYaml(file, text, 1, problems);
  const value = validate(source, schema, problems);
  return value === undefined ? undefined : { value: value as ReturnType<Schema['parse']>, source };
}

/** A file as a whole, where no line can be named. */
export function fileSpan(file: string): Span {
  return { file, line: 1, column: 1, length: 1 };
}

/** “Did you mean …?” for a file that is not there, from what its folder holds. */
export function hintForMissing(project: Project, file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const name = file.slice(folder.length + 1);
  const names = project.list(folder);
  if (names.length === 0) return `The folder ${folder} is empty or missing.`;
  const nearest = nearestOf(name, names);
  return nearest === undefined ? `The folder ${folder} holds ${names.length} other files.` : `Did you mean “${nearest}”?`;
}

/** Names a reference that leads nowhere. */
export function unresolved(
  what: string,
  name: string,
  known: Iterable<string>,
  span: Span,
  problems: Problems,
): void {
  const names = [...known];
  const nearest = nearestOf(name, names);
  const hint = nearest === undefined ? `Known: ${names.join(', ') || 'none'}.` : `Did you mean “${nearest}”?`;
  problems.error('unresolved', span, `there is no ${what} “${name}”`, hint);
}

/** A file that must exist. */
export function expectFile(project: Project, file: string, span: Span, problems: Problems): void {
  if (project.exists(file)) return;
  problems.error('missing-file', span, `there is no file ${file}`, hintForMissing(project, file));
}
