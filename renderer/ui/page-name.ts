import { useEffect, useState } from 'react';
import { sanitiseName } from '../../shared/values/portable-names.ts';
import { showTime } from './show.ts';

const PROGRAM = '标兵自评';

interface PageName {
  /** When it was first drawn: what is inside comes after what is around it. */
  readonly order: number;
  /** Whose it is: a unit, a desk; '' where it is nobody's. */
  readonly of: string;
  readonly screen: string;
}

const named = new Set<PageName>();
let drawn = 0;
const nextOrder = (): number => (drawn += 1);

/** Names the window after what is shown; the innermost name holds. */
export function usePageName(screen: string, of = ''): void {
  const [order] = useState(nextOrder);
  useEffect(() => {
    const mine = { order, of, screen };
    named.add(mine);
    showTitle();
    return () => {
      named.delete(mine);
      showTitle();
    };
  }, [order, of, screen]);
}

function pageName(): PageName | undefined {
  return [...named].sort((a, b) => b.order - a.order)[0];
}

/** "测试市城市管理局 - 逐项自评 - 标兵自评" */
export function showTitle(): void {
  const { of = '', screen = '' } = pageName() ?? {};
  document.title = [of, screen, PROGRAM].filter(Boolean).join(' - ');
}

/** "测试市城市管理局 · 逐项自评" */
export function whereNow(): string {
  const { of = '', screen = '' } = pageName() ?? {};
  return [of, screen].filter(Boolean).join(' · ');
}

/** What stands above a printed page: the screen, and whose it is. */
export function printedTitle(): { readonly screen: string; readonly of: string } {
  const { of = '', screen = PROGRAM } = pageName() ?? {};
  return { screen, of };
}

/** What a printed page's file is called, without its ending: "差距分析_测试市城市管理局_2026-11-27". */
export function paperName(): string {
  const { of, screen } = printedTitle();
  return sanitiseName([screen, of, today()].filter(Boolean).join('_'));
}

export function today(): string {
  return showTime(new Date().toISOString()).slice(0, 10);
}
