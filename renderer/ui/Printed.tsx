import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { printedTitle, today } from './page-name.ts';
import { beginPrinting, endPrinting, usePrinting } from './printing.ts';

/** What is on paper alone: the head above a printed screen, or the paper in its place. */
export function Printed() {
  const { on, paper } = usePrinting();
  useEffect(() => {
    window.addEventListener('beforeprint', beginPrinting);
    window.addEventListener('afterprint', endPrinting);
    return () => {
      window.removeEventListener('beforeprint', beginPrinting);
      window.removeEventListener('afterprint', endPrinting);
    };
  }, []);
  if (!on) return null;
  if (paper === undefined) return <PrintHead />;
  return createPortal(<div className="ui-print-sheet">{paper}</div>, document.body);
}

/** Whose it is, what it is, of which day. `title`: of a paper that is called otherwise than its screen. */
export function PrintHead({ title }: { readonly title?: string }) {
  const { of, screen } = printedTitle();
  return (
    <header className="ui-print-head">
      <strong>{title ?? screen}</strong>
      <span>{[of, today()].filter(Boolean).join('　')}</span>
    </header>
  );
}
