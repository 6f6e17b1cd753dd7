/** Headlines and short samples of the specimen: nothing in, texts with what each is called out. */

/** A sample of one language in body type. */
export interface Sample {
  readonly title: string;
  readonly lang: string;
  readonly text: string;
}

/** Headlines in both scripts, and one to be drawn out. */
export const headlines = {
  english: { lang: 'en', text: 'The column keeps the line, the line keeps the reader' },
  arabic: { lang: 'ar', text: 'العمود يحفظ السطر والسطر يحفظ القارئ' },
  fitted: { lang: 'ar', text: 'من الحرف تبدأ الصحيفة وبالسطر تستقيم' },
} as const;

/** Neighbouring languages and scripts, in the order in which they stand. */
export const samples: readonly Sample[] = [
  {
    title: 'Persian',
    lang: 'fa',
    text: `نخستین روزنامهٔ چاپی ایران با نام «کاغذ اخبار» در سال ۱۲۱۶ خورشیدی در تهران منتشر شد. الفبای فارسی چهار حرف بیش از عربی
    دارد: پ، چ، ژ و گ؛ و نیم‌فاصله پاره‌های واژه را جدا اما نزدیک نگه می‌دارد.`,
  },
  {
    title: 'Urdu',
    lang: 'ur',
    text: `اردو کا پہلا اخبار ”جامِ جہاں نما“ ۱۸۲۲ء میں کلکتے سے شائع ہوا۔ اردو عموماً نستعلیق میں لکھی جاتی ہے مگر نسخ میں بھی پڑھی جا
    سکتی ہے؛ ٹ، ڈ، ڑ، ں اور ے اس کے اپنے حروف ہیں۔`,
  },
  {
    title: 'Kurdish, Sorani',
    lang: 'ckb',
    text: `یەکەم ڕۆژنامەی کوردی لە ٢٢ی نیسانی ١٨٩٨ لە قاهیرە دەرچوو و ناوی «کوردستان» بوو. لە کوردیی ناوەندیدا زۆربەی بزوێنەکان بە پیت
    دەنووسرێن؛ پیتەکانی ڕ، ڵ، ۆ، ێ و ە لە عەرەبیدا نین.`,
  },
  {
    title: 'Kurdish, Kurmanji',
    lang: 'kmr',
    text: `Rojnameya *Kurdistan* di 22ê Nîsana 1898an de li Qahîreyê derket. Di sala 1932an de kovara *Hawar* li Şamê dest bi
    weşanê kir û alfabeya latînî ya bi 31 tîpan belav kir; ê, î û û dengdêrên dirêj in.`,
  },
  {
    title: 'Turkish',
    lang: 'tr',
    text: `Osmanlı’nın ilk Türkçe resmî gazetesi *Takvim-i Vekayi* 1 Kasım 1831’de İstanbul’da çıktı. Türkçe 1928’de Latin
    harflerine geçti; ı ile i ayrı harflerdir, İNCİR ve ISLIK sözcükleri noktanın değerini gösterir.`,
  },
  {
    title: 'Spanish',
    lang: 'es',
    text: `La *Gaceta de Madrid*, fundada en 1661, es el antecedente del actual *Boletín Oficial del Estado*. El español abre
    sus preguntas y exclamaciones con un signo propio: ¿qué otra lengua lo hace? ¡Y no olvide la eñe, ni la diéresis de
    *pingüino*!`,
  },
  {
    title: 'French',
    lang: 'fr',
    text: `Fondée par Théophraste Renaudot en mai 1631, la *Gazette* paraissait chaque semaine. Le français met une espace fine
    devant les signes doubles\u202f: «\u202fQui l’a écrit\u202f?\u202f» Ses lettres liées, œ et æ, ont leur place dans la
    casse.`,
  },
  {
    title: 'German',
    lang: 'de',
    text: `Die *Relation*, ab 1605 in Straßburg gedruckt, gilt als erste gedruckte Zeitung der Welt. Ein Wort wie
    „Zeitungsdruckmaschine“ füllt eine schmale Spalte fast allein; Umlaute und das ß gehören zum Satz wie die Silbentrennung.`,
  },
  {
    title: 'Italian',
    lang: 'it',
    text: `La *Gazzetta di Mantova*, attestata dal 1664, è tra i giornali più antichi che escano ancora. L’italiano accenta solo
    l’ultima vocale: *perché*, *città*, *virtù*; l’apostrofo unisce l’articolo alla parola senza lasciare spazio.`,
  },
  {
    title: 'Ukrainian',
    lang: 'uk',
    text: `Перша українськомовна газета «Зоря Галицька» вийшла у Львові 15 травня 1848 року. Українська абетка має тридцять три
    літери, серед них ґ, є, і та ї; апостроф у словах м\u02bcята й п\u02bcять відділяє приголосний від голосного.`,
  },
];
