import { afterEach, beforeEach, vi } from 'vitest';

/**
 * happy-dom lays nothing out; the virtualised tree needs a height to know which rows are in sight. And it works
 * antd's style sheets out anew for every question about a style, which takes seconds: own styles are enough.
 */
export function withLayout({ height }: { height: number }): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => (element as HTMLElement).style);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}
