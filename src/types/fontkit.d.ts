/** fontkit ships no types; what `fonts/open.ts` and the PDF stage read of it they describe themselves. */
declare module 'fontkit' {
  export function create(data: Uint8Array): unknown;
}
