import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, placementIn } from '../../../../electron/desktop/placement.ts';

const area = (width: number, height: number, x = 0, y = 0) => ({ x, y, width, height });
const kept = (x: number, y: number, width: number, height: number, maximized = false): Kept => ({
  ...{ x, y, width, height, maximized },
});

describe('where the window stands', () => {
  it.each<[string, ReturnType<typeof area>, Kept | undefined, string]>([
    ['first, on a large screen', area(1920, 1040), undefined, '1280×720 at 320,160'],
    ['first, at 1366×768: it fills it', area(1366, 728), undefined, '1280×680 at 43,24, maximized'],
    ['first, at 1366×768 and 125 %', area(1093, 574), undefined, '1077×526 at 8,24, maximized'],
    ['first, at 1366×768 and 150 %', area(911, 472), undefined, '895×424 at 8,24, maximized'],
    ['first, at 1024×600', area(1024, 560), undefined, '1008×512 at 8,24, maximized'],
    ['as it was left', area(1920, 1040), kept(100, 50, 1400, 800), '1400×800 at 100,50'],
    ['left larger than the screen of now', area(1280, 640), kept(0, 0, 1600, 1000), '1264×592 at 0,0'],
    [
      'left at the right edge of a wider screen',
      area(1280, 984),
      kept(1500, 100, 800, 600),
      '800×600 at 480,100',
    ],
    ['left on a screen that is gone', area(1920, 1040), kept(-1800, -300, 900, 700), '900×700 at 0,0'],
    [
      'on a second screen, left of the first',
      area(1920, 1040, -1920),
      kept(-1800, 10, 900, 700),
      '900×700 at -1800,10',
    ],
    ['left small on a small screen: it stays so', area(1024, 560), kept(5, 5, 700, 500), '700×500 at 5,5'],
    ['left maximised', area(1920, 1040), kept(100, 50, 1400, 800, true), '1400×800 at 100,50, maximized'],
  ])('%s', (_, on, was, expected) => {
    const { bounds, maximized } = placementIn(on, was);
    const { x, y, width, height } = bounds;
    expect(`${width}×${height} at ${x},${y}${maximized ? ', maximized' : ''}`).toBe(expected);
  });

  it('lies whole on the screen wherever it was, and may be made as small as any screen asks', () => {
    const size = fc.integer({ min: 320, max: 4000 });
    const place = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(size, size, place, place, place, place, size, size, (w, h, x, y, kx, ky, kw, kh) => {
        const on = area(w, h, x, y);
        const { bounds, minimum } = placementIn(on, kept(kx, ky, kw, kh));
        expect(bounds.x).toBeGreaterThanOrEqual(x);
        expect(bounds.y).toBeGreaterThanOrEqual(y);
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(x + w);
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(y + h);
        expect(minimum.width).toBeLessThanOrEqual(w);
        expect(minimum.height).toBeLessThanOrEqual(h);
      }),
    );
  });
});
