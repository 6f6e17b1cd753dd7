/**
 * What a press PDF says about itself: boxes, output intent, document information and XMP. Clauses are those of PDF/X-1a:2003
 * (ISO 15930-4) and PDF/X-4 (ISO 15930-7); `test/pdf/press-standard.test.ts` names each where it is checked.
 */

import type { Edition, Ink, Page } from '../frame/frame.js';
import { type PdfDictionary, type PdfFile, PdfToken, pdfDate, pdfText } from './container.js';
import { type PressStandard, rulesOf } from './standard.js';

/** The printing condition a press PDF is made for. */
export interface PressCondition {
  readonly standard: PressStandard;
  /** ICC output profile, class prtr, CMYK. */
  readonly profile: Uint8Array;
  /** Name in the ICC characterization data registry, e.g. `CGATS TR 002`, or `Custom` for a condition that is in none. */
  readonly identifier: string;
  /** The condition in plain words, e.g. `SNAP 2007`. */
  readonly condition: string;
  /** What areas in solid black are printed with, 0 to 1. */
  readonly solidBlack: Ink['cmyk'];
}

/** Trim inside bleed inside media, points; `margin` is the room between bleed box and media box. No crop box (6.8, 6.12). */
export function pressBoxes(page: Page, bleed: number, margin: number): PdfDictionary {
  const box = (from: number): number[] => {
    const outer = bleed + margin - from;
    return [outer, outer, outer + page.width + 2 * from, outer + page.height + 2 * from];
  };
  return { MediaBox: box(bleed + margin), BleedBox: box(bleed), TrimBox: box(0) };
}

/** The output intent with its profile embedded (6.2, 6.4; ISO 32000-1 14.11.5). */
export function addPressIntent(file: PdfFile, press: PressCondition): void {
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: pdfText(press.identifier),
    OutputCondition: pdfText(press.condition),
    RegistryName: press.identifier === 'Custom' ? undefined : pdfText('http://www.color.org'),
    Info: pdfText(press.condition),
    DestOutputProfile: file.stream({ N: 4 }, press.profile),
  };
  Object.assign(file.catalog, { OutputIntents: [intent] });
}

/**
 * The document information dictionary; all dates are the issue's. PDF/X-1a:2003 is identified here, by this one key: that of the
 * conformance level belongs to the standard of 2001. It is repeated for PDF/X-4, whose mark is in its XMP, for readers that look here.
 */
export function pressInfo(edition: Edition, standard: PressStandard): PdfDictionary {
  return {
    Title: pdfText(edition.title),
    Creator: pdfText('issue'),
    Producer: pdfText('issue'),
    CreationDate: pdfDate(edition.date),
    ModDate: pdfDate(edition.date),
    Trapped: new PdfToken('/False'),
    GTS_PDFXVersion: pdfText(rulesOf(standard).name),
  };
}

/** The XMP packet that PDF/X-4 requires (ISO 15930-7 6.10, 6.11); it repeats what the information dictionary says. */
export function pressMetadata(edition: Edition, id: string): string {
  const uuid = `uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
  const date = `${edition.date}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(edition.title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>issue</xmp:CreatorTool>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>issue</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Text of an XML element. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
