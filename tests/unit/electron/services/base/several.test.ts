import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { several } from '../../../../../electron/services/base/several.ts';

describe('several', () => {
  it('does each once, begun in order, never more at a time than it may', async () => {
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    await several([5, 1, 3, 2, 4], 2, async (wait) => {
      begun.push(wait);
      most = Math.max(most, (running += 1));
      await sleep(wait);
      running -= 1;
    });
    expect(begun).toEqual([5, 1, 3, 2, 4]);
    expect([most, running]).toEqual([2, 0]);
  });

  it('throws the first failure when what had begun has ended, and begins nothing more', async () => {
    const [begun, ended]: string[][] = [[], []];
    const task = async (name: string): Promise<void> => {
      begun!.push(name);
      await sleep(name === 'slow' ? 20 : 1);
      if (name === 'bad') throw new Error(name);
      ended!.push(name);
    };
    await expect(several(['slow', 'bad', 'never'], 2, task)).rejects.toThrow('bad');
    expect([begun, ended]).toEqual([['slow', 'bad'], ['slow']]);
  });
});
