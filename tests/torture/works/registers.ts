import { randomUUID } from 'node:crypto';
import { backAndForth, Broken, isJournaled, openQuietly, work } from './work.ts';

/** A year's lists. */
export const year = work<{ id: string }, { id: string; nth: number }>({
  name: 'year',
  prepare: async ({ client }) => {
    const input = { unit: '某县某局', category: '', year: 2026, tasks: { from: 'none' } };
    return client.ask('createYear', input);
  },
  act: async (place, { id }, nth) => {
    const entry = { id: randomUUID(), fields: { point: `第${nth}次` } };
    const edit = { kind: 'addEntries', register: 'prevention', entries: [entry] };
    const ref = { document: 'year', id } as const;
    await place.client.edit(ref, edit);
    await backAndForth(place, ref, nth, {
      isThere: ({ registers }) => registers.prevention?.some((each) => each.id === entry.id) ?? false,
      another: { ...edit, entries: [{ ...entry, id: randomUUID() }] },
    });
    return { id: entry.id, nth };
  },
  check: async (place, { id }, done) => {
    const { folder, value } = await openQuietly(place, { document: 'year', id });
    const found = new Map((value.registers.prevention ?? []).map((each) => [each.id, each.fields.point]));
    for (const entry of done)
      if (found.get(entry.id) !== `第${entry.nth}次`)
        throw new Broken(`entry ${entry.nth} says ${found.get(entry.id) ?? 'nothing'}`);
    await isJournaled(
      folder,
      done.map((entry) => entry.id),
    );
  },
});

/** An office's list of units. */
export const rollup = work<{ id: string }, { id: string; nth: number }>({
  name: 'rollup',
  prepare: ({ client }) => client.ask('createRollup', { office: '某市办公室', year: 2026 }),
  act: async (place, { id }, nth) => {
    const unit = { id: randomUUID(), name: `第${nth}次`, category: '', tasks: [] };
    const ref = { document: 'rollup', id } as const;
    await place.client.edit(ref, { kind: 'addUnits', units: [unit] });
    await backAndForth(place, ref, nth, {
      isThere: ({ units }) => units.some((each) => each.id === unit.id),
      another: { kind: 'addUnits', units: [{ ...unit, id: randomUUID() }] },
    });
    return { id: unit.id, nth };
  },
  check: async (place, { id }, done) => {
    const { value } = await openQuietly(place, { document: 'rollup', id });
    const { rollups } = await place.client.ask('listRollups', {});
    const found = new Map(value.units.map((each) => [each.id, each.name]));
    for (const unit of done)
      if (found.get(unit.id) !== `第${unit.nth}次`)
        throw new Broken(`unit ${unit.nth} is called ${found.get(unit.id) ?? 'nothing'}`);
    await isJournaled(
      rollups.find((each) => each.id === id)?.folder ?? '',
      done.map((unit) => unit.id),
    );
  },
});
