import { MAX_POINTS, type Points, showPoints } from '../../../shared/values/points.ts';
import type { AdjustmentBlockResult, VetoResult } from '../../../shared/scoring/types.ts';
import { placeOf } from '../../../shared/standard/places.ts';
import type { Adjustment, AdjustmentBlock } from '../../../shared/standard/schema.ts';
import { vetoHeading, vetoOrigin, vetoSentence } from '../../../shared/standard/own-words.ts';
import { allowPoints, wordsOf, type Cursor, putPlaced, putSum } from './score-cursor.ts';
import type { ScoreLine } from './score-rows.ts';
import { number, type Span, sumFormula, unlessEmpty, VETO_NO, VETO_YES } from './score-formulas.ts';
import { letter, type StyledValue } from '../sheets/sheet.ts';
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
  for (const [index, entry] of result.entries.entries()) {
    const rule = block.entries.find(({ code }) => code === entry.code);
    const line: ScoreLine = {
      code: entry.code,
      title: entry.title,
      ...wordsOf(cursor, entry.code),
      explanation: entry.explanation,
      full: maximumCell(rule, block),
      self: [entry.score / 100, STYLES.points],
      verified: [undefined, STYLES.points],
    };
    const row = putPlaced(cursor, place, line, index === result.entries.length - 1 ? 1 : 0);
    allowPoints(cursor, row, 0, (rule && maximumOf(rule, block)) ?? MAX_POINTS);
  }
  const span: Span = [first, cursor.row - 1];
  const most = blockMaximum(block);
  return putSum(cursor, `${kind}小计${limit}`, place, (column, part) => {
    if (part === 'full') return most === undefined ? '—' : most / 100;
    const sum = sumFormula(column, [span], []);
    const formula = block.cap === undefined ? sum : `MIN(${number(block.cap)},${sum})`;
    return part === 'self'
      ? { formula, result: result.score / 100 }
      : { formula: unlessEmpty(column, [span], formula), result: '' };
  });
}

/** The most that an entry can bring, hundredths; undefined where it may be claimed again and again without a cap. */
function maximumOf({ cap, counting, options }: Adjustment, block: AdjustmentBlock): Points | undefined {
  const highest = Math.max(...options.map(({ points }) => points));
  const bounds = [cap, counting === 'highest' ? highest : undefined, block.cap].filter(
    (each) => each !== undefined,
  );
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

function maximumCell(entry: Adjustment | undefined, block: AdjustmentBlock): StyledValue {
  if (entry === undefined) return ['—', STYLES.centre];
  const most = maximumOf(entry, block);
  if (most !== undefined) return [most / 100, STYLES.points];
  const each = Math.max(...entry.options.map(({ points }) => points));
  return [`每次${showPoints(each)}`, STYLES.centre];
}

function blockMaximum(block: AdjustmentBlock): Points | undefined {
  if (block.cap !== undefined) return block.cap;
  return block.entries.reduce<Points | undefined>((sum, entry) => {
    const most = maximumOf(entry, block);
    return sum === undefined || most === undefined ? undefined : sum + most;
  }, 0);
}

export const VETO_ANSWERS: Record<VetoResult['state'], string> = {
  unanswered: '未录入',
  clear: VETO_NO,
  applies: VETO_YES,
};

/** Writes the vetoes and answers their rows, in the report's order. */
export function putVetoes(cursor: Cursor): readonly number[] {
  const { report, standard } = cursor.context;
  return report.vetoes.map((veto) => {
    const place = placeOf(standard, veto.code);
    const origin = vetoOrigin(standard, { own: veto.own, basis: [...(place?.basis ?? [])] });
    const row = putPlaced(cursor, blockPath(cursor, vetoHeading(standard), ''), {
      code: veto.code,
      title: veto.title,
      ...wordsOf(cursor, veto.code),
      below: '',
      explanation: `${vetoSentence(standard, veto)}。\n出处：${origin}`,
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
      errorTitle: '否决事项',
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
