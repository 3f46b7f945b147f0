import * as z from 'zod';
import { ruleSchema } from '../../standard/rules.ts';
import { assertNever } from '../../values/assert-never.ts';
import { patched, patchOf } from '../../values/patch.ts';
import { guessColumns } from '../cells/columns.ts';
import { columnMapSchema } from '../column-map.ts';
import {
  acceptAllSure,
  addItem,
  indent,
  mergeInto,
  move,
  nodePatchSchema,
  outdent,
  remove,
  setRule,
  split,
  update,
} from '../draft/draft-edits.ts';
import { capSchema, capSideSchema, withCap } from '../draft/block-caps.ts';
import { changeKind, typeOver, withProposals } from '../draft/node-edits.ts';
import type { SourceTable } from '../source-table.ts';
import { nodeFields, type StandardDraft } from '../standard-draft.ts';
import { withLook } from './compare.ts';
import { readAnew, readKeeping } from './import-state.ts';
import { type IdentityDraft, identityDraftSchema, IMPORT_STEPS, type ImportState } from './schema.ts';

const id = z.string().min(1);

/** Everything that a clerk changes in the draft; each is one step of undo. `id`: of a node. */
const draftEdits = [
  /** Typed over; a rule that was not taken yet follows the text. */
  z.object({ kind: z.literal('typeOver'), id, fields: nodePatchSchema }),
  /** Decided as it stands. */
  z.object({ kind: z.literal('setFields'), id, fields: nodePatchSchema }),
  z.object({ kind: z.literal('changeKind'), id, to: nodeFields.kind }),
  z.object({ kind: z.literal('setRule'), id, rule: ruleSchema }),
  z.object({ kind: z.literal('acceptAllSure') }),
  /** At an offset into the criterion. */
  z.object({ kind: z.literal('split'), id, at: z.int().min(0) }),
  /** `parent` absent: to the top. */
  z.object({ kind: z.literal('move'), id, parent: id.optional(), index: z.int().min(0) }),
  /** An empty item; `parent` absent: at the top. */
  z.object({ kind: z.literal('addItem'), parent: id.optional(), index: z.int().min(0) }),
  z.object({ kind: z.literal('indent'), id }),
  z.object({ kind: z.literal('outdent'), id }),
  z.object({ kind: z.literal('merge'), id, into: id }),
  z.object({ kind: z.literal('remove'), id }),
  /** Of all entries of a side together; null: none. */
  z.object({ kind: z.literal('setCap'), side: capSideSchema, cap: capSchema }),
  /** The tables, read by the columns as they are set: another draft in place of this one; `keep`: with what was put right by hand. */
  z.object({ kind: z.literal('readAnew'), keep: z.boolean().optional() }),
] as const;

/** Everything that can be changed in an import. */
export const importEditSchema = z.discriminatedUnion('kind', [
  ...draftEdits,
  /** A row, or the cap of a block, was found to be as in the original, or not; neither: what holds for the whole. */
  z.object({
    kind: z.literal('look'),
    id: id.optional(),
    cap: capSideSchema.optional(),
    isLooked: z.boolean(),
  }),
  z.object({ kind: z.literal('goTo'), step: z.enum(IMPORT_STEPS) }),
  z.object({ kind: z.literal('takeTable'), table: z.string(), isTaken: z.boolean() }),
  /** Of another form than what was taken over: whether it is to be taken was looked at. */
  z.object({ kind: z.literal('lookAtTable'), table: z.string() }),
  z.object({ kind: z.literal('setColumns'), table: z.string(), map: columnMapSchema }),
  /** Unit categories that a table is for; none: all. */
  z.object({ kind: z.literal('setUnits'), table: z.string(), categories: z.array(z.string()) }),
  /** Some fields; null clears one that may be absent. */
  z.object({ kind: z.literal('setIdentity'), identity: patchOf(identityDraftSchema.shape) }),
]);
export type ImportEdit = z.output<typeof importEditSchema>;
type IdentityPatch = Extract<ImportEdit, { kind: 'setIdentity' }>['identity'];
type DraftEdit = Exclude<ImportEdit, { kind: 'readAnew' }> & z.output<(typeof draftEdits)[number]>;

/** Applies one edit. Pure: the tables are what was read from the file, and never change. */
export function applyImportEdit(
  state: ImportState,
  edit: ImportEdit,
  { tables }: { readonly tables: readonly SourceTable[] },
): ImportState {
  switch (edit.kind) {
    case 'goTo':
      return { ...state, step: edit.step };
    case 'takeTable': {
      const table = tables.find((each) => each.id === edit.table);
      const chosen = tables
        .map((each) => each.id)
        .filter((each) => (each === edit.table ? edit.isTaken : state.chosen.includes(each)));
      const taken = { ...lookedAt(state, edit.table), chosen };
      if (!table || state.maps[table.id]) return taken;
      return { ...taken, maps: { ...state.maps, [table.id]: guessColumns(table) } };
    }
    case 'lookAtTable':
      return lookedAt(state, edit.table);
    case 'setColumns':
      return { ...state, maps: { ...state.maps, [edit.table]: edit.map } };
    case 'setUnits':
      return { ...state, appliesTo: { ...state.appliesTo, [edit.table]: edit.categories } };
    case 'setIdentity':
      return { ...state, identity: identityAfter(state.identity, edit.identity) };
    case 'readAnew':
      return edit.keep ? readKeeping(tables, state) : { ...state, ...readAnew(tables, state), edited: false };
    case 'look':
      return withLook(state, edit, edit.isLooked);
    default: {
      if (!state.draft) return state;
      const draft = draftAfter(state.draft, edit);
      return draft === state.draft ? state : { ...state, edited: true, draft };
    }
  }
}

function lookedAt({ unlike, ...state }: ImportState, table: string): ImportState {
  const rest = unlike?.filter((id) => id !== table) ?? [];
  return rest.length > 0 ? { ...state, unlike: rest } : state;
}

/** What a reference standard says of itself is not said of the text that its copy is to become. */
function identityAfter(identity: IdentityDraft, patch: IdentityPatch): IdentityDraft {
  const leaves = identity.authority === 'reference' && (patch.authority ?? 'reference') !== 'reference';
  const bare = leaves ? { ...identity, issuer: '', statement: '', notes: [] } : identity;
  return patched(bare, patch);
}

function draftAfter(draft: StandardDraft, edit: DraftEdit): StandardDraft {
  switch (edit.kind) {
    case 'typeOver':
      return typeOver(draft, edit.id, edit.fields);
    case 'setFields':
      return update(draft, edit.id, edit.fields);
    case 'changeKind':
      return changeKind(draft, edit.id, edit.to);
    case 'setRule':
      return setRule(draft, edit.id, edit.rule);
    case 'acceptAllSure':
      return acceptAllSure(draft);
    case 'split':
      return withProposals(split(draft, edit.id, edit.at));
    case 'move':
      return withProposals(move(draft, edit.id, edit.parent, edit.index));
    case 'addItem':
      return withProposals(addItem(draft, edit.parent, edit.index));
    case 'indent':
      return withProposals(indent(draft, edit.id));
    case 'outdent':
      return withProposals(outdent(draft, edit.id));
    case 'merge':
      return withProposals(mergeInto(draft, edit.id, edit.into));
    case 'remove':
      return withProposals(remove(draft, edit.id));
    case 'setCap':
      return withCap(draft, edit.side, edit.cap ?? undefined);
    default:
      return assertNever(edit);
  }
}
