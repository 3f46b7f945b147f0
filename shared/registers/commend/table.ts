import { type Entry, fieldOf } from '../entry.ts';
import { filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { CARD_ALONE, cardProblem } from './card.ts';

/** What stands above the two tables of 推荐对象汇总表. */
export interface TableHead {
  readonly title: string;
  readonly from: string;
  /** '' where it is left blank: to be filled in by hand. */
  readonly contact: string;
  readonly phone: string;
}

/** `withContact`: with the name and the telephone of who answers for it. */
export function tableHead({ commendationNotice, recommending, unit }: Year, withContact: boolean): TableHead {
  const { table } = commendationNotice?.commendation ?? {};
  const { from = '', contact = '', phone = '' } = recommending ?? {};
  return {
    title: table?.title ?? '推荐对象汇总表',
    from: from.trim() || unit,
    contact: withContact ? contact : '',
    phone: withContact ? phone : '',
  };
}

type Cells<Column extends string> = Readonly<Record<Column, string>>;
export const UNIT_COLUMNS = ['顺序', '单位全称', '单位(机构)级别'] as const;
export const PERSON_COLUMNS = [
  ...['顺序', '姓名', '单位全称', '处(科)室名称', '职务', '职级', '执法(监督)证件号'],
] as const;

/** The notice's own columns in its order; the order of the list is that of the recommendation. */
export function unitRows(year: Year): Cells<(typeof UNIT_COLUMNS)[number]>[] {
  return filledEntries(year, 'commendedUnits').map((entry, at) => ({
    顺序: String(at + 1),
    单位全称: fieldOf(entry, 'unit'),
    '单位(机构)级别': fieldOf(entry, 'rank'),
  }));
}

export function personRows(year: Year): Cells<string>[] {
  return filledEntries(year, 'commendedPersons').map((entry, at) => ({
    ...{ 顺序: String(at + 1), ...personCells(entry) },
  }));
}

function personCells(entry: Entry): Cells<string> {
  return {
    ...{ 姓名: fieldOf(entry, 'name'), 单位全称: fieldOf(entry, 'unit') },
    ...{ '处(科)室名称': fieldOf(entry, 'office'), 职务: fieldOf(entry, 'post') },
    ...{
      职级: fieldOf(entry, 'grade'),
      '执法(监督)证件号': cardProblem(entry) === '' ? fieldOf(entry, 'card') : '',
    },
  };
}

const HIDDEN = {
  personal: '写的是身份证号或电话号码的样子，请改正',
  unclear: `看不出是不是证件号，${CARD_ALONE}`,
} as const;

/** Of whom the number of the card is left empty in the table, and why; '' for nobody. */
export function hiddenCardsWords(year: Pick<Year, 'registers'>): string {
  const all = filledEntries(year, 'commendedPersons');
  return (['personal', 'unclear'] as const)
    .flatMap((problem) => {
      const persons = all.filter((entry) => cardProblem(entry) === problem);
      const names = persons.map((entry) => fieldOf(entry, 'name').trim() || '没有写姓名的').slice(0, 5);
      const rest = persons.length > names.length ? `等 ${persons.length} 人` : '';
      return persons.length === 0
        ? []
        : [`汇总表里${names.join('、')}${rest}的执法(监督)证件号空着：${HIDDEN[problem]}`];
    })
    .join('；');
}
