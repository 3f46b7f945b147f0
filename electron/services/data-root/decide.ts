/** A folder that may be the data folder. */
interface Place {
  readonly path: string;
  /** When something of the program in it was changed last, in milliseconds; absent: it holds nothing of it. */
  readonly changed?: number | undefined;
}

export interface Facts {
  /** `--root=`, then BIAOBING_ROOT. */
  readonly named: readonly (string | undefined)[];
  readonly remembered: string | undefined;
  /** The default first, then those of former versions. Looked at where nothing else decides. */
  readonly places: () => readonly [Place, ...Place[]];
}

export interface Decision {
  readonly root: string;
  readonly by: 'name' | 'memory' | 'content' | 'default';
}

/**
 * Which folder is the data folder. Where nothing is remembered it is the one of the default places that holds something
 * of the program; of several the one that was changed last.
 */
export function decide({ named, remembered, places }: Facts): Decision {
  const name = named.find(Boolean);
  if (name !== undefined) return { root: name, by: 'name' };
  if (remembered !== undefined) return { root: remembered, by: 'memory' };
  const all = places();
  const held = all.filter(({ changed }) => changed !== undefined);
  const [latest] = held.sort((one, other) => (other.changed ?? 0) - (one.changed ?? 0));
  return latest ? { root: latest.path, by: 'content' } : { root: all[0].path, by: 'default' };
}
