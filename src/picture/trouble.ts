/** What can be wrong with a picture the user named, as data: comes out of every function here that opens files. */

/**
 * - `picture-missing`: no such file, or not a file.
 * - `picture-unreadable`: the file is damaged or too large to open.
 * - `picture-unsupported`: not a kind of picture this program reads.
 * - `profile-unusable`: the press profile is missing or is not a CMYK output profile.
 * - `ink-limit-unreachable`: the setting for the total ink is lower than any conversion can keep to.
 */
export type TroubleCode =
  | 'picture-missing'
  | 'picture-unreadable'
  | 'picture-unsupported'
  | 'profile-unusable'
  | 'ink-limit-unreachable';

/** A trouble has no place in a source file; the caller, who knows who named the picture, adds it. */
export interface PictureTrouble {
  readonly code: TroubleCode;
  /** One sentence: what is wrong. Names the file. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly hint: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: PictureTrouble };

export function success<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A failure with its message and hint. `file` is named in the message as the caller spelt it. */
export function failure(code: TroubleCode, file: string, detail?: string): Outcome<never> {
  const because = detail === undefined ? '' : `: ${detail}`;
  const texts: Record<TroubleCode, readonly [message: string, hint: string]> = {
    'picture-missing': [`there is no picture ${file}`, 'check the file name; capital letters count'],
    'picture-unreadable': [
      `the picture ${file} cannot be read${because}`,
      'open it in a picture editor and save it again',
    ],
    'picture-unsupported': [
      `the picture ${file} is of a kind that is not supported${because}`,
      'save it as JPEG, PNG, TIFF, WebP or SVG',
    ],
    'profile-unusable': [
      `the press profile ${file} cannot be used${because}`,
      'name an ICC output profile (class prtr) for CMYK printing',
    ],
    'ink-limit-unreachable': [
      `the ink limit cannot be kept for the picture ${file}${because}`,
      'raise the ink limit',
    ],
  };
  const [message, hint] = texts[code];
  return { ok: false, trouble: { code, message, hint } };
}

/** True for the errors of `fs` that mean "nothing there to read". */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

/** The first line of an error's message, for the detail of a trouble. */
export function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
