/** Reads fonts/fonts.yaml: families with the absolute paths of their files, every path checked. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFamily, FontSettings } from '../fonts/library.js';
import type { Problems } from '../problem/problem.js';
import { readYamlFile, unresolved } from './read.js';
import type { Project } from './project.js';
import { fontsFile } from './schema-fonts.js';

const FILE = 'fonts/fonts.yaml';

/** Font settings, or undefined if the file is missing or wrong. */
export function readFonts(project: Project, problems: Problems): FontSettings | undefined {
  const read = readYamlFile(project, FILE, fontsFile, problems);
  if (read === undefined) return undefined;
  const families = new Map<string, FontFamily>();
  for (const [name, family] of Object.entries(read.value.families)) {
    const faces = family.faces.flatMap((face, index) => {
      const path = fontPath(project, face.file);
      if (path !== undefined) return [{ weight: face.weight, italic: face.italic, path }];
      const hint = face.file.startsWith('npm:')
        ? 'Install the package with npm, or check the path inside it.'
        : 'Put the file into fonts/, or check its name.';
      const span = read.source.span(['families', name, 'faces', index, 'file']);
      problems.error('missing-file', span, `there is no font file ${face.file}`, hint);
      return [];
    });
    families.set(name, { name, scripts: family.scripts, scale: family.scale, faces });
  }
  for (const [script, names] of Object.entries(read.value.fallback)) {
    for (const [index, name] of names.entries()) {
      if (!families.has(name)) {
        unresolved('font family', name, families.keys(), read.source.span(['fallback', script, index]), problems);
      }
    }
  }
  return { families, fallback: new Map(Object.entries(read.value.fallback)) };
}

function fontPath(project: Project, file: string): string | undefined {
  if (!file.startsWith('npm:')) {
    const path = project.path(join('fonts', file));
    return existsSync(path) ? path : undefined;
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
