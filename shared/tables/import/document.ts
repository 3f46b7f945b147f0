import type { DocumentKind } from '../../document.ts';
import { assertNever } from '../../values/assert-never.ts';
import { patchedFields } from '../../values/patch.ts';
import { capOf } from '../draft/block-caps.ts';
import { find } from '../draft/nodes.ts';
import type { SourceTable } from '../source-table.ts';
import { applyImportEdit, type ImportEdit, importEditSchema } from './edits.ts';
import { readingKey } from './import-state.ts';
import { importMerging } from './merging.ts';
import { IMPORT_VERSION, type ImportState, importStateSchema } from './schema.ts';
import { withoutOneTick, withoutTicksOfCapped, withRowsOfSums } from './migrations.ts';
import { IMPORT_WORDS } from './words.ts';

/** What the edits of an import are judged by: the tables as they were read from the file. */
export interface ImportContext {
  readonly tables: readonly SourceTable[];
}

/**
 * <id>.json in 导入中: an import, or the editing of a copied standard. Undo is about the draft, what was found to be as in the
 * original, and what the standard says of itself: a tick never outlives the rows that it was given for.
 */
export const importDocument: DocumentKind<ImportState, ImportEdit, ImportContext> = {
  file: 'import',
  version: IMPORT_VERSION,
  // Since 4 rows are compared one by one, since 6 tables that another form had not are named, and a sum may
  // begin in a table before its own; since 7 the cap of a block is looked at by itself.
  migrations: {
    ...{ 1: withoutOneTick, 2: withRowsOfSums },
    ...{ 3: (stored) => stored, 4: (stored) => stored, 5: (stored) => stored },
    6: withoutTicksOfCapped,
  },
  bare: (stored) => ({ ...(stored as object), version: 1 }),
  schema: importStateSchema,
  edit: importEditSchema,
  words: IMPORT_WORDS,
  check,
  apply: (state, edit, context) => applyImportEdit(state, edit, context),
  replaces,
  describe: ({ kind }) => kind,
  goBack,
  merging: importMerging,
  isStep: (before, after) =>
    before.draft !== undefined &&
    (before.draft !== after.draft || before.looked !== after.looked || before.identity !== after.identity),
};

/**
 * A draft goes back with what it was read by: of other columns than are set now it is another reading. Such a one was
 * chosen by hand over the reading by these columns.
 */
function goBack(
  { draft, draftKey, edited, looked, identity }: ImportState,
  current: ImportState,
): ImportState {
  return {
    ...current,
    draft,
    draftKey,
    looked,
    identity,
    edited: edited || draftKey !== readingKey(current),
  };
}

/** What an edit is about may be gone: removed, merged or read anew in another window. */
function check({ draft }: ImportState, edit: ImportEdit, { tables }: ImportContext): string | undefined {
  if ('table' in edit && !tables.some(({ id }) => id === edit.table)) return '导入的文件里没有这张表';
  if (edit.kind === 'readAnew' && tables.length === 0) return '复制来的标准没有可以重新读取的表格';
  const ids = [
    'id' in edit ? edit.id : undefined,
    'into' in edit ? edit.into : undefined,
    'parent' in edit ? edit.parent : undefined,
  ];
  const isGone = ids.some((id) => id !== undefined && !find(draft?.nodes ?? [], id));
  return isGone ? '结构里已经没有这一条，可能在别处删除或合并了' : undefined;
}

function replaces({ draft, chosen, maps, appliesTo, identity, draftKey }: ImportState, edit: ImportEdit) {
  const node = (id: string) => find(draft?.nodes ?? [], id);
  switch (edit.kind) {
    case 'takeTable':
      return chosen.includes(edit.table);
    case 'goTo':
    case 'lookAtTable':
      return undefined;
    case 'setColumns':
      return maps[edit.table];
    case 'setUnits':
      return appliesTo[edit.table];
    case 'setIdentity':
      return patchedFields(identity, edit.identity);
    case 'readAnew':
      return draftKey;
    case 'typeOver':
    case 'setFields':
      return patchedFields(node(edit.id), edit.fields);
    case 'changeKind':
      return node(edit.id)?.kind;
    case 'setRule':
      return node(edit.id)?.proposal?.rule;
    case 'setCap':
      return draft && capOf(draft, edit.side);
    case 'acceptAllSure':
      return draft?.nodes.length;
    case 'addItem':
    case 'look':
      return undefined;
    case 'split':
      return node(edit.id)?.criterion;
    case 'move':
    case 'indent':
    case 'outdent':
    case 'merge':
    case 'remove':
      return node(edit.id)?.code;
    default:
      return assertNever(edit);
  }
}
