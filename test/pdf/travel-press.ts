/** Newspaper prose with all that a page mixes: scripts, numbers, units, names, brackets in quotes, dates, prices, addresses, lists, verses. */

import { ar, en, type Torture } from './travel-texts.js';

export const press: readonly Torture[] = [
  ar(
    'report with agencies',
    'أعلنت شركة (Siemens Energy) أمس أنها ستورّد 24 توربينا بقدرة 4.5 MW لكل منها، بقيمة €310 مليون، إلى محطة رياح على ساحل البحر الأحمر. وقال متحدث باسمها لوكالة «Reuters» إن التسليم يبدأ في Q3 من عام 2023، أي قبل الموعد بـ6 أشهر.',
  ),
  ar(
    'phones and programs',
    'لتنزيل التطبيق ابحث عن Signal Private Messenger في متجر Google Play أو App Store، ثم افتح Settings > Privacy واختر «Screen Lock». يعمل البرنامج على Android 5.0 وما بعده، وعلى iOS 13، ولا يحتاج إلى أكثر من 120 MB من الذاكرة.',
  ),
  ar(
    'scores',
    'فاز الفريق الأزرق 3–2 على ضيفه، بعد أن تأخر 0–2 حتى الدقيقة 67؛ وسجّل البديل هدفين (د 70، 90+3). وفي السلة انتهى اللقاء 88:91، وتأهل الفائز إلى نصف النهائي (12/5) ليلاقي متصدر المجموعة B.',
  ),
  ar(
    'prices',
    'سعر الكيلو ٧٥٠ ليرة (كان ٦٠٠)، والربطة ١٬٢٠٠، وصفيحة الزيت ١٨٥٬٠٠٠ ل.س؛ أما الدولار فبلغ ٣٬٩٥٠ للشراء و٤٬٠١٠ للمبيع. وارتفع الغاز +١٥٪ والمازوت −٣٪ خلال أسبوع (من ١٤ إلى ٢٠ آذار).',
  ),
  ar(
    'brackets in quotes',
    'كتب المحرر: «لم نجد في الأرشيف (القديم والجديد [المرقمن]) إلا ثلاث صور»، ثم أضاف: «هذا كل شيء (حتى الآن)». وسُئل: «هل من نسخة (PDF)؟» فقال: «نعم (انظر www.example.org/archive)».',
  ),
  ar(
    'verses',
    'أَيَا زَهْرَةَ الوَادِي، رَعَاكِ نَسِيمُهُ ۝ وَحَيَّاكِ غَيْثٌ بَعْدَ غَيْثٍ مُبَاكِرُ ۞ لَنَا فِي ظِلَالِ السِّنْدِيَانِ مَجَالِسٌ ۝ يُغَنِّي لَهَا طَيْرٌ وَيَرْقُصُ سَامِرُ. فَلَا تَأْسَ إِنْ طَالَ الطَّرِيقُ؛ فَإِنَّهُ لِآخِرِهِ يُفْضِي، وَيُسْعَدُ صَابِرُ!',
  ),
  ar(
    'authored tatweel and ligatures',
    'كتبوا على اللافتة: «ســلام» و«لا للحـــرب»، وتحتها: لا لأي إملاء، ولا لآلات الإبادة. ومحمد ولجينة والمجد والحجج والصحيح واللجان كلها حروف متراكبة، واللام ألف في: الأمل والإنسان والآن وألا وإلا.',
  ),
  ar(
    'dates and hours',
    'يفتح المعرض أبوابه يوم السبت 05/03/2022 من الساعة 10:00 إلى 18:30 (ما عدا الجمعة)، ويستمر حتى 2022-03-31. الدخول مجاني قبل الساعة ١٢:٠٠ ظهرا، و٥ دولارات بعدها؛ للحجز: 011-555-0199 أو +963 11 555 0142.',
  ),
  ar(
    'units',
    'ركض العداء مسافة 10 km في 31:24 دقيقة، ورفع الرباع 85 kg، وبلغ ارتفاع الجبل 2,814 m. كانت الحرارة −4°C ليلا و+11°C نهارا، والضغط 1013 hPa، وسرعة الريح 45 km/h من الغرب.',
  ),
  ar(
    'Persian and Sorani',
    'روزنامهٔ ما در ۲۴ صفحه و به قیمت ۱۵٬۰۰۰ تومان منتشر می‌شود؛ شمارهٔ ۱۲ آن در تاریخ ۱۴۰۰/۱۲/۱۰ درآمد. ڕۆژنامەکەمان هەموو هەفتەیەک دەردەچێت، لە ٢٤ لاپەڕە پێکدێت و نرخەکەی ٥٠٠ دینارە.',
  ),
  ar(
    'Urdu',
    'یہ اخبار ہر ہفتے چھپتا ہے اور اس میں ۱۲ صفحے ہوتے ہیں۔ قیمت صرف ۲۵ روپے ہے، مگر لوگ پوچھتے ہیں: ’’کیا یہ مفت نہیں؟‘‘ مدیر نے کہا کہ گھر گھر پہنچانا ہی ہمارا مقصد ہے (ہر روز، ہر گاؤں)۔',
  ),
  ar(
    'a list of programs',
    '1. LibreOffice Writer: للكتابة. 2. GIMP 2.10: للصور. 3. Inkscape (أو Adobe Illustrator): للرسوم. • برنامج ffmpeg-5.0: للصوت والصورة؛ • لغة C++ ولغة C#: للبرمجة. أ) Linux Mint؛ ب) Fedora Workstation 35؛ ج) غير ذلك.',
  ),
  ar(
    'Arabic with Latin titles',
    'نشرت مجلة The Lancet Infectious Diseases دراسة بعنوان “Vaccine hesitancy in the Middle East” شارك فيها 1,247 شخصا من 5 دول، ونقلتها صحيفة «The Guardian Weekly» و«Le Monde diplomatique»، ثم موقع BBC News عربي، ومنصة YouTube/TikTok.',
  ),
  ar(
    'Latin touching Arabic letters',
    'ملفات الـPDF والـHTML تُفتح بمتصفح Firefox/Chrome، وبرنامج الWord يحفظها بصيغة .docx أو .odt؛ أما فيروس SARS-CoV-2 فسبب مرض COVID-19، واختباره الـPCR. وقناة الـBBC World Service تبث على FM 103.5 وMW 1323.',
  ),
  en(
    'English report with Arabic names',
    'The weekly {ar:عنب بلدي} (“Local Grapes”) and the monthly {ar:طلعنا عالحرية} (“We went out for freedom”) appeared in 2011–12; both printed 3,000–5,000 copies. A slogan read: “{ar:الشعب السوري واحد}”. Readers wrote {ar:شكراً}, {ar:أحسنتم} and {ar:بانتظار العدد ١٥}.',
  ),
  en(
    'English with capitals and hyphens',
    'WHO and UNICEF — e.g. in their 2021 report — counted 17.1 million zero-dose children (up 3.7m on 2019). Anti-inflammatory, self-published and cross-border are hyphenated; so is Al-Hayat. Email press@example.org, or see https://www.example.org/a/b?id=14&lang=ar for more; tel. +44 (0)20 7946 0018.',
  ),
  en(
    'English glossary',
    '{ar:خبر عاجل} (breaking news); {ar:رئيس التحرير} – editor-in-chief; {ar:هيئة التحرير}: the editorial board; {ar:العدد ١٤، الصفحة ٣} means issue 14, page 3. The verb {ar:كَتَبَ} gives {ar:كِتَاب}, {ar:مَكْتَب} and {ar:مَكْتَبَة}.',
  ),
];

