import { type CampaignDraftEdit } from '../../../../shared/campaign/draft/edits.ts';
import { fieldOf } from '../../../../shared/campaign/draft/finding.ts';
import { newRow } from '../../../../shared/campaign/draft/rows.ts';
import type { CampaignDraft, ListName, RowOf, TermName } from '../../../../shared/campaign/draft/schema.ts';
import { useCampaignDraft } from '../../../state/campaign-store.ts';

/** The draft at hand; only parts of the editor may ask. */
export function useDraft(): CampaignDraft {
  const open = useCampaignDraft((store) => store.open);
  if (!open) throw new Error('No campaign is open');
  return open.value;
}

const edit = (change: CampaignDraftEdit): Promise<boolean> => useCampaignDraft.getState().edit(change);

/** The fields of one part of the draft, and how they are changed. */
export interface Part<Fields extends object> {
  readonly value: Fields;
  readonly set: (fields: Partial<Fields>) => Promise<boolean>;
  /** Names a field of it, for findings and labels. */
  readonly id: (name: keyof Fields & string) => string;
}

export function useHead(): Part<CampaignDraft> {
  const value = useDraft();
  return { value, id: (name) => name, set: (fields) => edit({ kind: 'setHead', fields }) };
}

export function useTerm<Name extends TermName>(term: Name): Part<CampaignDraft[Name]> {
  const value = useDraft()[term];
  return {
    value,
    id: (name) => fieldOf(term, name),
    // A term and its fields belong together; TypeScript cannot follow that through the union.
    set: (fields) => edit({ kind: 'setTerm', term, fields } as unknown as CampaignDraftEdit),
  };
}

export function partOfRow<List extends ListName>(list: List, row: RowOf<List>): Part<RowOf<List>> {
  return {
    value: row,
    id: (name) => fieldOf(list, row.code, name),
    set: (fields) => edit({ kind: 'setRow', list, code: row.code, fields } as unknown as CampaignDraftEdit),
  };
}

/** Answers the code of the new line; `fields`: what is in it already. */
export function addRow(list: ListName, draft: CampaignDraft, fields: object = {}): string {
  const row = { ...newRow(draft, list), ...fields };
  void edit({ kind: 'addRow', list, row } as unknown as CampaignDraftEdit);
  return row.code;
}

export function removeRow(list: ListName, code: string): void {
  void edit({ kind: 'removeRow', list, code });
}

export function moveUp(list: ListName, code: string): void {
  void edit({ kind: 'moveUp', list, code });
}
