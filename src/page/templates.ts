/** The page templates of an edition at work: a story or a page in; what its pages are set with out. */

import type { TextSetter } from '../flow/setter.js';
import type { Layout, PageTemplate } from '../manifest/layout.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Story } from '../story/story.js';
import type { FillerPool } from './fillers.js';

/** Sets texts and fillers in the columns and styles of one template. */
export interface TemplateTools {
  readonly setter: TextSetter;
  readonly fillers: FillerPool;
}

export class Templates {
  private readonly tools = new Map<PageTemplate, TemplateTools>();
  private readonly bare = new Map<Story, Story>();
  constructor(
    private readonly manifest: Pick<Manifest, 'issue' | 'templateOf'>,
    private readonly toolsFor: (layout: Layout) => TemplateTools,
  ) {}

  ofPage(page: number): PageTemplate {
    const { plan } = this.manifest.issue;
    return this.manifest.templateOf(plan?.find(({ pages }) => page >= pages.first && page <= pages.last))
      .template;
  }

  toolsOf(template: PageTemplate): TemplateTools {
    const tools = this.tools.get(template) ?? this.toolsFor(template.layout);
    this.tools.set(template, tools);
    return tools;
  }

  /** A story as it flows, and what it is set with: without its first picture if that stands over its entry's pages. */
  flowing(story: Story): { readonly story: Story; readonly setter: TextSetter } {
    const entry = this.manifest.issue.plan?.find(({ stories }) => stories.includes(story.id));
    const { template, picture } = this.manifest.templateOf(entry);
    const { setter } = this.toolsOf(template);
    if (picture === undefined || entry?.stories[0] !== story.id) return { story, setter };
    const bare = this.bare.get(story) ?? { ...story, pictures: story.pictures.slice(1) };
    this.bare.set(story, bare);
    return { story: bare, setter };
  }
}
