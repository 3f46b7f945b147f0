import type { standardCalls } from '../../../shared/contract/contract.ts';
import { type TakenOver, takenOver } from '../../../shared/tables/import/same-form.ts';
import type { KeptOriginal } from '../../../shared/tables/import/kept-original.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import type { FileTokens, OfferedFile } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { isMadeOf } from './begin-import.ts';
import { readSettings, settingsText } from './import-settings.ts';
import type { Imports } from './imports.ts';
import type { Originals } from './originals.ts';
import type { UserStandards } from './user-standards.ts';

interface Ports extends FileMaker {
  readonly offered: FileTokens<OfferedFile>;
  readonly imports: Imports;
  readonly standards: UserStandards;
  readonly originals: Originals;
}

type Calls = Pick<
  typeof standardCalls,
  'standardOriginal' | 'sameFormStandards' | 'takeCorrections' | 'takeSettings' | 'exportSettings'
>;

interface Taking {
  readonly before: Pick<KeptOriginal, 'tables' | 'state'>;
  /** Of the standard or the file. */
  readonly name: string;
  /** What is said where the tables are of another form. */
  readonly otherwise: Failure;
}

/** What standards were made from: to be looked at again, and to read the next table of the same form by. */
export function originalHandlers(ports: Ports): HandlersFor<Calls> {
  const { imports, standards, originals, offered, now } = ports;

  async function take(importId: string, { before, name, otherwise }: Taking) {
    const session = await imports.sessions.get(importId);
    let told: Pick<TakenOver, 'kept' | 'left'> & { unlike: string[] } = { kept: 0, left: [], unlike: [] };
    await session.document.change(`corrections of ${name}`, (current) => {
      const taken = takenOver(session.tables, current, before);
      if (!taken) throw new UserError(otherwise);
      const { kept, left, state: after } = taken;
      const unlike = session.tables.filter(({ id }) => after.unlike?.includes(id)).map((table) => table.name);
      told = { kept, left, unlike };
      return after;
    });
    return { ...told, left: [...told.left], saved: session.saved() };
  }

  return {
    standardOriginal: async ({ id }) => {
      const { tables, state, keptOn } = await originals.find(id);
      const isSame = isMadeOf(await standards.find(id), { state });
      return { tables, state, keptOn, isSame };
    },

    sameFormStandards: async ({ importId }) => {
      const { tables, state } = await imports.sessions.get(importId);
      const { standards: known } = await standards.library();
      const same = (await originals.ofSameForm({ tables, file: state.file })).flatMap((each) => {
        const standard = known.find((one) => one.standard.id === each.id)?.standard;
        return standard ? [{ ...each, standard }] : [];
      });
      return {
        standards: same.map(({ standard: { id, title, edition } }) => ({ id, title, edition })),
        isClear: isClear(same),
      };
    },
    takeCorrections: async ({ importId, standard }) => {
      const before = await originals.find(standard);
      return take(importId, { before, name: standard, otherwise: OTHER_STANDARD });
    },
    takeSettings: async ({ importId, token }) => {
      const { path, name } = offered.get(token);
      return take(importId, { before: await readSettings(path), name, otherwise: OTHER_SETTINGS });
    },
    exportSettings: async ({ importId }) => {
      const session = await imports.sessions.get(importId);
      const { value: state } = session.document;
      const text = settingsText({ keptOn: now().toISOString(), tables: [...session.tables], state });
      const doing = { action: '导出导入设置', effect: '导入的进度没有改动。' };
      return makeFile(ports, `导入设置-${state.source}`, '.json', text, { doing });
    },
  };
}

/** By less two are as alike as each other. */
const CLEARLY = 0.1;

/** Whether the first is the one that is meant, as far as that can be told. */
function isClear([first, second]: readonly {
  readonly isSameFile: boolean;
  readonly likeness: number;
}[]): boolean {
  if (!first || !second) return first !== undefined;
  return first.isSameFile ? !second.isSameFile : first.likeness - second.likeness >= CLEARLY;
}

const OTHER_STANDARD: Failure = {
  code: 'import-other-form',
  message: '这次导入的表格和那份标准的原表各列不同，不能沿用。',
  effect: '这次导入没有改动。',
  remedy: '请在“列”一步核对各列的用途。',
};
const OTHER_SETTINGS: Failure = {
  ...OTHER_STANDARD,
  message: '这次导入的表格和导入设置里的表格各列不同，不能使用。',
};
