import { GlobalWorkerOptions, type PDFDocumentLoadingTask, getDocument } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Beside index.html (`build/build.mjs`); absolute, because the worker has another base. */
const assets = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

/** Character maps and base fonts come from the program itself, so Chinese without embedded fonts shows offline. */
export function loadPdf(data: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    data,
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('standard_fonts'),
    wasmUrl: assets('wasm'),
    isEvalSupported: false,
  });
}
