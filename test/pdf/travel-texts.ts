/** Paragraphs that PDF readers have trouble with: name, direction and text. `{en:…}` marks a span of another language, `{b:…}` bold. */

export interface Torture {
  readonly name: string;
  readonly rtl: boolean;
  readonly text: string;
}

export const ar = (name: string, text: string): Torture => ({ name, rtl: true, text });
export const en = (name: string, text: string): Torture => ({ name, rtl: false, text });

export const torture: readonly Torture[] = [
  ar(
    'plain Arabic',
    'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق، وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء. ولكل إنسان حق التمتع بكافة الحقوق والحريات الواردة في هذا الإعلان؛ لا فرق بين الرجال والنساء. فهل يكفي القول؟ لا يكفي!',
  ),
  ar(
    'vowelled Arabic',
    'يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الكَرَامَةِ وَالحُقُوقِ. وَقَدْ وُهِبُوا عَقْلًا وَضَمِيرًا، وَعَلَيْهِمْ أَنْ يُعَامِلَ بَعْضُهُمْ بَعْضًا بِرُوحِ الإِخَاءِ؛ وَلَا يُعَرَّضُ أَيُّ إِنْسَانٍ لِلتَّعْذِيبِ. هُدًى وَرَحْمَةٌ لِلْمُؤْمِنِينَ، اللَّهُ أَعْلَمُ.',
  ),
  ar(
    'Arabic with Arabic-Indic numbers',
    'اعتمدت الجمعية العامة في ١٠ كانون الأول ١٩٤٨ هذا الإعلان بأغلبية ٤٨ صوتا من أصل ٥٨ عضوا. وارتفعت الأسعار بنسبة ١٢٫٥٪ في عام ٢٠٢١، ثم هبطت ٣٪، وبلغت الميزانية ٣٬٤٠٠ مليون. صدر العدد ١٤ يوم ١/٣/٢٠٢٢ في ١٢ صفحة (٨٫٥ كغ)، الساعة ٢٠:٣٠.',
  ),
  ar(
    'Arabic with European numbers',
    'بدأت المباراة في الساعة 20:30 بحضور 1500 متفرج، وانتهت بنتيجة 3-1 لصالح الفريق الضيف! وارتفع السعر 12.5% إلى 3,400 ليرة في 14/3/2022، أي بين 10 و 20 مرة (عام 2021)، رقم الهاتف 20 7946 0018.',
  ),
  ar(
    'Arabic with brackets and quotes',
    'قال الوزير: «ارتفعت الأسعار ثم هبطت»؛ وأضاف (في حديث لنا) أن «كل شيء [تقريبا] بخير». وختم قائلا: "نعم"! (انتهى). وسأل أحدهم (لماذا؟)، فأجاب: «لا أدري».',
  ),
  ar(
    'Arabic with single Latin words',
    'يعمل برنامج Excel في كل مكتب، وشركة Google تقول إن موقع YouTube يبلغ الملايين. ونشرت منظمة UNESCO تقريرا عن PDF و HTML ولغة TypeScript في باريس.',
  ),
  ar(
    'Arabic with Latin phrases',
    'صدر عن دار Oxford University Press كتاب عنوانه The Elements of Typographic Style في طبعة جديدة، وقال صاحبه إن United Nations High Commissioner for Refugees قرأته كله قبل أن يكتب عنه New York Times مقالا طويلا بعنوان All the News That Is Fit to Print في الصفحة الأولى.',
  ),
  ar(
    'Arabic with Latin in brackets',
    'تعمل منظمة الصحة العالمية (World Health Organization) مع اليونيسف (UNICEF)، ومعيار (ISO 32000-1) هو معيار الملفات (PDF 1.7)، كما قال «Robert Bringhurst»، وراجع [RFC 2046]، وانظر Adobe Reader، ثم Mozilla Firefox 115. وهذا آخر السطر عند Google Chrome.',
  ),
  ar(
    'Arabic with addresses',
    'اكتبوا إلى {en:editors@example.org} أو زوروا {en:www.example.org} وفيه {en:https://example.org/ar/14} كل شيء، أو اتصلوا بالرقم {en:+44 20 7946 0018} في أي وقت.',
  ),
  ar(
    'Arabic with percent, currency and dates',
    'بلغت النسبة 45% عام 2020 و 50% عام 2021، وكلف المشروع $1,250 أو €1,100 أو 3000 USD تقريبا، وبدأ في March 2022 وينتهي في 31/12/2023. والحرارة 25°C نهارا و 10- ليلا، والعدد 14 من صحيفة Al-Hayat الصادرة في 1994-05-17.',
  ),
  ar(
    'Arabic with bold words',
    'هذه كلمة {b:مهمة جدا} في السطر، وهذه {b:أهم}، وبعدها {b:(بين قوسين)} ثم {b:عشرون ٢٠ بالمئة} وآخرها {b:نهاية}. و{b:الحروف} متصلة بما قبلها.',
  ),
  en(
    'English',
    'The official affluent office offered efficient, fluffy waffles: 3.5 of 10 flew off the shelf, “first” in AVATAR Town. It’s 20:30; they said (quietly) that prices rose 12.5% to $1,250, didn’t they? A well-known mother-in-law’s affidavit — by Tuesday, 14/3/2022 — will do. See pp. 12–14 [sic]!',
  ),
  en(
    'English with Arabic words',
    'The word {ar:كتاب} means book, and {ar:بئر} means well. A reader ({ar:قارئ}) will find {ar:خبز}, that is bread, and {ar:ماء}: water. The last of them is {ar:سلام}.',
  ),
  en(
    'English with Arabic phrases',
    'The paper is called {ar:حقيقة المقهورين} in Arabic, and its motto ({ar:اقرأها ثم أعطها غيرك}) is printed on the last page; the declaration begins {ar:يولد جميع الناس أحرارا متساوين في الكرامة والحقوق} and goes on from there. It was passed in {ar:كانون الأول ١٩٤٨} in Paris. {ar:شكرا جزيلا}, she said.',
  ),
  ar('a short Arabic line', '(نعم)'),
  ar('a short line of a number', 'العدد (١٤)'),
  ar('a short mixed line', 'قالت Google Inc.'),
  ar('Latin first', 'Adobe Acrobat برنامج معروف من Adobe Systems'),
  en('Arabic first', '{ar:حقيقة المقهورين} is a paper'),
  en('more Arabic than English', 'Say: {ar:اقرأها ثم أعطها غيرك}.'),
];

