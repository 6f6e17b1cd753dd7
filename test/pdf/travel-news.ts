/** Newspaper prose that was written after the rules, and is measured with them: agencies, addresses, quotes of all kinds, tables, verses. */

import { ar, en, type Torture } from './travel-texts.js';

export const news: readonly Torture[] = [
  ar(
    'agency report',
    'قالت وكالة (Associated Press) الثلاثاء 2026/11/22 إن معدل التضخم بلغ 7.4% في الربع الثالث (من 6.9%)، وإن الاجتماع المقبل يُعقد عند الساعة 18:30 بتوقيت بيروت. وأضافت أن شركة “Maersk Line” رفعت أسعار الشحن بنسبة 12,5٪ منذ 1/10/2026.',
  ),
  ar(
    'contacts',
    'للتواصل: هاتف +961 1 555 0199 أو 01-555-0187، بريد news@example.org، موقع https://www.example.org/news/2026/11، وسوم #الصحافة_الحرة و#OpenData، حساب @example_news على Mastodon.',
  ),
  ar(
    'quotes of all kinds',
    'قال الأول: «لا»، وقال الثاني: "نعم"، وكتب الثالث: ‘ربما’؛ أما الرابع فقال: “لا أدري (بعد)”. ثم سأل: «هل قرأت “The Times” اليوم؟»، فأجبته: «قرأت ‘Le Monde’ فقط»!',
  ),
  ar(
    'vowelled verse',
    'وَقَفْتُ عَلَى الأَطْلَالِ أَسْأَلُ صَخْرَهَا، فَلَمْ يُجِبِ الصَّخْرُ الأَصَمُّ سِوَى الصَّدَى؛ وَقَدْ مَرَّ بِي رَكْبٌ يَحُثُّونَ إِبْلَهُمْ (إِلَى Palmyra)، فَقُلْتُ: «إِلَى أَيْنَ المَسِيرُ؟» قَالُوا: غَدًا.',
  ),
  ar(
    'health',
    'أوصت منظمة World Health Organization بجرعتين (0.5 ml لكل منهما) من لقاح nOPV2 للأطفال دون 5 سنوات، بفاصل 28 يوما على الأقل؛ وبلغت نسبة التغطية ٩٢٪ في دمشق، و٨٧٫٥٪ في حلب، مقابل 64% فقط في إدلب.',
  ),
  ar(
    'list',
    '١. الماء: ٣ لترات؛ ٢. الخبز: رغيفان؛ ٣. مصباح LED (3 W)؛ ٤. بطارية AA (عدد 4)؛ ٥. راديو FM/AM؛ ٦. صافرة. • ملاحظة: لا تنسَ الأدوية! – احفظ الأرقام: 112، 110، 140.',
  ),
  ar(
    'table cells',
    'المادة | الكمية | السعر — سكر | 2 kg | ٩٬٠٠٠ ل.ل. — Olive oil | 1 L | $12.75 — أرز بسمتي (Basmati) | 5 kg | 14,500 — المجموع: | — | ٪١٠٠',
  ),
  ar(
    'sport',
    'تعادل فريقا Al-Ahed والنجمة 2-2 (الشوط الأول 1-0) أمام 3,450 متفرجا في ملعب Camille Chamoun Sports City؛ وسجل هدف التعادل البديل رقم 17 في الدقيقة 90+4. الترتيب: العهد 31 نقطة، الأنصار 29، النجمة 28.',
  ),
  ar(
    'technology',
    'أصدرت شركة Red Hat نسخة Fedora Linux 43 بنواة Linux 6.17 وبيئة GNOME 49، ويمكن تنزيلها (2.3 GB) من getfedora.org. ويقول المطورون إن تقنية Wi-Fi 7 مدعومة “جزئيا”، وإن لغة C# و.NET 9 متاحتان.',
  ),
  ar(
    'plain long',
    'اجتمع أهالي الحي مساء أمس في ساحة المدرسة القديمة، واتفقوا على تنظيف الطريق المؤدية إلى النبع قبل موسم المطر، وعلى أن يتولى كل بيت حراسة ليلة واحدة في الشهر. وسيُعاد النظر في الأمر بعد ثلاثة أشهر، إن لم تعترض البلدية.',
  ),
  ar(
    'Persian press',
    'به گزارش خبرگزاری «ایسنا»، دمای هوا در تهران به ۴۲ درجه رسید؛ کارشناسان می‌گویند این رقم از سال ۱۳۹۸ (2019) بی‌سابقه است. نشانی: خیابان ولی‌عصر، پلاک ۱۲، تلفن ۰۲۱-۵۵۵۰۱۹۹.',
  ),
  ar(
    'vowelled and Latin',
    'كَتَبَ المُحَرِّرُ (Editor) مُقَدِّمَةً بِعُنْوَانِ “On Reading”، ثُمَّ أَضَافَ: القِرَاءَةُ غِذَاءٌ. وَنُشِرَتْ فِي مَجَلَّةِ Granta سَنَةَ 2019.',
  ),
  en(
    'English with quotes',
    'The poster read “{ar:لا للحرب}” in red; below it, smaller, “{ar:نعم للسلام، الآن}”. A second one ({ar:الخبز أولاً}) hung beside the door, and a third said simply: {ar:كفى}!',
  ),
  en(
    'English report',
    'On 22/11/2026 at 18:30 the ministry said unemployment was 11.8% (up from 10.2%), well above forecasts; e-mail press@example.org or call +44 (0)20 7946 0321. See https://stats.example.org/labour/2026-q3?table=4&format=csv for tables, or follow #LabourStats.',
  ),
  en(
    'English essay',
    'The so-called “long sixteenth century” wasn’t long at all — it ended, some say, in 1618; others’ dates differ by thirty-odd years. Coöperation, naïveté and a first-rate cafetière: these were the staffers’ affectations, not the office’s.',
  ),
  en(
    'English on grammar',
    'The root {ar:ك ت ب} gives {ar:كَتَبَ} (he wrote), {ar:كَاتِبٌ} (writer), and {ar:مَكْتُوبٌ}: “written”. Compare {ar:سَلَامٌ}, {ar:سِلْمٌ} and {ar:إِسْلَامٌ}.',
  ),
  en(
    'English list',
    '1. Bread ({ar:خبز}): 2 loaves. 2. Water ({ar:ماء}), 3 litres; 3. Salt – {ar:ملح} – a pinch. 4. “{ar:زيت زيتون}”, i.e. olive oil: 250 ml.',
  ),
  en(
    'English with names',
    'Readers of {ar:عنب بلدي} and {ar:الجمهورية نت} know the phrase {ar:كل شيء على ما يرام}; in 2011 it was a headline in {ar:النهار}, page {ar:١٢}, and in 2013 the title of a book by {ar:سمر يزبك}.',
  ),
];
