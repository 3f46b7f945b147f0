import { allOf, type Part, type Row } from '../part.ts';
import { BATCH, runBatch } from './batch.ts';
import { makeMaterials } from './materials.ts';
import { makeSandbox } from './sandbox.ts';
import { TARGETS } from './targets.ts';

/** Processes at once. */
const LANES = 2;
/** Of all together in a long run. */
const LONG = 20_000;

export const input: Part = {
  name: 'input',
  run: async ({ wants, seed, until, count, found }) => {
    const wanted = TARGETS.filter(({ name }) => wants(name));
    const targets = wanted.flatMap((each) => Array.from({ length: each.turns ?? 1 }, () => each));
    const firsts = new Map(wanted.map(({ name }) => [name, 0]));
    const rows = new Map(wanted.map(({ name }) => [name, { tries: 0, peak: 0 }]));
    const materials = await makeMaterials([...rows.keys()]);
    const told = new Set<string>();
    const most = count(LONG);
    let all = 0;
    let turn = 0;
    const lane = async (): Promise<void> => {
      while (Date.now() < until() && all < most) {
        const target = targets[turn % targets.length];
        if (!target) return;
        const first = firsts.get(target.name) ?? 0;
        firsts.set(target.name, first + BATCH);
        turn += 1;
        const sandbox = await makeSandbox();
        const batch = { target, seed, first, last: first + BATCH, materials };
        const { nth, peak } = await runBatch(sandbox, batch, (at, why) => {
          // What breaks in the same way a hundred times is one thing to mend.
          const words = `${target.name}: ${why}`;
          if (!told.has(words)) found({ what: target.name, name: nameOf(target.name, seed, at), why });
          told.add(words);
        });
        await sandbox.remove();
        const tries = nth - first + 1;
        all += tries;
        const row = rows.get(target.name);
        if (row) Object.assign(row, { tries: row.tries + tries, peak: Math.max(row.peak, peak) });
      }
    };
    try {
      await allOf(Array.from({ length: LANES }, lane));
    } finally {
      await materials.remove();
    }
    return [...rows].map(([what, { tries, peak }]): Row => ({
      what,
      tries,
      note: `peak ${Math.round(peak)} MB`,
    }));
  },
};

const nameOf = (what: string, seed: number, nth: number): string => `--again "${what}/${seed}/${nth}"`;

/**
 * One mutation once more, as the table names it, after those that its process had tried before it. What was read is left in
 * `folder`. Answers whether it breaks again; `say` is told how.
 */
export async function again(
  folder: string,
  { what, seed, nth }: { readonly what: string; readonly seed: number; readonly nth: number },
  say: (line: string) => void,
): Promise<boolean> {
  const target = TARGETS.find(({ name }) => name === what);
  if (!target) throw new TypeError(`no target ${what}`);
  const materials = await makeMaterials([what]);
  let isBroken = false;
  try {
    const first = nth - (nth % BATCH);
    const batch = { target, seed, first, last: nth + 1, materials, patience: Infinity };
    const reached = await runBatch(await makeSandbox(folder), batch, (at, why) => {
      if (at === nth) isBroken = true;
      say(`${at === nth ? 'BROKEN' : 'before'}  ${nameOf(what, seed, at)}\n        ${why}`);
    });
    if (reached.nth !== nth) isBroken = true;
  } finally {
    await materials.remove();
  }
  return isBroken;
}
