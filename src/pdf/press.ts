/** What a press PDF says about itself: boxes, output intent, document information and XMP for PDF/X-4 (ISO 15930-7). */

import type { Edition, Page } from '../frame/frame.js';
import { type PdfDictionary, type PdfFile, PdfToken, pdfDate, pdfText } from './container.js';

/** The printing condition a press PDF is made for. */
export interface PressCondition {
  /** ICC output profile, class prtr, CMYK. */
  readonly profile: Uint8Array;
  /** Name in the ICC characterization data registry, e.g. `CGATS TR 002`. */
  readonly identifier: string;
  /** The condition in plain words, e.g. `SNAP 2007`. */
  readonly condition: string;
}

/** Trim inside bleed inside media, points; `margin` is the room between bleed box and media box. No crop box. */
export function pressBoxes(page: Page, bleed: number, margin: number): PdfDictionary {
  const box = (from: number): number[] => {
    const outer = bleed + margin - from;
    return [outer, outer, outer + page.width + 2 * from, outer + page.height + 2 * from];
  };
  return { MediaBox: box(bleed + margin), BleedBox: box(bleed), TrimBox: box(0) };
}

/** The output intent with its profile embedded (ISO 15930-7 6.9, ISO 32000-1 14.11.5). */
export function addPressIntent(file: PdfFile, press: PressCondition): void {
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: pdfText(press.identifier),
    OutputCondition: pdfText(press.condition),
    RegistryName: pdfText('http://www.color.org'),
    Info: pdfText(press.condition),
    DestOutputProfile: file.stream({ N: 4 }, press.profile),
  };
  Object.assign(file.catalog, { OutputIntents: [intent] });
}

/** The document information dictionary; all dates are the issue's. */
export function pressInfo(edition: Edition): PdfDictionary {
  return {
    Title: pdfText(edition.title),
    Creator: pdfText('issue'),
    Producer: pdfText('issue'),
    CreationDate: pdfDate(edition.date),
    ModDate: pdfDate(edition.date),
    Trapped: new PdfToken('/False'),
  };
}

/** The XMP packet that PDF/X-4 requires; it repeats what the information dictionary says. */
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
