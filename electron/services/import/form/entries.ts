import { formatPoints } from '../../../../shared/values/points.ts';
import { moduleOf, RULE_LABELS } from '../../../../shared/standard/rules.ts';
import type {
  Adjustment,
  AdjustmentBlock,
  EvidenceRequest,
  Item,
  Section,
  Source,
  Standard,
  Veto,
} from '../../../../shared/standard/schema.ts';
import { optionWords } from '../../../../shared/standard/rules/table-words.ts';
import { toLines, toPair } from '../../../../shared/values/cell-lines.ts';

export const ENTRY_SHEET = '评分项';

/** The columns of the sheet 评分项 and their widths in spreadsheet units. */
export const ENTRY_COLUMNS = {
  类型: 9,
  编号: 8,
  名称: 18,
  分值: 7,
  '权重%': 6,
  评分标准: 32,
  评分规则: 10,
  规则内容: 26,
  佐证材料: 16,
  评价方式: 9,
  依据: 14,
  适用单位: 8,
  不适用情形: 10,
  责任部门: 9,
  完成时限: 9,
  备注: 10,
  // Later than the first forms, which end here.
  需要职能: 8,
  不适用依据: 12,
  自拟内容: 12,
  另有规定: 12,
  不适用单位: 8,
} as const;
/** Of a form: those that the first forms have not come last, so that theirs are where they were. */
export const LATER_COLUMNS: readonly string[] = [
  '需要职能',
  '不适用依据',
  '自拟内容',
  '另有规定',
  '不适用单位',
];
export type EntryColumn = keyof typeof ENTRY_COLUMNS;
export type FormRow = Partial<Record<EntryColumn, string>>;

const NUMERALS = '一二三四五六七八九';
export const LEVEL_TYPES = [...NUMERALS].map((numeral) => `${numeral}级指标`);
export const ITEM_TYPE = '评分项';
export const SIDES = {
  bonus: { block: '加分部分', entry: '加分项' },
  penalty: { block: '扣分部分', entry: '扣分项' },
} as const;
export const VETO_TYPE = '否决项';
export const COUNTING = { sum: '累计计分', highest: '只计最高' } as const;
export const EFFECTS = { totalZero: '总分为0', notEligible: '不得推荐', notRated: '不得评优' } as const;

/** 自拟内容 of a veto, which has no sentence of its own. */
export const IS_OWN = '是';

export const TYPE_CHOICES = [
  ...LEVEL_TYPES.slice(0, 4),
  ITEM_TYPE,
  ...Object.values(SIDES).flatMap(({ block, entry }) => [block, entry]),
  VETO_TYPE,
];
export const RULE_CHOICES = [
  ...Object.values(RULE_LABELS),
  ...Object.values(COUNTING),
  ...Object.values(EFFECTS),
];
export const OPTIONAL = '（选备）';
/** What forms of former versions have in its place. */
export const FORMER_OPTIONAL = '（选交）';

/** Each section, item and entry as a row, in the standard's order: the items of a section before its subsections. */
export function entryGrid({ sections, bonus, penalty, vetoes }: Standard): FormRow[] {
  return [
    ...sections.flatMap((section) => sectionRows(section, 0)),
    ...(bonus ? blockRows(bonus, SIDES.bonus) : []),
    ...(penalty ? blockRows(penalty, SIDES.penalty) : []),
    ...vetoes.map(vetoRow),
  ];
}

function sectionRows(section: Section, depth: number): FormRow[] {
  const { code, title, fullScore, weight, note, items, sections } = section;
  const head: FormRow = {
    类型: LEVEL_TYPES[depth] ?? `${depth + 1}级指标`,
    编号: code,
    名称: title,
    分值: fullScore === undefined ? '' : formatPoints(fullScore),
    '权重%': weight === undefined ? '' : formatPoints(weight),
    备注: note ?? '',
  };
  return [head, ...items.map(itemRow), ...sections.flatMap((inner) => sectionRows(inner, depth + 1))];
}

function itemRow(item: Item): FormRow {
  return {
    ...placeRow(item),
    类型: ITEM_TYPE,
    分值: formatPoints(item.fullScore),
    评分规则: moduleOf(item.rule).label,
    规则内容: moduleOf(item.rule).table.write(item.rule),
    佐证材料: evidenceWords(item.evidence),
    评价方式: toLines(item.methods),
    适用单位: toLines(item.appliesTo ?? []),
    不适用情形: item.notApplicableWhen ?? '',
    责任部门: item.department ?? '',
    完成时限: item.deadline ?? '',
    备注: item.note ?? '',
    需要职能: toLines(item.needs ?? []),
    不适用依据: basisWords(item.notApplicableBasis ?? []),
    自拟内容: item.own ?? '',
    不适用单位: toLines(item.notApplicableFor ?? []),
  };
}

function blockRows(
  { title, cap, entries }: AdjustmentBlock,
  types: { readonly block: string; readonly entry: string },
): FormRow[] {
  const head = { 类型: types.block, 名称: title, 分值: cap === undefined ? '' : formatPoints(cap) };
  return [head, ...entries.map((entry) => adjustmentRow(entry, types.entry))];
}

function adjustmentRow(entry: Adjustment, type: string): FormRow {
  return {
    ...placeRow(entry),
    类型: type,
    分值: entry.cap === undefined ? '' : formatPoints(entry.cap),
    评分规则: COUNTING[entry.counting],
    规则内容: optionWords(entry.options),
    佐证材料: evidenceWords(entry.evidence),
    另有规定: entry.consequence ?? '',
    自拟内容: entry.own ?? '',
  };
}

function vetoRow(veto: Veto): FormRow {
  const type = { 类型: VETO_TYPE, 评分规则: EFFECTS[veto.effect] };
  return { ...placeRow(veto), ...type, 自拟内容: veto.own ? IS_OWN : '' };
}

/** What every place has, whatever its kind. */
function placeRow({ code, title, criterion, basis }: Item | Adjustment | Veto): FormRow {
  return { 编号: code, 名称: title, 评分标准: criterion, 依据: basisWords(basis) };
}

function evidenceWords(evidence: readonly EvidenceRequest[]): string {
  return toLines(evidence.map(({ title, required }) => `${required ? '' : OPTIONAL}${title}`));
}

function basisWords(basis: readonly Source[]): string {
  return toLines(basis.map(({ document, clause }) => toPair(document, clause)));
}
