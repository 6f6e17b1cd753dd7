/** A good newspaper with one thing broken, and all that is said of it: missing files. */

import { expect, it } from 'vitest';
import { BREAD, FONTS, ISSUE, PUBLICATION, problemsOf } from './project.js';

it('no publication', () => {
  const found = problemsOf({ [PUBLICATION]: null });
  expect(found).toEqual([
    'issues/publication.yaml:1:1 missing-file: there is no file issues/publication.yaml | issues holds 1.',
  ]);
});

it('no issue file', () => {
  const found = problemsOf({ [ISSUE]: null });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:1 missing-file: there is no file issues/1/issue.yaml | issues/1 holds pictures, stories.',
  ]);
});

it('a story file that is missing', () => {
  const found = problemsOf({
    [ISSUE]: [
      ['  - bread\n', '  - braed\n'],
      ['stories: [bread]', 'stories: [braed]'],
      ['    story: bread', '    story: braed'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:12:5 missing-file: there is no file issues/1/stories/braed.md | Did you mean “bread”?',
    'issues/1/stories/bread.md:1:1 unlisted (warning): story “bread” is not in the issue | Add it to “stories” in issues/1/issue.yaml, or move the file out of the folder.',
  ]);
});

it('a story file with nothing near', () => {
  const found = problemsOf({
    [ISSUE]: [
      ['  - water\n', '  - water\n  - elections\n'],
      ['stories: [water]', 'stories: [water, elections]'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:14:5 missing-file: there is no file issues/1/stories/elections.md | issues/1/stories holds bread, water.',
  ]);
});

it('pictures that are missing', () => {
  const found = problemsOf({
    [BREAD]: ['file: loaf.jpg', 'file: laof.jpg'],
    [ISSUE]: [
      ['file: dawn.jpg', 'file: dawn.png'],
      ['    - story: water', '    - { story: water, picture: well.tiff }'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:6:11 missing-file: there is no file issues/1/pictures/dawn.png | Did you mean “dawn.jpg”?',
    'issues/1/issue.yaml:10:32 missing-file: there is no file issues/1/pictures/well.tiff | issues/1/pictures holds dawn.jpg, loaf.jpg.',
    'issues/1/stories/bread.md:6:11 missing-file: there is no file issues/1/pictures/laof.jpg | Did you mean “loaf.jpg”?',
  ]);
});

it('pictures with a folder', () => {
  const found = problemsOf({ [BREAD]: ['file: loaf.jpg', 'file: pictures/loaf.jpg'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:6:11 missing-file: there is no file issues/1/pictures/pictures/loaf.jpg | Write only “loaf.jpg”: names of pictures begin in issues/1/pictures/.',
  ]);
});

it('a picture that is a folder', () => {
  const found = problemsOf({ [BREAD]: ['file: loaf.jpg', 'file: .'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:6:11 missing-file: there is no file issues/1/pictures/. | issues/1/pictures holds dawn.jpg, loaf.jpg.',
  ]);
});

it('a layout that is missing', () => {
  const found = problemsOf({ [PUBLICATION]: ['layout: small', 'layout: smal'] });
  expect(found).toEqual([
    'issues/publication.yaml:5:9 missing-file: there is no file layouts/smal.yaml | Did you mean “small”?',
  ]);
});

it('a layout that is missing, named by the issue', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: 4\nlayout: berliner\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:4:9 missing-file: there is no file layouts/berliner.yaml | layouts holds small.',
  ]);
});

it('font files that are missing', () => {
  const found = problemsOf({
    [FONTS]: [
      '      - { weight: 400, file: serif.ttf }',
      '      - { weight: 400, file: serf.ttf }\n      - { weight: 700, file: "npm:no-such-package/a.ttf" }',
    ],
  });
  expect(found).toEqual([
    'fonts/fonts.yaml:5:30 missing-file: there is no font file serf.ttf | Did you mean “serif.ttf”?',
    'fonts/fonts.yaml:6:30 missing-file: there is no font file npm:no-such-package/a.ttf | Install the package with npm, or check the path inside it.',
  ]);
});

it('no fonts.yaml', () => {
  const found = problemsOf({ [FONTS]: null });
  expect(found).toEqual([
    'fonts/fonts.yaml:1:1 missing-file: there is no file fonts/fonts.yaml | fonts holds serif.ttf.',
  ]);
});

it('a profile that is missing', () => {
  const found = problemsOf({ [PUBLICATION]: ['layouts/news.icc', 'layouts/new.icc'] });
  expect(found).toEqual([
    'issues/publication.yaml:12:12 missing-file: there is no press profile layouts/new.icc | Did you mean “news.icc”?',
  ]);
});

it('a story that is not listed', () => {
  const found = problemsOf({ 'issues/1/stories/olive.md': '---\nheadline: x\n---\ny\n' });
  expect(found).toEqual([
    'issues/1/stories/olive.md:1:1 unlisted (warning): story “olive” is not in the issue | Add it to “stories” in issues/1/issue.yaml, or move the file out of the folder.',
  ]);
});
