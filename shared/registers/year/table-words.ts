import { own } from '../../values/own.ts';
import { REGISTERS, type RegisterName } from '../kinds.ts';
import { labelIn } from './columns.ts';
import type { Year } from './schema.ts';
import type { LINE_WAYS, StatTable } from './tables.ts';

export const WAY_LABELS: Readonly<Record<(typeof LINE_WAYS)[number], string>> = {
  ...{ all: '全部登记', word: '某栏填的是某词', sum: '某栏（整数）合计', typed: '本单位填写' },
};

const PARTS: Readonly<Record<string, string>> = {
  ...{ title: '表名', from: '起始日期', to: '截止日期', register: '台账' },
  ...{ label: '名称', by: '统计方法', column: '栏目', called: '栏目', word: '词', value: '数' },
};

/** 行政调解统计表“季度报表”的指标“受理”的统计方法. */
export function tableName([, id = '', part = '', lineId, field]: readonly string[], { tables = [] }: Year) {
  const table = tables.find((each) => each.id === id);
  if (!table) return '统计表';
  const { register, title, lines } = table;
  const of = Object.hasOwn(REGISTERS, register) ? REGISTERS[register as RegisterName].label : '其他台账';
  const name = `${of}统计表${title === '' ? '' : `“${title}”`}`;
  if (part !== 'lines') return `${name}${said(part)}`;
  const line = lines.find((each) => each.id === lineId);
  return `${name}的指标${line?.label ? `“${line.label}”` : ''}${said(field ?? '')}`;
}

function said(part: string): string {
  const words = own(PARTS, part);
  return words === undefined ? '' : `的${words}`;
}

/** A whole table by its title, a line by its name, a part of them in words. */
export function tableWords(path: readonly string[], content: unknown, value: Year): string {
  const table = value.tables?.find(({ id }) => id === path[1]);
  if (typeof content === 'string') {
    if (path[4] === 'by') return own(WAY_LABELS, content) ?? content;
    return path[4] === 'column' ? columnWords(content, table, value) : content;
  }
  if (typeof content !== 'object' || content === null) return '';
  const words = own(content as Record<string, unknown>, 'lines' in content ? 'title' : 'label');
  return typeof words === 'string' && words !== '' ? words : '（没有名称）';
}

function columnWords(code: string, table: StatTable | undefined, value: Year): string {
  const register =
    table && Object.hasOwn(REGISTERS, table.register) ? (table.register as RegisterName) : undefined;
  return (register && labelIn(value, register, code)) || '没有了的栏目';
}
