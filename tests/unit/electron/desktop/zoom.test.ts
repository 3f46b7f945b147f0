import { describe, expect, it } from 'vitest';
import { zoomed, type ZoomStep } from '../../../../electron/desktop/zoom.ts';

describe('zoom', () => {
  it.each<[number, ZoomStep, number]>([
    [100, 'in', 110],
    [100, 'out', 90],
    [110, 'usual', 100],
    [120, 'in', 125],
    [120, 'out', 110],
    [175, 'in', 200],
    [200, 'in', 200],
    [50, 'out', 50],
  ])('%s %% %s: %s %%', (from, step, to) => expect(zoomed(from, step)).toBe(to));
});
