import { useEffect, useEffectEvent, useRef } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Canvases beyond this are refused by browsers; a poster-sized page is drawn coarser instead. */
const MAX_PIXELS = 16_000_000;
/** An A4 page at 100 % is as wide as this reads well, even where the dialog is wider. */
const MAX_WIDTH = 820;

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
  readonly onProblem: (error: unknown) => void;
}

/** One page, as wide as the dialog at 100 %. */
export function PdfPage({ pdf, number, zoom, onProblem }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const failed = useEffectEvent(onProblem);

  useEffect(() => {
    let gone = false;
    let cancel: (() => void) | undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const surface = canvas.current;
      if (gone || !surface || !frame.current) return;
      const natural = page.getViewport({ scale: 1 });
      const width = Math.min(frame.current.clientWidth - 24, MAX_WIDTH) * zoom;
      const height = (width * natural.height) / natural.width;
      const density = Math.min(window.devicePixelRatio, Math.sqrt(MAX_PIXELS / (width * height)));
      const viewport = page.getViewport({ scale: (width / natural.width) * density });
      surface.width = Math.floor(viewport.width);
      surface.height = Math.floor(viewport.height);
      surface.style.width = `${width}px`;
      surface.style.height = `${height}px`;
      const task = page.render({ canvas: surface, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    draw().catch((error: unknown) => {
      if (gone) return;
      console.error(error);
      failed(error);
    });
    return () => {
      gone = true;
      cancel?.();
    };
  }, [pdf, number, zoom]);

  return (
    <div ref={frame} className="preview-scroll" tabIndex={0} role="group" aria-label="PDF 内容">
      <canvas ref={canvas} role="img" aria-label={`第 ${number} 页`} />
    </div>
  );
}
