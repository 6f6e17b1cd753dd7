/** How Arabic letters join: a code point in, its joining group and type out (Unicode's ArabicShaping.txt, version 15). */

/** Letters of a group share their skeleton. */
export type JoiningGroup = keyof typeof GROUPS;

const GROUPS = {
  alef: '0622-0623 0625 0627 0671-0673 0675 0773-0774 0870-0882',
  waw: '0624 0648 0676-0677 06c4-06cb 06cf 0778-0779 08ab 08b1',
  'teh marbuta': '0629 06c0 06c3 06d5',
  dal: '062f-0630 0688-0690 06ee 0759-075a 08ae',
  reh: '0631-0632 0691-0699 06ef 075b 076b-076c 0771 08aa 08b2 08b9',
  'yeh barree': '06d2-06d3',
  'yeh with tail': '06cd 08ac',
  'vertical tail': '088e',
  beh: '0628 062a-062b 066e 0679-0680 0750-0756 08a0-08a1 08b6-08b8 08be-08c0',
  noon: '0646 06b9-06bd 0767-0769 0889 08bd',
  yeh: '0620 0626 0649-064a 0678 06d0-06d1 0777 08a8-08a9 08ba 063d-063f 06cc 06ce 0775-0776 077a-077b 0886',
  hah: '062c-062e 0681-0687 06bf 0757-0758 076e-076f 0772 077c 088a 08a2 08c1 08c5-08c6',
  seen: '0633-0634 069a-069c 06fa 075c 076d 0770 077d-077e',
  sad: '0635-0636 069d-069e 06fb 08af',
  tah: '0637-0638 069f 088b-088c 08a3',
  ain: '0639-063a 06a0 06fc 075d-075f 08b3 08c3',
  feh: '0641 06a1-06a6 0760-0761 08a4 08bb',
  qaf: '0642 066f 06a7-06a8 08a5 08b5 08bc 08c4',
  kaf: '0643 06ac-06ae 06aa 077f 08b4',
  gaf: '063b-063c 06a9 06ab 06af-06b4 0762-0764 088d 08b0 08c2 08c8',
  lam: '0644 06b5-06b8 076a 08a6 08c7',
  meem: '0645 0765-0766 08a7',
  heh: '0647 06be 06c1-06c2 06ff',
  /** Tatweel and zero-width joiner: they join what stands on either side. */
  causing: '0640 200d',
} as const;

/** Groups whose letters join the letter before them only. */
const RIGHT_JOINING: ReadonlySet<JoiningGroup> = new Set<JoiningGroup>([
  'alef',
  'waw',
  'teh marbuta',
  'dal',
  'reh',
  'yeh barree',
  'yeh with tail',
  'vertical tail',
]);

const groupOf = new Map<number, JoiningGroup>();
for (const [group, ranges] of Object.entries(GROUPS)) {
  for (const range of ranges.split(' ')) {
    const [first, last = first] = range.split('-').map(end => Number.parseInt(end, 16));
    for (let codePoint = first!; codePoint <= last!; codePoint++)
      groupOf.set(codePoint, group as JoiningGroup);
  }
}

/** Undefined for what joins nothing: other scripts, digits, hamza, the zero-width non-joiner. */
export function joiningGroup(codePoint: number): JoiningGroup | undefined {
  return groupOf.get(codePoint);
}

/** True if letters of the group join the one after them; every group joins the one before. */
export function joinsNext(group: JoiningGroup): boolean {
  return !RIGHT_JOINING.has(group);
}
