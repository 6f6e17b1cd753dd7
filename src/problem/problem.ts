/** Problems as data: what went wrong, how badly, where in which file, and what the editor can do about it. */

/** A place in a source file. `file` is relative to the project folder; lines and columns count from 1. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the trouble covers; 1 when it is a point. */
  readonly length: number;
}

/** An error stops the build; a warning is printed and the build goes on. */
export type Severity = 'error' | 'warning';

export interface Problem {
  /** Stable short name such as `unknown-key`; tests and severity settings refer to it. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span | undefined;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly hint: string | undefined;
  /** The page where it shows, and the story to which it belongs, if it shows on a page. */
  readonly page?: number;
  readonly story?: string | undefined;
  /** How bad it is among those of its code: where many are shown as one, it is the one with the most. */
  readonly weight?: number;
}

/** Collects the problems of one run; stages add, only the edge prints. */
export class Problems {
  readonly list: Problem[] = [];
  private readonly seen = new Set<string>();
  private severities: ReadonlyMap<string, Severity | 'off'> = new Map();

  /** From now on problems of these codes are as severe as said here; those that are off are not added. */
  judge(severities: ReadonlyMap<string, Severity | 'off'>): void {
    this.severities = severities;
  }

  error(code: string, span: Span | undefined, message: string, hint?: string): void {
    this.add({ code, severity: 'error', span, message, hint });
  }

  warning(code: string, span: Span | undefined, message: string, hint?: string): void {
    this.add({ code, severity: 'warning', span, message, hint });
  }

  /** The same problem of the same place counts once, however often a text is set. */
  add(problem: Problem): void {
    const { code, span, message } = problem;
    const key = `${code}/${span?.file}/${span?.line}/${span?.column}/${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const severity = this.severities.get(code) ?? problem.severity;
    if (severity !== 'off') this.list.push({ ...problem, severity });
  }

  get hasErrors(): boolean {
    return this.list.some(problem => problem.severity === 'error');
  }
}
