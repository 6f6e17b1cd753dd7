/** Reads fonts/fonts.yaml: families with the absolute paths of their files, every path checked. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFamily, FontSettings } from '../fonts/library.js';
import { unresolved } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import { embeddingFault, fontFault } from './check-font.js';
import { fontFeatures } from './font-features.js';
import type { Project } from './project.js';
import { readYamlFile, reportMissing } from './read.js';
import { fontsFile } from './schema-fonts.js';
import type { YamlPath } from './source.js';

const FILE = 'fonts/fonts.yaml';

/** Font settings, or undefined if the file is missing or wrong. */
export function readFonts(project: Project, problems: Problems): FontSettings | undefined {
  const read = readYamlFile(project, FILE, fontsFile, problems);
  if (read?.value === undefined) return undefined;
  const { value, source } = read;
  const families = new Map<string, FontFamily>();
  for (const [name, family] of Object.entries(value.families)) {
    const faces = family.faces.flatMap((face, index) => {
      const span = source.span(['families', name, 'faces', index, 'file']);
      const path = fontPath(project, face.file);
      if (path === undefined) {
        reportMissingFont(project, face.file, span, problems);
        return [];
      }
      const fault = fontFault(path);
      if (fault === undefined) {
        reportEmbedding(path, face.file, span, problems);
        return [{ weight: face.weight, italic: face.italic, path, features: fontFeatures(path) }];
      }
      const message = `the font file ${face.file} cannot be used: ${fault.message}`;
      problems.error('font-unusable', span, message, fault.hint);
      return [];
    });
    families.set(name, { name, scripts: family.scripts, scale: family.scale, faces });
  }
  const check = (name: string, path: YamlPath): void => {
    if (!families.has(name)) unresolved('font family', name, families.keys(), source.span(path), problems);
  };
  for (const [script, names] of Object.entries(value.fallback)) {
    for (const [index, name] of names.entries()) check(name, ['fallback', script, index]);
  }
  const pairs = new Map<string, number>();
  for (const [index, { families: names, factor }] of value.pairs.entries()) {
    for (const [side, name] of names.entries()) check(name, ['pairs', index, 'families', side]);
    pairs.set(names.join('/'), factor);
  }
  return { families, pairs, fallback: new Map(Object.entries(value.fallback)) };
}

function reportEmbedding(path: string, file: string, span: Span, problems: Problems): void {
  const fault = embeddingFault(path);
  if (fault === undefined) return;
  problems.error('font-embedding', span, `the font file ${file} ${fault.message}`, fault.hint);
}

function reportMissingFont(project: Project, file: string, span: Span, problems: Problems): void {
  const message = `there is no font file ${file}`;
  if (file.startsWith('npm:')) {
    problems.error(
      'missing-file',
      span,
      message,
      'Install the package with npm, or check the path inside it.',
    );
  } else reportMissing(project, `fonts/${file}`, message, span, problems);
}

function fontPath(project: Project, file: string): string | undefined {
  if (!file.startsWith('npm:')) {
    const path = project.path(join('fonts', file));
    return project.exists(join('fonts', file)) ? path : undefined;
  }
  const [, name, inside] = /^npm:((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file) ?? [];
  if (name === undefined || inside === undefined) return undefined;
  // The project's own packages first, then the ones that came with this program.
  for (const from of [project.path('package.json'), import.meta.url]) {
    try {
      const path = join(dirname(createRequire(from).resolve(`${name}/package.json`)), inside);
      if (existsSync(path)) return path;
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}
