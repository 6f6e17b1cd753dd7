/** The clauses that a written press PDF is held against, and what is found to break them. */

/** `x-4` is PDF/X-4 (ISO 15930-7:2010), `x-1a` is PDF/X-1a:2003 (ISO 15930-4:2003). */
export type Standard = 'x-4' | 'x-1a';

/** What each standard asks for by its own numbers; read here again, so that a slip of the writer's is not repeated. */
export const STANDARDS = {
  'x-1a': { name: 'PDF/X-1a:2003', part: 'ISO 15930-4', version: '1.4', newestProfile: 2 },
  'x-4': { name: 'PDF/X-4', part: 'ISO 15930-7', version: '1.6', newestProfile: 4 },
} as const;

/** Numbers of clauses in both parts of ISO 15930, by their matter. */
const CLAUSES = {
  file: { 'x-1a': '6.1', 'x-4': '6.1' },
  external: { 'x-1a': '6.1', 'x-4': '6.3' },
  colour: { 'x-1a': '6.2', 'x-4': '6.4' },
  fonts: { 'x-1a': '6.3', 'x-4': '6.5' },
  filters: { 'x-1a': '6.5', 'x-4': '6.8' },
  trapping: { 'x-1a': '6.6', 'x-4': '6.9' },
  identity: { 'x-1a': '6.7', 'x-4': '6.10' },
  boxes: { 'x-1a': '6.8', 'x-4': '6.12' },
  states: { 'x-1a': '6.9', 'x-4': '6.13' },
  postscript: { 'x-1a': '6.10', 'x-4': '6.14' },
  encryption: { 'x-1a': '6.11', 'x-4': '6.15' },
  alternates: { 'x-1a': '6.12', 'x-4': '6.16' },
  annotations: { 'x-1a': '6.13', 'x-4': '6.17' },
  actions: { 'x-1a': '6.14', 'x-4': '6.18' },
  operators: { 'x-1a': '6.15', 'x-4': '6.19' },
  transparency: { 'x-1a': '6.16', 'x-4': '6.20' },
  viewers: { 'x-1a': '6.17', 'x-4': '6.21' },
} as const;

export type Clause = keyof typeof CLAUSES;

/** `PDF/X-4, clause 6.9 of ISO 15930-7`. */
export function clauseName(clause: Clause, standard: Standard): string {
  const { name, part } = STANDARDS[standard];
  return `${name}, clause ${CLAUSES[clause][standard]} of ${part}`;
}

/** One thing wrong with the written file: with its standard, or with a rule of the press that the standard leaves open. */
export interface Fault {
  readonly breaks: Clause | 'black-overprint' | 'resolution';
  /** Counts from 1; undefined for what concerns the whole file. */
  readonly page: number | undefined;
  readonly message: string;
}

/** Collects faults; the same one of the same page counts once. */
export class Faults {
  private readonly found = new Map<string, Fault>();

  add(breaks: Fault['breaks'], message: string, page?: number): void {
    this.found.set(`${breaks}/${page}/${message}`, { breaks, page, message });
  }

  /** Adds the message if the condition does not hold. */
  expect(holds: boolean, breaks: Fault['breaks'], message: string, page?: number): void {
    if (!holds) this.add(breaks, message, page);
  }

  get list(): readonly Fault[] {
    return [...this.found.values()];
  }
}
