import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePrinting } from '../printing.ts';
import './shown-rows.css';

/** Rows that are drawn at once, and each time that the end comes near. */
const PIECE = 30;

interface ShownRows<Row> {
  readonly rows: readonly Row[];
  /** Stands right behind the rows, where more are to come. */
  readonly more: ReactNode;
}

/**
 * The first rows of a long list in the page, and more whenever their end comes near: scrolled to, or reached by the keys.
 * On paper all of them. `at`: a row that must be among them.
 */
export function useShownRows<Row>(all: readonly Row[], piece: number = PIECE, at = -1): ShownRows<Row> {
  const [asked, setCount] = useState(piece);
  const count = Math.max(asked, at + 1);
  const printing = usePrinting(({ on }) => on);
  if (printing || count >= all.length) return { rows: all, more: null };
  return {
    rows: all.slice(0, count),
    more: <NearEnd key={count} onNear={() => setCount(count + piece)} />,
  };
}

/** Lies over the last rows, so that more are there before the end is. */
function NearEnd({ onNear }: { readonly onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return <div ref={place} className="list-near-end" aria-hidden />;
}
