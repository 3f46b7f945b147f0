import { resolve } from 'node:path';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { lastChanged } from './contents.ts';
import { type Decision, decide } from './decide.ts';
import { defaultPlaces } from './documents.ts';
import { RememberedFolder, rememberedPath } from './remembered.ts';
import { type System, thisSystem } from './system.ts';

/** The data folder that a start of the program goes by. */
export interface FoundFolder extends Decision {
  /** Why what is remembered does not count. */
  readonly note?: Failure;
  /** Absent where the start named a folder: then nothing is read of what is remembered, and nothing written. */
  readonly memory?: RememberedFolder;
  /** Other folders, known from before or by default, that hold something of the program. */
  readonly others: (root: string) => string[];
}

/** The data folder: `--root=FOLDER`, else BIAOBING_ROOT, else what is remembered, else a default place (`decide`). */
export function findDataFolder(args: readonly string[], system: System = thisSystem()): FoundFolder {
  const option = args.find((arg) => arg.startsWith('--root='))?.slice('--root='.length);
  const named = [option, system.env['BIAOBING_ROOT']].map((path) => path && resolve(path));
  const places = () => placesOf(system);
  if (named.some(Boolean)) {
    return { ...decide({ named, remembered: undefined, places }), others: () => [] };
  }
  const memory = new RememberedFolder(rememberedPath(system));
  const { remembered, note } = ask(memory);
  return {
    ...decide({ named, remembered: remembered?.folder, places }),
    ...(note && { note }),
    memory,
    others: (root) => {
      const known = [...(ask(memory).remembered?.former ?? []), ...defaultPlaces(system)];
      return distinct(known, system).filter(
        (path) => system.real(path) !== system.real(root) && lastChanged(path) !== undefined,
      );
    },
  };
}

function ask(memory: RememberedFolder) {
  try {
    return { remembered: memory.read() };
  } catch (error) {
    if (error instanceof UserError) return { note: error.failure };
    throw error;
  }
}

function placesOf(system: System) {
  const [first, ...rest] = distinct(defaultPlaces(system), system).map((path) => ({
    path,
    changed: lastChanged(path),
  }));
  if (!first) throw new Error('there is always a default place');
  return [first, ...rest] as const;
}

/** A link to a folder is that folder. */
function distinct(paths: readonly string[], { real }: System): string[] {
  const reals = paths.map(real);
  return paths.filter((_path, at) => reals.indexOf(reals[at] ?? '') === at);
}
