import { categoriesOf } from '../cells/cell-texts.ts';
import { namesUnit } from '../cells/unit-columns.ts';
import type { VetoMark } from '../cells/veto-marks.ts';
import { squeeze } from '../rule-text/compact.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';
import { shortly } from './warn.ts';

const UNIT = '(?:部门|单位|乡镇?|街道|机关|企业|学校|医院|社区|[县市区])(?:\\([^()]*\\))?';
const LEFT_OUT = new RegExp(
  [
    `[^,。;:()]*${UNIT}的?(?:除外|不适用|不在此列)`,
    `(?:仅|只)(?:适用|限|针对)于?[^,。;]{0,10}${UNIT}`,
    `不(?:适用|包括|含)于?[^,。;]{0,10}${UNIT}`,
    `除[^,。;]{0,10}${UNIT}之?外`,
  ].join('|'),
);
/** 带★的为乡镇（街道）的否决项. */
const VETO_OF = /(?:为|是|属于?)([^,。;:]{2,14}?)的?(?:一票|单项)?否决/g;
/** What an entry is for, as its own cell says it. */
const FOR = /适用(?:单位|对象|范围|类别)：([^\n]+)/;

/** Words that leave kinds of unit out, or bind some of them alone. */
export function wordsForSome(text: string): string | undefined {
  const flat = squeeze(text);
  const left = LEFT_OUT.exec(flat)?.[0];
  return left ?? [...flat.matchAll(VETO_OF)].find(([, unit = '']) => namesUnit(unit))?.[0];
}

/** A standard has its vetoes, bonuses and penalties for all: those that bind some kinds of unit alone are told. */
export function tellForSome({ roots, warn, appliesTo }: TableState, marks: readonly VetoMark[]): void {
  const nodes = allGrowing(roots);
  const items = nodes.filter(({ kind }) => kind === 'item');
  const outside = nodes.filter(({ kind }) => kind !== 'item' && kind !== 'section');
  const all = new Set(items.flatMap((item) => (item.appliesTo.length > 0 ? item.appliesTo : [''])));
  const told = new Map<string, number[]>();
  for (const node of outside) {
    const row = node.sourceRows[0]?.row ?? 0;
    const said = wordsForSome(`${node.title}。${node.criterion}`) ?? unitsOf(node, items, all, appliesTo);
    if (said !== undefined) told.set(said, [...(told.get(said) ?? []), row]);
  }
  for (const { text } of outside.length > 0 ? marks : []) {
    const said = wordsForSome(text);
    if (said !== undefined && !told.has(said)) told.set(said, []);
  }
  for (const [said, rows] of told) {
    const at = [...new Set(rows)].filter((row) => row > 0);
    const where = at.length > 0 ? `第${at.join('、')}行的` : '';
    warn(
      'outsideForAll',
      at[0] ?? 0,
      `${where}“${shortly(said)}”只说一部分单位：标准里的一票否决、加分和扣分对所有单位适用；请在名称里写明，或者每类单位各存一个标准`,
    );
  }
}

/** The kinds of unit that an entry is for, where its cell or the item of its row names some of them. */
function unitsOf(
  { criterion, sourceRows }: GrowingNode,
  items: readonly GrowingNode[],
  all: ReadonlySet<string>,
  whole: readonly string[],
): string | undefined {
  const rows = sourceRows.map(({ row }) => row);
  const beside = items.filter((item) => item.sourceRows.some(({ row }) => rows.includes(row)));
  const said = categoriesOf(FOR.exec(criterion)?.[1] ?? '');
  const units = new Set(said.length > 0 ? said : beside.flatMap((item) => item.appliesTo));
  const some = [...units].filter((unit) => !whole.includes(unit));
  const isAll = said.length === 0 && units.size === all.size;
  return some.length === 0 || isAll ? undefined : some.join('、');
}
