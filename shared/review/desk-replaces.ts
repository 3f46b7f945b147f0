import { assertNever } from '../values/assert-never.ts';
import { isSameName } from '../values/bare-name.ts';
import type { DeskEdit } from './desk-edits.ts';
import type { Desk } from './schema.ts';

/** Packages that must be on the desk; a decision on one that is not can always be taken back. */
export function keysIn(edit: DeskEdit): readonly string[] {
  switch (edit.kind) {
    case 'choose':
      return [edit.choice.key];
    case 'adjustRank':
      return [edit.adjustment.key];
    case 'acceptPackage':
      return [edit.acceptance.key, ...edit.acceptance.instead, ...edit.acceptance.against];
    case 'renameBody':
    case 'place':
    case 'addRoute':
      return edit.keys;
    case 'settlePlacements':
      return edit.placements.map(({ key }) => key);
    case 'correct':
      return [edit.key];
    case 'setTitle':
    case 'setLevel':
    case 'setOffice':
    case 'setBody':
    case 'addBody':
    case 'removeBody':
    case 'takeCampaign':
    case 'uncorrect':
    case 'unchoose':
    case 'clearRank':
    case 'withdrawAcceptance':
      return [];
    default:
      return assertNever(edit);
  }
}

/** What an edit of the desk takes the place of, as whoever makes it sees it. */
export function replacedOnDesk(desk: Desk, edit: DeskEdit): unknown {
  const of = <T extends { key: string }>(list: readonly T[], asked: string) =>
    list.find(({ key }) => key === asked);
  switch (edit.kind) {
    case 'setTitle':
      return desk.title;
    case 'setLevel':
      return desk.level;
    case 'setOffice':
      return desk.office;
    case 'setBody':
      return desk.body;
    case 'addBody':
    case 'removeBody':
      return desk.bodies.some((body) => isSameName(body, edit.body));
    case 'renameBody':
    case 'place':
    case 'addRoute':
      return edit.keys.map((key) => of(desk.placements, key) ?? null);
    case 'settlePlacements':
      return desk.placedBySuperior;
    case 'correct':
    case 'uncorrect':
      return of(desk.corrections, edit.key)?.[edit.field];
    case 'takeCampaign':
      return desk.campaign;
    case 'choose':
      return of(desk.choices, edit.choice.key);
    case 'unchoose':
      return of(desk.choices, edit.key);
    case 'adjustRank':
      return of(desk.adjustments, edit.adjustment.key);
    case 'clearRank':
      return of(desk.adjustments, edit.key);
    case 'acceptPackage':
      return of(desk.acceptances, edit.acceptance.key);
    case 'withdrawAcceptance':
      return of(desk.acceptances, edit.key);
    default:
      return assertNever(edit);
  }
}