/** A second set, to measure on. */
export const strangers: readonly Torture[] = [
  ar(
    'economy',
    'خفّض المصرف المركزي سعر الفائدة 0.25 نقطة إلى 5.75% (من 6%)، وقال محلل في Goldman Sachs لصحيفة Financial Times إن القرار «مفاجئ»؛ فارتفع مؤشر S&P 500 بنسبة 1.3% وأغلق برميل Brent عند $92.40. وفي 2021/12/31 كان السعر $77.78.',
  ),
  ar(
    'science',
    'التقط تلسكوب James Webb Space Telescope (اختصارا JWST) صورا لمجرة تبعد 13.1 مليار سنة ضوئية، بدقة 0.07 ثانية قوسية؛ وأطلقته NASA مع وكالتي ESA وCSA يوم 25 كانون الأول 2021 على صاروخ Ariane 5. كتلته 6,161 kg ومرآته 6.5 m.',
  ),
  ar(
    'culture',
    'تعرض سينما «السفير» فيلم “The Cave” (2019) للمخرج فراس فياض، ومدته ١٠٧ دقائق، ثم فيلم For Sama، وكلاهما رُشّح للأوسكار. التذاكر بـ٣٬٠٠٠ ليرة، وللطلاب بنصف السعر (٥٠٪). العرض الأول: الخميس ٣/٣ الساعة ٧:٣٠ مساءً.',
  ),
  ar(
    'law',
    'نصت المادة (14) من القرار رقم 2254/2015 على ما يلي: «أ- وقف إطلاق النار؛ ب- إدخال المساعدات [الطبية والغذائية]؛ ج- إطلاق المعتقلين (ولا سيما النساء والأطفال)». وأحال النص إلى UN Security Council Resolution 2118، الفقرة 16.',
  ),
  ar(
    'proverbs with vowels',
    'قَالُوا: «مَنْ جَدَّ وَجَدَ، وَمَنْ زَرَعَ حَصَدَ». وَقِيلَ أَيْضًا: «رُبَّ أَخٍ لَكَ لَمْ تَلِدْهُ أُمُّكَ»؛ فَالصَّدَاقَةُ كَنْزٌ لَا يَفْنَى، وَالعِلْمُ فِي الصِّغَرِ كَالنَّقْشِ فِي الحَجَرِ. أَلَا إِنَّ الأَيَّامَ دُوَلٌ، وَلِكُلِّ مَقَامٍ مَقَالٌ!',
  ),
  ar(
    'services',
    'للاشتراك أرسلوا رسالة فارغة إلى subscribe@example.net أو اتصلوا بالرقم 0800-123-456 (مجانا) بين الساعة 9 صباحا و5 مساء. رقم الحساب: IBAN SY12 0001 0000 0000 1234 5678 90، والرمز SWIFT: ABCDSYDA. العنوان: شارع 29 أيار، بناء 17/ب، ط3.',
  ),
  ar(
    'technology',
    'أصدرت مؤسسة Mozilla متصفح Firefox 97.0.1 لإصلاح خلل في TikTok وHulu على Windows 10 و11، وأضافت دعم CSS cascade layers. ويقول المطورون إن سرعة JavaScript زادت ×1.5، وإن حجم الملف 54 MB فقط (انظر: mozilla.org/firefox/notes).',
  ),
  ar(
    'weather',
    'دمشق 8°/17°، حلب 5°/14°، اللاذقية 11°/19° والموج 1.5-2 م. الرياح جنوبية غربية 20–40 كم/سا، والرطوبة 65%. يوم الأحد: أمطار (10 مم) وثلوج فوق 1,400 م.',
  ),
  ar(
    'Kurdish and Persian names',
    'كتب الشاعر الكردي شێركۆ بێکەس ديوانه «دەربەندی پەپوولە» عام 1991، وترجم محمود دولت‌آبادی روايته «جای خالی سلوچ» (۴۹۷ صفحه)؛ وفي لاهور صدرت مجموعة «زندگی سے ڈرتے ہو» للشاعر ن۔ م۔ راشد.',
  ),
  ar('headline', 'بعد 11 عاما: Human Rights Watch تطالب بـ«محاسبة شاملة»'),
  ar('kicker', 'مقابلة خاصة | Exclusive interview'),
  ar('caption', 'الصورة: Omar Haj Kadour / AFP، إدلب، 15 آذار 2021.'),
  en(
    'English feature',
    'In Idlib’s {ar:سوق الهال} a kilo of tomatoes costs 4.5 Turkish lira (about $0.30); “{ar:كل شيء غالٍ}”, says a seller. The co-op’s motto is {ar:يد واحدة لا تصفق} — “one hand doesn’t clap”. Contact {ar:أبو محمد} at +90 555 010 99 or visit {ar:شارع الجلاء ٢٧}.',
  ),
  en(
    'English headline with Arabic',
    'Learning {ar:الخط العربي}: from {ar:نسخ} and {ar:رقعة} to {ar:ثلث} in 30 lessons',
  ),
  en(
    'English prose',
    'Officials confirmed on 3 March that 60–70% of the first-floor offices suffered “significant” fire damage; fifty-five staff were affected. The fjord-side staffers’ afflictions notwithstanding, “it could’ve been worse”, said the chief’s office. Costs: £1.2m–£1.5m (VAT incl.), i.e. ~€1.4m.',
  ),
];
