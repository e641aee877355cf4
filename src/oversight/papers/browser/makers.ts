type Pdf = typeof import('./paper-pdf.island.ts');
type Docx = typeof import('./paper-docx.island.ts');

/** Scripts of their own, fetched when they are needed; the address is put together so that no bundle takes them in. */
export function pdfMaker(): Promise<Pdf> {
  return import(`/aset/${'paper-pdf'}.js`);
}

export function docxMaker(): Promise<Docx> {
  return import(`/aset/${'paper-docx'}.js`);
}
