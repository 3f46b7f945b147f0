import { describe, expect, it } from 'vitest';
import { wrapTitle } from '../../../../renderer/ui/wrap-title.ts';

describe('long section names', () => {
  it.each([
    ['行政调解', 7, 3, ['行政调解']],
    ['优化监管方式和提高服务效能', 7, 3, ['优化监管方式和', '提高服务效能']],
    ['执法公开与“互联网+行政执法”', 7, 3, ['执法公开与', '“互联网+', '行政执法”']],
    ['一二三四五六七八九十', 3, 2, ['一二三', '四五…']],
  ])('%s', (title, width, lines, wrapped) => {
    expect(wrapTitle(title, width, lines)).toEqual(wrapped);
  });
});
