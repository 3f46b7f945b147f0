import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { call } from './call/client.ts';
import { paperName, showTitle } from './page-name.ts';

type Make = () => ReactNode;

interface Paper {
  readonly order: number;
  readonly make: Make;
}

const papers = new Set<Paper>();
let drawn = 0;
const nextOrder = (): number => (drawn += 1);

interface Printing {
  /** True while the page is printed: lists that draw only what is in sight draw all. */
  readonly on: boolean;
  /** What is printed in place of the screen. */
  readonly paper?: ReactNode;
}

export const usePrinting = create<Printing>()(() => ({ on: false }));

/** What is printed while this is shown, where the screen itself is no good on paper. The innermost one holds. */
export function usePaper(make: Make): void {
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  const [order] = useState(nextOrder);
  useEffect(() => {
    const mine: Paper = { order, make: () => latest.current() };
    papers.add(mine);
    return () => void papers.delete(mine);
  }, [order]);
}

/** Draws the page as it is printed, under the paper's own name; also for the browser's own command. */
export function beginPrinting(): void {
  document.title = paperName();
  if (usePrinting.getState().on) return;
  const front = [...papers].sort((a, b) => b.order - a.order)[0];
  const paper = front?.make();
  flushSync(() => usePrinting.setState({ on: true, paper }));
  document.body.classList.toggle('ui-prints-sheet', front !== undefined);
}

export function endPrinting(): void {
  document.body.classList.remove('ui-prints-sheet');
  usePrinting.setState({ on: false, paper: undefined });
  showTitle();
}

/** Long enough for the window to learn the paper's name. */
const NAMED_MS = 60;

/** The system's or the browser's dialog, which waits here and says itself when it is done. */
export async function printPage(): Promise<void> {
  beginPrinting();
  await new Promise((resolve) => setTimeout(resolve, NAMED_MS));
  window.print();
}

/** Desktop: asks where to, and writes the page there as a PDF. Answers where it is; undefined where nothing was chosen. */
export async function savePagePdf(): Promise<string | undefined> {
  const name = paperName();
  beginPrinting();
  try {
    return (await call('savePdf', { name })).path;
  } finally {
    endPrinting();
  }
}
