/** What items are in the structure of the document: the names of its parts. */

/** What a group's items, or a run's text, are. Lists, tables and the like are told by the parts that runs name. */
export type Role =
  | 'headline'
  | 'kicker'
  | 'deck'
  | 'byline'
  | 'subhead'
  | 'paragraph'
  | 'list'
  | 'list-item'
  | 'label'
  | 'table'
  | 'row'
  | 'header-cell'
  | 'cell'
  | 'quote'
  | 'sidebar'
  | 'figure'
  | 'caption'
  | 'source'
  | 'contents'
  | 'entry'
  /** Leads to another page: “continued on page 8”. */
  | 'jump'
  | 'front'
  | 'masthead'
  /** A head on the front page that leads to a story. */
  | 'teaser'
  | 'imprint'
  /** Nothing that is read: folios, and what stands on the page a second time. */
  | 'furniture';

/** A step from a group to what a run in it is: the row of a table, then its cell. */
export interface Part {
  readonly role: Role;
  /** Counts the parts of one whole in reading order; runs of the same part share it, wherever they stand. */
  readonly block: number;
}
