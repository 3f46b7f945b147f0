import { describe, it } from 'vitest';
import { whilePowerMayFail } from '../../../../torture/faults/power.ts';
import { makeHome, withHost } from '../../../../torture/home.ts';
import { WORKS } from '../../../../torture/works/works.ts';

/** Milliseconds; packages are made for 核验台. */
const LONG = 120_000;

describe('what is acknowledged is on the disk by then, and no name leads to what is not', () => {
  it.each(WORKS.map((work) => [work.name, work] as const))(
    '%s',
    async (_, work) => {
      const home = await makeHome();
      try {
        const setup = await withHost(home, (place) =>
          whilePowerMayFail(place.root, () => work.prepare(place)),
        );
        await withHost(home, async (place) => {
          for (const nth of [1, 2, 3]) await whilePowerMayFail(place.root, () => work.act(place, setup, nth));
        });
      } finally {
        await home.remove();
      }
    },
    LONG,
  );
});
