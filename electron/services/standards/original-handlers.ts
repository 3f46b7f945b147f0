import type { standardCalls } from '../../../shared/contract/contract.ts';
import { type TakenOver, takenOver } from '../../../shared/tables/import/same-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { isMadeOf } from './begin-import.ts';
import type { Imports } from './imports.ts';
import type { Originals } from './originals.ts';
import type { UserStandards } from './user-standards.ts';

interface Ports {
  readonly imports: Imports;
  readonly standards: UserStandards;
  readonly originals: Originals;
}

type Calls = Pick<typeof standardCalls, 'standardOriginal' | 'sameFormStandards' | 'takeCorrections'>;

/** What standards were made from: to be looked at again, and to read the next table of the same form by. */
export function originalHandlers({ imports, standards, originals }: Ports): HandlersFor<Calls> {
  return {
    standardOriginal: async ({ id }) => {
      const { tables, state, keptOn } = await originals.find(id);
      const isSame = isMadeOf(await standards.find(id), { state });
      return { tables, state, keptOn, isSame };
    },

    sameFormStandards: async ({ importId }) => {
      const { tables } = await imports.sessions.get(importId);
      const { standards: known } = await standards.library();
      const same = await originals.ofSameForm(tables);
      const found = same.flatMap((id) => known.find(({ standard }) => standard.id === id)?.standard ?? []);
      return { standards: found.map(({ id, title, edition }) => ({ id, title, edition })) };
    },
    takeCorrections: async ({ importId, standard }) => {
      const session = await imports.sessions.get(importId);
      const before = await originals.find(standard);
      let told: Pick<TakenOver, 'kept' | 'left'> = { kept: 0, left: [] };
      await session.document.change(`corrections of ${standard}`, (current) => {
        const taken = takenOver(session.tables, current, before);
        if (!taken) throw otherForm();
        told = { kept: taken.kept, left: taken.left };
        return taken.state;
      });
      return { ...told, left: [...told.left], saved: session.saved() };
    },
  };
}

function otherForm(): UserError {
  return new UserError({
    code: 'import-other-form',
    message: '这次导入的表格和那份标准的原表各列不同，不能沿用。',
    effect: '这次导入没有改动。',
    remedy: '请在“列”一步核对各列的用途。',
  });
}
