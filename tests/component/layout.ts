import { beforeEach, vi } from 'vitest';

/** happy-dom lays nothing out; the virtualised tree needs a height to know which rows are in sight. */
export function withLayout({ height }: { height: number }): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
  });
}
