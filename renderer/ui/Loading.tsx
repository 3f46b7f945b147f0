import { Spin } from 'antd';
import { useEffect, useRef } from 'react';

/** What comes sooner needs no sign. */
const DELAY_MS = 300;

/** In place of a part of the page that is on its way from who serves it. */
export function Loading() {
  return (
    <div className="ui-loading">
      <Spin delay={DELAY_MS} description="正在载入" />
    </div>
  );
}

/** Over the page, for a dialog that was asked for. Escape gives it up where it may. */
export function LoadingDialog({ onWithdraw }: { readonly onWithdraw: (() => void) | undefined }) {
  const latest = useRef(onWithdraw);
  useEffect(() => {
    latest.current = onWithdraw;
  });
  const withdraws = onWithdraw !== undefined;
  useEffect(() => {
    if (!withdraws) return undefined;
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Not also for what lies below.
      event.stopPropagation();
      latest.current?.();
    };
    window.addEventListener('keydown', escape, { capture: true });
    return () => window.removeEventListener('keydown', escape, { capture: true });
  }, [withdraws]);
  return <Spin fullscreen delay={DELAY_MS} description="正在载入" />;
}
