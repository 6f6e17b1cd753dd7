/** The running texts of the specimen, a column each: nothing in, Markdown paragraphs by language out. */

/** Paragraphs of one language. Line ends count as spaces, a backslash before one keeps it. */
export interface SpecimenText {
  readonly lang: string;
  readonly paragraphs: readonly string[];
}

/** Plain Arabic, set twice: with few and with many kashidas. */
export const arabic: SpecimenText = {
  lang: 'ar',
  paragraphs: [
    `عرف الحرف العربي الطباعة بالحروف المعدنية المتحرّكة في إيطاليا أوّلًا، فصدر كتاب «صلاة السواعي» سنة ١٥١٤، ثم قامت في
    حلب مطبعة في مطلع القرن الثامن عشر، وتلتها مطابع الأديرة في جبل لبنان، حتى أُنشئت مطبعة بولاق في القاهرة سنة ١٨٢٠.`,
    `وهذا الحرف موصول بطبعه، تتبدّل صورته بحسب موضعه من الكلمة، أوّلًا ووسطًا وآخرًا ومفردًا. لذلك كان صندوق المنضّد يضمّ
    مئات القطع، وكان الماهر يعرف مكان كل قطعة منها، ويصفّ السطر حرفًا بعد حرف حتى يبلغ آخر القياس.`,
    `ولم يكن الخطّاط يملأ السطر بتوسيع الفراغ بين الكلمات، بل بمدّ الوصلة بين حرفين، وهو ما يُسمّى الكشيدة. وللمدّ أصول:
    يحسن بعد السين والصاد، وقبل الألف واللام والكاف في آخر الكلمة، ولا يجوز بين اللام والألف. فإذا طال
    حتى لفت النظر صار عيبًا، وإذا غاب اتّسع البياض وانكسر لون الصفحة.`,
    `أمّا الصحيفة فعمودها ضيّق وسطرها قصير، لا يتّسع لأكثر من ستّ كلمات أو سبع. لهذا تُعرف جودة التنضيد في الصحف قبل سواها:
    سطور متساوية الكثافة، وبياض موزّع بالعدل، وعين تمضي من أوّل العمود إلى آخره فلا يستوقفها إلا المعنى.`,
  ],
};

/** Arabic with all its vowels, and four lines that end where they are written. */
export const vowelled: SpecimenText = {
  lang: 'ar',
  paragraphs: [
    `الْحَرْفُ بَيْتُ الصَّوْتِ، وَالْكَلِمَةُ بَيْتُ الْمَعْنَى، وَالسَّطْرُ طَرِيقٌ يَسْلُكُهُ الْقَارِئُ مِنْ أَوَّلِهِ إِلَى آخِرِهِ. وَقَدْ كَانَتِ
    الْكِتَابَةُ الْعَرَبِيَّةُ فِي أَوَّلِ عَهْدِهَا بِلَا نَقْطٍ وَلَا شَكْلٍ، فَكَانَ الْقَارِئُ يَهْتَدِي بِالسِّيَاقِ وَبِمَا حَفِظَهُ مِنْ أَفْوَاهِ الرُّوَاةِ.`,
    `وَيُرْوَى أَنَّ أَبَا الْأَسْوَدِ الدُّؤَلِيَّ وَضَعَ نُقَطًا تَدُلُّ عَلَى الْحَرَكَاتِ، وَأَنَّ تَلَامِيذَهُ مَيَّزُوا الْحُرُوفَ الْمُتَشَابِهَةَ
    بِالْإِعْجَامِ، حَتَّى جَاءَ الْخَلِيلُ بْنُ أَحْمَدَ فَجَعَلَ الضَّمَّةَ وَاوًا صَغِيرَةً فَوْقَ الْحَرْفِ، وَالْفَتْحَةَ أَلِفًا مُضْطَجِعَةً فَوْقَهُ، وَالْكَسْرَةَ
    يَاءً صَغِيرَةً تَحْتَهُ، وَالشَّدَّةَ رَأْسَ شِينٍ بِلَا نُقَطٍ؛ وَعَلَى رَسْمِهِ نَجْرِي إِلَى الْيَوْمِ.`,
    `وَالشَّكْلُ فِي الصُّحُفِ قَلِيلٌ، يُوضَعُ حَيْثُ يُخْشَى اللَّبْسُ: فَمَا أَبْعَدَ كَتَبَ مِنْ كُتِبَ، وَمُعَلِّمًا مِنْ مُعَلَّمٍ! أَمَّا كُتُبُ
    الصِّغَارِ وَدَوَاوِينُ الشِّعْرِ فَتُشْكَلُ كُلُّهَا، وَعَلَى الْمُنَضِّدِ أَنْ يُفْسِحَ بَيْنَ السُّطُورِ لِكَيْلَا تَصْطَدِمَ كَسْرَةُ سَطْرٍ بِضَمَّةِ السَّطْرِ
    الَّذِي تَحْتَهُ.`,
    `وَفِي الْعَرَبِيَّةِ تَمْتَدُّ الْكَلِمَةُ كَمَا يَمْتَدُّ الصَّوْتُ: يُطِيلُ الْخَطَّاطُ وَصْلَةً بَيْنَ حَرْفَيْنِ فَيَتَّزِنُ السَّطْرُ، وَلَا يُطِيلُ
    أُخْتَهَا فَيَبْقَى الْإِيقَاعُ. وَمَنْ أَحْسَنَ الْمَدَّ عَرَفَ أَنَّ لِلْبَيَاضِ حَقًّا كَمَا أَنَّ لِلسَّوَادِ حَقًّا.`,
    `يَا حَرْفُ كَمْ سَهِرَتْ عَلَيْكَ أَنَامِلُ،\\
    وَكَمِ اسْتَضَاءَ بِنُورِ سَطْرِكَ السَّائِلُ!\\
    تَفْنَى يَدٌ كَتَبَتْكَ يَوْمًا ثُمَّ تَبْقَى،\\
    وَيَصْمُتُ الصَّوْتُ وَأَنْتَ الْقَائِلُ.`,
  ],
};

