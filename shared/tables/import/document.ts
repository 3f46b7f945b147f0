import type { DocumentKind } from '../../document.ts';
import { assertNever } from '../../values/assert-never.ts';
import { patchedFields } from '../../values/patch.ts';
import { find } from '../draft/draft-edits.ts';
import type { SourceTable } from '../source-table.ts';
import { applyImportEdit, type ImportEdit, importEditSchema, withDraft } from './edits.ts';
import { type ImportState, importStateSchema } from './schema.ts';
import { IMPORT_WORDS } from './words.ts';

/** What the edits of an import are judged by: the tables as they were read from the file. */
export interface ImportContext {
  readonly tables: readonly SourceTable[];
}

/** <id>.json in 导入中: an import, or the editing of a copied standard. Undo is about the draft alone. */
export const importDocument: DocumentKind<ImportState, ImportEdit, ImportContext> = {
  file: 'import',
  migrations: {},
  schema: importStateSchema,
  edit: importEditSchema,
  words: IMPORT_WORDS,
  check: (_, edit, { tables }) =>
    'table' in edit && !tables.some(({ id }) => id === edit.table) ? '导入的文件里没有这张表' : undefined,
  apply: (state, edit, context) => applyImportEdit(state, edit, context),
  replaces,
  describe: ({ kind }) => kind,
  goBack: (target, current) => withDraft(current, target.draft),
  isStep: (before, after) => before.draft !== undefined && before.draft !== after.draft,
};

function replaces(
  { draft, step, chosen, maps, appliesTo, identity, draftKey }: ImportState,
  edit: ImportEdit,
) {
  const node = (id: string) => find(draft?.nodes ?? [], id);
  switch (edit.kind) {
    case 'goTo':
      return step;
    case 'takeTable':
      return chosen.includes(edit.table);
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
    case 'acceptAllSure':
      return draft?.nodes.length;
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