/** Several marks behind words of the other direction, and marks that a reader would take to pieces: all are kept. */
export const marks: readonly Torture[] = [
  en('colon', 'The gutter between columns (فاصل الأعمدة): white that keeps two columns of text apart.'),
  en('quote and stop', 'They call that day “يوم الحصاد الأول”. Nobody works then.'),
  en('bracket and comma', 'Some papers (صحف محلية قديمة), which few collect, are kept here.'),
  en('stop and quote', 'He wrote “ذهبت إلى المدينة.” and then he left.'),
  en('question', 'Did they say (كيف حالكم؟) or not?'),
  en('three', 'The title (“كتاب الأيام”), first printed long ago, is long.'),
  en('at the beginning', '(بداية الصفحة): the first words of a page are these.'),
  en('at the end', 'The last word of the page is “نهاية الصفحة”.'),
  en('colon and quote', '• رأس السنة: “the head of the year”, New Year’s Day.'),
  en(
    'hyphens at line ends',
    'The half-empty kettle is a well-known, far-from-harmless thing in a twenty-four-hour day.',
  ),
  ar('Latin at the end', 'هذه نسخة طويلة الدعم (LTS).'),
  ar('Latin and colon', 'تمرّ السكة بمدينة قيصري (Kayseri): محطة قديمة في سطر واحد.'),
  ar('unit', 'أضف الماء (250 ml).'),
  ar('hour and stop', 'الثلاثاء 5 أيار، الساعة ٦:٣٠ مساءً، قاعة الجمعية.'),
  ar('hour and name', 'يبدأ السبت 6 أيار، الساعة ٥:٣٠ مساءً، في مسرح الغرفة الصغيرة، ثم تليه أمسية أخرى.'),
  ar('score', 'تعادل الفريقان (0-0)، ثم فاز الضيف (0-2)، وانتهى الأمر (3-1).'),
  ar('ellipsis', 'قال «هذا ما يقاطعك…» ثم سكت… وقال ض…».'),
  ar('no-break space', 'سنة 1706، والسنة\u00a0AD واحدة.'),
  ar('dashes', 'انتهت الحرب العالمية – 1945 كما نعلم – ثم ذهب – Ali وجاء… 30 مرة.'),
  ar('degrees', 'تتراوح درجات الحرارة بين 18° و32° مئوية، وتبلغ الرطوبة ٢٠٪ لا أكثر.'),
  ar('path of menus', 'تجده في: الإعدادات > الحساب > التحقّق بخطوتين، أو في «الحساب > الأمان».'),
  ar('signs of order', 'يصحّ ذلك إذا كان س < ص، أو 3 < 5.'),
  ar('area', 'فسطح مساحته 100 م² يجمع من هذه المطرة 1200 لتر.'),
  ar('fraction', 'أضف إليه ¼ كوب و¼ ملعقة.'),
];
