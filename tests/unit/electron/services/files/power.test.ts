import { describe, it } from 'vitest';
import { whilePowerMayFail } from '../../../../torture/faults/power.ts';
import { makeHome, withHost } from '../../../../torture/home.ts';
import { CHOICE } from '../../../../torture/works/assessments.ts';
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

  it('words that a page keeps before it saves', async () => {
    const home = await makeHome();
    try {
      await withHost(home, async ({ client, root }) => {
        for (const text of ['甲', '甲乙', '甲乙丙']) {
          const words = { 联系人: { text, told: false } };
          await whilePowerMayFail(root, () => client.ask('keepWords', { words }));
        }
      });
    } finally {
      await home.remove();
    }
  });

  it('the removal of a document', async () => {
    const home = await makeHome();
    try {
      await withHost(home, async ({ client, root }) => {
        const { id } = await client.ask('createAssessment', { ...CHOICE, unitName: '某局' });
        await whilePowerMayFail(root, () => client.ask('removeAssessment', { id }));
      });
    } finally {
      await home.remove();
    }
  });
});