/** Latin words, numbers and addresses in Arabic sentences. */
export const latinInArabic: SpecimenText = {
  lang: 'ar',
  paragraphs: [
    `قد يلتقي الخطّان في سطر واحد: اسم مثل :fr[Antoine-Isaac Silvestre de Sacy] صاحب :fr[*Grammaire arabe*] (باريس، 1810)،
    أو قياس مثل 210 × 297 ملم.`,
    `والأرقام امتحان المنضّد: مدى مثل ١٢–١٥، ونسبة ٤٠٪ أو 12.5%، وتاريخ 3/12/1828 يوم صدرت «الوقائع المصرية»، ورقم هاتف
    :en[+44 20 7946 0018]، وعنوان :en[www.unicode.org] أو :en[editors@example.org].`,
    `وفي الاقتباس تتداخل العلامات: «العلامة ”من اليمين“ (:en[U+200F]) لا تُرى [في الطباعة]».`,
  ],
};

/** Arabic words, numbers and addresses in English sentences. */
export const arabicInLatin: SpecimenText = {
  lang: 'en',
  paragraphs: [
    `The word :ar[جريدة] (*jarida*, “newspaper”) stands beside English brackets; :ar[«الوقائع المصرية»] keeps its own
    guillemets, and :ar[(مطبعة بولاق، ١٨٢٠)] its own brackets.`,
    `Figures stay in order: pages 12–15, up by 12.5% to £3,400 on 3 December 1828; in an Arabic line it is
    :ar[من ١٠٪ إلى ١٥٪]. Ring +44 20 7946 0018 or write to editors@example.org; see also
    https://www.unicode.org/reports/tr14/ for more.`,
    `Jean-François Champollion meets :ar[رفاعة رافع الطهطاوي]. English “quotations with ‘others’ in them” may have
    :ar[«اقتباسًا فيه ”آخر“»] too.`,
  ],
};

/** English for a narrow column, with ligatures, old-style figures, small capitals, quotes and dashes. */
export const english: SpecimenText = {
  lang: 'en',
  paragraphs: [
    `The first thing that readers judge is one they do not read. Before the words come the grey of the columns, the evenness
    of the white and the quiet of the margins. Compositors called that grey *colour*, and spent their days keeping it.`,
    `In a narrow column a line holds five or six words, and one long word can spoil it. The compositor at the case spread the
    spaces by eye; a machine can weigh the whole paragraph. The method that Donald Knuth and Michael Plass published in 1981
    gives every possible line a *badness*, and takes the breaks whose badness, all in all, is least.`,
    `Small things tell. The fi in *find*, the fl in *flow* and the ffi in *office* are ligatures, once cast on one body to
    save the hook of the f. Figures in a text have heads and tails: 1455, 1476, 1828, 1936. Quotation marks curl, “double
    outside, ‘single’ within”. Small capitals, as in :smallcaps[UNESCO], keep a line quiet. Dashes
    differ: *well-set* has a hyphen, 1914–18 an en dash, and here—an em dash.`,
    `Words divide where their language allows it, never in a headline, and never at three line ends running: a ladder of
    hyphens catches the eye sooner than one loose line. When all of this is done well nobody notices.`,
  ],
};
