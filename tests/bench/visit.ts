/** Milliseconds since the click. */
export interface Visit {
  /** Until what is seen was painted for the last time. */
  readonly content: number;
  /** The longest task of the main thread; 0 where none took 50 ms. */
  readonly task: number;
}

/**
 * Runs in the page: clicks, and waits until nothing of what lies in the window changes any more. What is drawn outside of
 * it, or painted over without another content, does not count; nor does an end before `arrived` is there and nothing
 * stands for what is still to come. It stands alone: nothing of this module goes with it.
 */
export function visit({ selector, arrived }: { selector: string; arrived: string }): Promise<Visit> {
  const QUIET_MS = 600;
  const button = document.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(`There is no ${selector}`);
  return new Promise((resolve) => {
    const paints: { at: number; nodes: Node[] }[] = [];
    let batch: Node[] | undefined;
    let lastChange = performance.now();
    let task = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) task = Math.max(task, duration);
    });
    const changed = (nodes: Node[]): void => {
      lastChange = performance.now();
      if (batch) {
        batch.push(...nodes);
        return;
      }
      const own = (batch = [...nodes]);
      requestAnimationFrame(() => {
        batch = undefined;
        // A message is answered after the frame has been laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          paints.push({ at: performance.now(), nodes: own });
          port1.close();
        };
        port2.postMessage('');
      });
    };
    const changes = new MutationObserver((records) => {
      const nodes = records.flatMap((record) =>
        record.type === 'childList' ? [...record.addedNodes] : [record.target],
      );
      const inMain = nodes.filter((node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('main'),
      );
      if (inMain.length > 0) changed(inMain);
    });
    const isSeen = (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element?.isConnected) return false;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && bottom > top;
    };
    const look = (): void => {
      const isThere =
        document.querySelector(arrived) !== null &&
        document.querySelector('main')?.childElementCount !== 0 &&
        document.querySelector('main .ant-skeleton, main .ant-spin-spinning') === null;
      if (!isThere) lastChange = performance.now();
      const sinceChange = performance.now() - lastChange;
      if (sinceChange < QUIET_MS) {
        setTimeout(look, isThere ? QUIET_MS - sinceChange + 1 : 20);
        return;
      }
      changes.disconnect();
      tasks.disconnect();
      const seen = paints.filter(({ nodes }) => nodes.some(isSeen)).map(({ at }) => at);
      resolve({ content: Math.max(started, ...seen) - started, task });
    };
    tasks.observe({ type: 'longtask' });
    changes.observe(document.body, { subtree: true, childList: true, characterData: true });
    const started = performance.now();
    lastChange = started;
    button.click();
    setTimeout(look, QUIET_MS);
  });
}
