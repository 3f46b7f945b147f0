import { MAX_POINTS, showPoints } from '../../../shared/values/points.ts';
import type { AdjustmentBlockResult, VetoResult } from '../../../shared/scoring/types.ts';
import { placeOf } from '../../../shared/standard/places.ts';
import type { AdjustmentBlock } from '../../../shared/standard/schema.ts';
import { allowPoints, type Cursor, putPlaced, putSum } from './score-cursor.ts';
import { number, type Span, sumFormula, unlessEmpty, VETO_NO, VETO_YES } from './score-formulas.ts';
import { letter } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';

/** Writes the bonus or penalty block and answers the row of its subtotal. */
export function putBlock(
  cursor: Cursor,
  kind: '加分' | '减分项',
  block: AdjustmentBlock | undefined,
  result: AdjustmentBlockResult | undefined,
): number | undefined {
  if (block === undefined || result === undefined) return undefined;
  const limit = block.cap === undefined ? '' : `（最多${showPoints(block.cap)}分）`;
  const place = blockPath(cursor, kind, `${block.title}${limit}`);
  const first = cursor.row;
  for (const entry of result.entries) {
    const rule = block.entries.find(({ code }) => code === entry.code);
    const cap = rule?.cap;
    const row = putPlaced(cursor, place, {
      code: entry.code,
      title: entry.title,
      criterion: rule?.criterion ?? '',
      explanation: entry.explanation,
      full: cap === undefined ? ['不限', STYLES.centre] : [cap / 100, STYLES.points],
      self: [entry.score / 100, STYLES.points],
      verified: [undefined, STYLES.points],
    });
    allowPoints(cursor, row, 0, cap ?? block.cap ?? MAX_POINTS);
  }
  const span: Span = [first, cursor.row - 1];
  return putSum(cursor, `${kind}小计${limit}`, place, (column, part) => {
    if (part === 'full') return block.cap === undefined ? '不限' : block.cap / 100;
    const sum = sumFormula(column, [span], []);
    const formula = block.cap === undefined ? sum : `MIN(${number(block.cap)},${sum})`;
    return part === 'self'
      ? { formula, result: result.score / 100 }
      : { formula: unlessEmpty(column, [span], formula), result: '' };
  });
}

const VETO_EFFECTS: Record<VetoResult['effect'], string> = {
  totalZero: '存在的，总分计0分',
  notEligible: '存在的，不得推荐',
  notRated: '存在的，不得评优',
};
export const VETO_ANSWERS: Record<VetoResult['state'], string> = {
  unanswered: '未录入',
  clear: VETO_NO,
  applies: VETO_YES,
};

/** Writes the vetoes and answers their rows, in the report's order. */
export function putVetoes(cursor: Cursor): readonly number[] {
  const { report, standard } = cursor.context;
  return report.vetoes.map((veto) => {
    const row = putPlaced(cursor, blockPath(cursor, '一票否决', ''), {
      code: veto.code,
      title: veto.title,
      criterion: placeOf(standard, veto.code)?.criterion ?? '',
      explanation: VETO_EFFECTS[veto.effect],
      full: ['—', STYLES.centre],
      self: [VETO_ANSWERS[veto.state], veto.state === 'clear' ? STYLES.centre : STYLES.alert],
      verified: [undefined, STYLES.centre],
    });
    cursor.sheet.dataValidations.add(`${letter(cursor.layout.at.verified)}${row}`, {
      type: 'list',
      formulae: [`"${VETO_YES},${VETO_NO}"`],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '一票否决',
      error: `请填“${VETO_YES}”或“${VETO_NO}”`,
    });
    return row;
  });
}

/** A block stands where sections stand: its kind beside its title, or the title alone in a single column. */
function blockPath({ layout }: Cursor, kind: string, title: string) {
  const outer = { code: kind, title: layout.sections === 1 && title !== '' ? title : kind };
  return layout.sections === 1 ? [outer] : [outer, { code: kind, title }];
}
