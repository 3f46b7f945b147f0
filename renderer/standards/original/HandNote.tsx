import { ruleWords } from '../../../shared/standard/rules.ts';
import { VETO_EFFECT_LABELS } from '../../../shared/standard/schema.ts';
import { capWords } from '../../../shared/tables/draft/block-caps.ts';
import { entryWords } from '../../../shared/tables/draft/entry-words.ts';
import type { ByHand } from '../../../shared/tables/import/by-hand.ts';
import { type Field, FIELD_NAMES } from '../../../shared/tables/import/corrections.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { KIND_LABELS } from '../draft-rows.ts';
import type { OriginalRow } from './use-rows.ts';
import './original.css';

interface Props {
  readonly row: OriginalRow;
  readonly hand: ByHand | undefined;
}

/** What a clerk put in place of what was read from the table: how it was read. */
export function HandNote({ row: { key, node, cap }, hand }: Props) {
  if (!node && !cap && hand?.line) {
    const { was } = hand.line;
    const read =
      was === undefined ? '原文里没有读到推荐分数线' : `原文读作：推荐分数线 ${showPoints(was)} 分`;
    return <p className="original-hand-note">手工改过。{read}</p>;
  }
  if (cap && hand?.caps.has(cap.side))
    return (
      <p className="original-hand-note">手工改过。原表读作：{capWords(cap.side, hand.caps.get(cap.side))}</p>
    );
  const other = hand?.changed.get(key);
  if (other) {
    const words = other.fields.flatMap((field) => readAs(other.was, field) ?? []);
    return (
      <p className="original-hand-note">手工改过{words.length > 0 && `。原表读作：${words.join('；')}`}</p>
    );
  }
  if (hand?.added.has(key)) return <p className="original-hand-note">手工加的，不是从原表读出的。</p>;
  return null;
}

/** Undefined for what has no words. */
function readAs(was: DraftNode, field: Field): string | undefined {
  const name = FIELD_NAMES[field];
  if (name === undefined) return undefined;
  const value = valueOf(was, field);
  return `${name}${value === '' ? '没有' : ` ${value}`}`;
}

/** False where the table names no points: those that it would be saved with are not what was read. */
function hasPoints({ adjustment, fullScore }: DraftNode): boolean {
  return adjustment !== undefined && ((adjustment.options ?? []).length > 0 || fullScore !== undefined);
}

function valueOf(was: DraftNode, field: Field): string {
  switch (field) {
    case 'kind':
      return KIND_LABELS[was.kind];
    case 'fullScore':
      return was.fullScore === undefined ? '' : `${showPoints(was.fullScore)} 分`;
    case 'weight':
      return was.weight === undefined ? '' : `${showPoints(was.weight)}%`;
    case 'proposal':
      return was.proposal ? ruleWords(was.proposal.rule) : '';
    case 'evidence':
    case 'methods':
    case 'appliesTo':
      return was[field].join('、');
    case 'adjustment':
      return hasPoints(was) ? entryWords(was) : '';
    case 'vetoEffect':
      return VETO_EFFECT_LABELS[was.vetoEffect ?? 'notEligible'];
    case 'code':
    case 'title':
    case 'criterion':
    case 'department':
    case 'deadline':
    case 'note':
      return was[field];
    default:
      return '';
  }
}
