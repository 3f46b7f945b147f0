import { useEffect, useState } from 'react';
import { Button, Spin } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PdfPage } from './PdfPage.tsx';
import { ZoomBar } from './ZoomBar.tsx';
import { loadPdf } from './load-pdf.ts';

/** A PDF page by page, drawn by pdf.js: scripts and forms in it never run. */
export function PdfPreview({ url }: { readonly url: string }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [problem, setProblem] = useState('');
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState(1);

  useEffect(() => {
    const leaving = new AbortController();
    let task: ReturnType<typeof loadPdf> | undefined;
    const load = async (): Promise<void> => {
      const response = await fetch(url, { signal: leaving.signal });
      if (!response.ok) throw new Error(`Evidence answered ${response.status}`);
      const data = new Uint8Array(await response.arrayBuffer());
      if (leaving.signal.aborted) return;
      task = loadPdf(data);
      setPdf(await task.promise);
    };
    load().catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      console.error(error);
      setProblem(problemOf(error));
    });
    return () => {
      leaving.abort();
      void task?.destroy();
    };
  }, [url]);

  if (problem) return <p className="preview-message">{problem}</p>;
  if (!pdf) return <Spin />;
  const turn = (to: number): void => setNumber(Math.min(pdf.numPages, Math.max(1, to)));
  return (
    <div className="preview-pdf" data-preview={url}>
      <ZoomBar zoom={zoom} onZoom={setZoom}>
        <Button disabled={number <= 1} onClick={() => turn(number - 1)}>
          上一页
        </Button>
        <span className="ui-numbers" role="status">
          第 {number} / {pdf.numPages} 页
        </span>
        <Button disabled={number >= pdf.numPages} onClick={() => turn(number + 1)}>
          下一页
        </Button>
      </ZoomBar>
      <PdfPage
        key={`${number} ${zoom}`}
        pdf={pdf}
        number={number}
        zoom={zoom}
        onProblem={(error) => setProblem(problemOf(error))}
      />
    </div>
  );
}

function problemOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return '这个 PDF 设有打开密码，不能在这里预览。建议换成不加密的文件。';
  if (name === 'InvalidPDFException') return '这个文件不是完整的 PDF，可能已损坏。请核对原文件。';
  return '这个 PDF 在这里显示不了。请用下面的按钮在外部查看，文件内容没有变化。';
}
