import { saysHeader } from '../cells/column-facts.ts';
import type { Grid } from '../cells/grid.ts';
import { headerMeaning } from '../cells/header-names.ts';
import { isVetoHeading, namesBlock, sideOf, vetoEffectOf } from '../cells/sides.ts';
import type { ColumnMap } from '../column-map.ts';
import { squeeze } from '../rule-text/compact.ts';
import { saysEntry } from './block-rows.ts';
import type { RowFacts } from './row-facts.ts';

const WORD = '(?:小计|合计|总计|共计|总分值?|总得分|分值合计|(?<![得计给记])满分)';
const TAIL = '(?:[:(分)\\d.值一二三四五六七八九十]|得分)*$';
/** 合计, 环境卫生小计（30分）. */
const SUM = new RegExp(`^[^,。;(]{0,12}?${WORD}${TAIL}`);
/** A sum beside a name: 环境卫生 | 小计. */
const BARE_SUM = new RegExp(`^(?:[本以该各][项页表上部分]*|分值|[大小]项|[一二三]级指标)?${WORD}${TAIL}`);

/** A 小计 / 合计 row: its label, or undefined. A criterion that ends in 得满分 or 合计 is none. */
export function sumLabel(facts: RowFacts): string | undefined {
  const cells = facts.text.split(' | ').map(squeeze);
  const [first = ''] = cells;
  const criterion = squeeze(facts.texts.criterion);
  // 总分 | 100 | 85分以上为合格: what stands beside the sum is a remark.
  const isSum = first.length <= 16 && SUM.test(first) && facts.score.kind === 'points';
  if (isSum && !(ACTION.test(criterion) && !BARE_SUM.test(first))) return first;
  if (criterion.length > 12) return undefined;
  const label = cells.find((text) => text.length <= 16 && SUM.test(text));
  if (label === undefined || label === first || BARE_SUM.test(label)) return label;
  // 环境卫生 | 环境卫生小计 | 30, but not 测评 | 20 | 测评总分.
  return label !== criterion && cells.some((text) => text !== label && label.startsWith(text))
    ? label
    : undefined;
}

/** Points given or taken: 未到位扣10分, 达标得满分. */
export const ACTION = /[扣加减得计给]\s*(?:\d|满分|[一二三四五六七八九十半]+分)|不得分/;

/** A row of column marks below the header: 甲 | 乙 | 1 | 2. */
export function marksColumns(grid: Grid, row: number): boolean {
  const marks = grid.cellsIn(row).map(({ text }) => squeeze(text));
  return (
    marks.length > 2 &&
    marks.every((mark) => /^(?:[甲乙丙丁戊己庚辛]|\(?\d\)?|[A-H])$/.test(mark)) &&
    new Set(marks).size === marks.length &&
    (/[甲乙]/.test(marks.join('')) || marks.every((mark, i) => mark.replace(/[()]/g, '') === String(i + 1)))
  );
}

/** A header repeated further down the page; `goesOn`: the row above is one. */
export function repeatsHeader(
  grid: Grid,
  map: ColumnMap,
  row: number,
  { goesOn }: { readonly goesOn: boolean },
): boolean {
  const own = grid.cellsIn(row);
  if (map.headerTo === map.headerFrom || own.length === 0) return false;
  for (let header = map.headerFrom; header < map.headerTo; header += 1) {
    const same = own.filter(
      ({ column, text }) => squeeze(grid.textAt(header, column)) === squeeze(text),
    ).length;
    if (same === own.length && (same >= 2 || goesOn)) return true;
  }
  if (own.length > 2 && saysHeader(grid, row, map.headerFrom, map.headerTo)) return true;
  // 序号 | 情形 over the rows of another block: no name of a row.
  const [lead, ...beside] = own;
  if (lead && squeeze(lead.text) === '序号' && beside.every(({ text }) => headerMeaning(text) !== undefined))
    return true;
  const words = own.filter(
    ({ text }) => headerMeaning(text) !== undefined && squeeze(text).length <= 8,
  ).length;
  const isExact = own.every(({ text }) =>
    /^(?:序号|指标|[一二三四]级指标|考核(?:项目|内容|指标)|评分(?:标准|细则)|分值|得分|备注|自评分)$/.test(
      squeeze(text),
    ),
  );
  return words === own.length && own.length >= 3 && isExact;
}

