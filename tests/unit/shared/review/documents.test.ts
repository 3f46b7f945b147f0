import { expect, it } from 'vitest';
import { isStale } from '../../../../shared/document.ts';
import { type DeskEdit, deskEditSchema } from '../../../../shared/review/desk-edits.ts';
import { deskDocument } from '../../../../shared/review/documents.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';
import { deskOf, keyOf, NOW } from './fixtures.ts';

/** The same edit, of one package or of another. */
const EDITS: readonly ((key: string) => unknown)[] = [
  (key) => ({ kind: 'choose', choice: { key, reason: '区域' } }),
  (key) => ({ kind: 'unchoose', key }),
  (key) => ({ kind: 'adjustRank', adjustment: { key, place: 3, reason: '并列' } }),
  (key) => ({ kind: 'clearRank', key }),
  (key) => ({ kind: 'acceptPackage', acceptance: { key, reason: '另行核实' } }),
  (key) => ({ kind: 'withdrawAcceptance', key }),
];

it.each(EDITS.map((edit) => [(edit('') as DeskEdit).kind, edit] as const))(
  'sees that a %s is stale by what was done to its own package, not to another',
  (_, made) => {
    const [one, other] = [keyOf('甲'), keyOf('乙')];
    const edit = deskEditSchema.parse(made(one));
    const keys = new Set([one, other]);
    const standard = officialOf(standardOf());
    const before = [one, other].reduce(
      (desk, key) =>
        EDITS.map((each) => deskEditSchema.parse(each(key)))
          .filter(({ kind }) => ['choose', 'adjustRank', 'acceptPackage'].includes(kind))
          .reduce(
            (at, each) => deskDocument.apply(at, withReason(each, '先前'), { keys, standard }, NOW),
            desk,
          ),
      deskOf(),
    );
    const base = deskDocument.replaces(before, edit);
    const stale = (by: DeskEdit): boolean =>
      isStale(deskDocument, deskDocument.apply(before, by, { keys, standard }, NOW), { edit, base });
    expect(base).toMatchObject({ key: one });
    expect(isStale(deskDocument, before, { edit, base })).toBe(false);
    expect(stale(edit)).toBe(true);
    expect(stale(deskEditSchema.parse(made(other)))).toBe(false);
  },
);

function withReason(edit: DeskEdit, reason: string): DeskEdit {
  if (edit.kind === 'choose') return { ...edit, choice: { ...edit.choice, reason } };
  if (edit.kind === 'adjustRank') return { ...edit, adjustment: { ...edit.adjustment, reason } };
  return edit.kind === 'acceptPackage' ? { ...edit, acceptance: { ...edit.acceptance, reason } } : edit;
}
