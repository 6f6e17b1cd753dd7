/** Language codes: a word that an editor wrote in, whether it is one, and which was meant, out. */

const TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const SCRIPT = /^[A-Z][a-z]{3}$/;

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const scripts = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'none' });

/** Whether a word is a BCP 47 tag of a language that has a name: `ar`, `en-GB`, `ku-Arab`. */
export function isLanguage(tag: string): boolean {
  const [language = ''] = tag.split('-');
  // `eng` has a name, but `en` is the code.
  return (
    TAG.test(tag) && Intl.getCanonicalLocales(language)[0] === language && names.of(language) !== undefined
  );
}

/** Whether a word is the ISO 15924 code of a script that has a name: `Arab`, `Latn`. */
export function isScript(code: string): boolean {
  return SCRIPT.test(code) && scripts.of(code) !== undefined;
}

/** Languages that are likely in a newspaper of the region; only their names are understood. */
const LIKELY = 'ar en fr de es it pt nl tr ku ckb fa ur he hy syr ru el sv da nb pl uk ro'.split(' ');

/** Three-letter codes of ISO 639-2 that people write for languages with a two-letter one. */
const LONG_CODES: Readonly<Record<string, string>> = {
  ara: 'ar',
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  spa: 'es',
  tur: 'tr',
  kur: 'ku',
  fas: 'fa',
  per: 'fa',
  heb: 'he',
};

/** The code for a language's name in English or in itself, a long code, or one in the wrong case: `english` -> `en`. */
export function languageMeant(word: string): string | undefined {
  const asked = word.trim().toLowerCase();
  const long = LONG_CODES[asked];
  if (long !== undefined) return long;
  for (const code of LIKELY) {
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code)?.toLowerCase();
    if (names.of(code)?.toLowerCase() === asked || own === asked) return code;
  }
  const [language = '', ...rest] = asked.split(/[-_ ]/);
  const tag = [
    language,
    ...rest.map(part => (part.length === 4 ? capitalised(part) : part.toUpperCase())),
  ].join('-');
  return isLanguage(tag) && tag !== word ? tag : undefined;
}

/** The code for a script's name: `Arabic` -> `Arab`. */
export function scriptMeant(word: string): string | undefined {
  const asked = word.trim().toLowerCase();
  const known = ['Arab', 'Latn', 'Cyrl', 'Grek', 'Hebr', 'Syrc', 'Armn'];
  return known.find(code => code.toLowerCase() === asked || scripts.of(code)?.toLowerCase() === asked);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