const NOTE =
  /^\(?(?:注\d?|备注|说明|附(?!加)|填表(?:说明|人)|考核说明|评分说明|有关说明|※|\*|★|单位[(:]|填报|制表|考核(?:组|人员?|单位)?(?:签[字名]|\(盖章)|被考核单位|负责人|年月日)/;

/** （本部分扣完为止，不计负分） alone in its row. */
const IN_BRACKETS =
  /^[(（](?=[^()（）]{4,}[)）]$)(?![^()（）]*[\d.]\s*分[)）]$)(?![^()（）]*(?:否决|加分|扣分)[)）]?$)/;

/** What a form says at its foot, in the first of its cells. */
const FOOT =
  /^(?:注|备注|说明|附注|(?:填表|考核|评分|评审|使用|计分|检查|验收|有关)说明|(?:计算|计分)(?:方法|公式)|得分率|(?:等级|等次|档次)(?:评定|标准|划分)?|评定等[级次]|(?:考核|考评|检查|评定|验收|评审)(?:小?组)?(?:结果|结论|意见|等次|等级|小组|组成员|人员?)|结果(?:运用|应用)|处罚措施|被(?:考核|检查|评)(?:单位|人)|(?:考核|检查)(?:时间|日期))[:：]?$/;

/** What a filled form says of its own score. */
const FILLED = /^(?:自评|自查|考核|考评|评审|复核|审核|核定|实际?|最[后终]|加权)?得分[:：]?$/;

function isFilled({ text }: RowFacts): boolean {
  return FILLED.test(squeeze(text.split(' | ')[0] ?? ''));
}

/** 注：… below or above the table. */
export function isNote(facts: RowFacts): boolean {
  const first = squeeze(facts.text.split(' | ')[0] ?? '');
  if (isSignature(facts) || /^(?:折算|换算)/.test(first)) return true;
  if (FOOT.test(first) && (facts.score.kind !== 'points' || facts.score.percent)) return true;
  if (facts.alone && IN_BRACKETS.test(facts.alone.text.trim()) && facts.score.kind === 'blank') return true;
  if (facts.alone) return NOTE.test(squeeze(facts.alone.text)) && !facts.numbering;
  return /^(?:注|备注|说明|附注)[:]?$/.test(first) && facts.score.kind === 'blank';
}

/** 评审人签字： 日期： at the foot of a form. */
function isSignature({ text, score, texts: { criterion } }: RowFacts): boolean {
  const plain = squeeze(text);
  return (
    (score.kind === 'blank' || score.kind === 'unread') &&
    criterion.length < 20 &&
    plain.length < 60 &&
    /签[字名章]?[:]|\(盖章\)|盖章[:]|(?:填表|制表|审核|评审|检查|考核|验收|评分|被检查?)人(?:员|签名)?[:]|(?:检查|考核|验收|评定)(?:结果|结论|意见)[:]|日期[:]|年月日$/.test(
      plain,
    )
  );
}

/** Indexes of the rows below the last scored one that are remarks: not vetoes, cases of one, or 加分：…. */
export function tailOf(body: readonly RowFacts[]): Set<number> {
  const tail = new Set<number>();
  for (let i = body.length - 1; i >= 0; i -= 1) {
    const facts = body[i];
    if (facts && isFilled(facts)) tail.add(i);
    else if (facts && sumLabel(facts) === undefined && !isNote(facts)) break;
  }
  const last = body.findLastIndex(
    (facts, i) => !tail.has(i) && !facts.alone && sumLabel(facts) === undefined && !isNote(facts),
  );
  let heading: RowFacts | undefined;
  let afterNote = false;
  for (let i = last + 1; i < body.length; i += 1) {
    const facts = body[i];
    if (!facts || sumLabel(facts) !== undefined) continue;
    if (isNote(facts)) {
      afterNote = true;
      continue;
    }
    if (!facts.alone?.leads && !afterNote) continue;
    const { text } = facts;
    const isCase =
      facts.numbering !== undefined &&
      heading !== undefined &&
      facts.numbering.rank !== heading.numbering?.rank;
    const isEntry =
      vetoEffectOf(text) !== undefined ||
      /^(?:加分|扣分|奖励|附加分)[^:：]{0,6}[:：]/.test(text) ||
      (sideOf(text) !== undefined && facts.isAcross) ||
      (namesBlock(text) && saysEntry(body[i + 1]?.alone?.text ?? '')) ||
      /(?:加|扣|减|奖励?)\s*[\d.]+(?:\s*[-~～—至到]+\s*[\d.]+)?\s*分[。）)]?$/.test(text) ||
      isCase;
    if (!isEntry || (afterNote && vetoEffectOf(text) === undefined)) tail.add(i);
    if (isVetoHeading(text)) heading = facts;
    else if (!isCase) heading = undefined;
  }
  return tail;
}
