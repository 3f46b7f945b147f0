import { halfWidth } from '../../values/typed-number.ts';
import type { PlanTable } from '../plan.ts';
import type { RollupUnit, UnitTask } from './schema.ts';

/** As names are compared: without blanks, brackets of one width. */
export function nameKey(name: string): string {
  return halfWidth(name).replace(/\s/gu, '');
}

/** A number before a name: 一、 （三） ① 1. 2） 3 with a blank; 12345热线中心 and 第一中学 are names. */
const CHINESE = '[〇零一二三四五六七八九十百]+';
const NUMBER = new RegExp(
  `^\\s*(?:[（(](?:\\d+|${CHINESE})[）)]、?|(?:\\d+|${CHINESE})(?:[）).．、]|\\s)|第?${CHINESE}[、.．]|[①-⑳㈠-㈩⑴-⒛])\\s*`,
  'u',
);
/** What parts names in a line. */
const BETWEEN = /[、，,；;\t]/u;
const OPEN = /[（(〔[【《]/u;
const CLOSE = /[）)〕\]】》]/u;

/** What stands in a list beside the names: its title, its heads, what is below it. */
const NO_NAME = [
  /^(?:附件|附表|附)(?:\d+|[一二三四五六七八九十]+)?(?:[：:].*)?$/u,
  /^(?:序号|编号|单位|单位名称|名称|名单|备注|类别|联系人|联系电话|合计|共计|说明|注)(?:[：:].*)?$/u,
  /(?:名单|一览表|花名册|汇总表|登记表|通讯录)$/u,
  /^(?:共|合计|共计)?\d+[个家]$/u,
  /^\d{4}年/u,
  /[。：:]$/u,
  // A telephone number, with or without whose it is.
  /(?:1\d{10}|0\d{2,3}-?\d{7,8})/u,
];

const HEADS = new Set(['序号', '编号', '单位', '单位名称', '名称', '备注', '类别', '联系人', '联系电话']);

export interface FoundNames {
  readonly names: readonly string[];
  /** What was not taken for a name. */
  readonly leftOut: readonly string[];
}

/** Names of units as they are pasted from a list or a column of a table. */
export function namesIn(text: string): FoundNames {
  const pieces = partedNames(
    text
      .split(/[\n\r]+/u)
      .map(nameCell)
      .join('\n'),
  );
  const isName = (piece: string): boolean => !NO_NAME.some((words) => words.test(piece.replace(/\s/gu, '')));
  return { names: pieces.filter(isName), leftOut: pieces.filter((piece) => !isName(piece)) };
}

const BODY =
  /(?:局|委|委员会|办|办公室|政府|厅|处|院|所|站|队|支队|大队|总队|中心|公司|街道|镇|乡|区|县|市|会|社|管委会|学校|医院|银行|部|署|馆|校)(?:[（(].*[）)])?$/u;

/** Of a row of a table, cells parted by tabs: that which is a body's name; all of it where none is or where several are. */
function nameCell(line: string): string {
  const bodies = line.split('\t').filter((cell) => BODY.test(cell.trim()));
  return bodies.length === 1 ? (bodies[0] ?? line) : line;
}

/** Whatever stands in the lines, each once, without the numbers before it. */
export function partedNames(text: string): string[] {
  const pieces = text
    .split(/[\n\r]+/u)
    .flatMap(piecesOf)
    .map((each) => each.replace(NUMBER, '').trim())
    .filter((piece) => !/^\d*$/u.test(piece));
  return [...new Map(pieces.map((name) => [nameKey(name), name])).values()];
}

/** A line parted where marks stand between names: not within brackets, not behind a number at its beginning. */
function piecesOf(line: string): string[] {
  const pieces = [''];
  let depth = 0;
  const [number = ''] = NUMBER.exec(line) ?? [];
  for (const sign of line.slice(number.length)) {
    if (OPEN.test(sign)) depth += 1;
    else if (CLOSE.test(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && BETWEEN.test(sign)) pieces.push('');
    else pieces.push(`${pieces.pop() ?? ''}${sign}`);
  }
  // 序号 单位: heads of a table that was pasted with blanks.
  const words = line.trim().split(/\s+/u);
  return words.length > 1 && words.every((word) => HEADS.has(word)) ? words : pieces;
}

/** A table of a notice as the tasks of a unit that has handed in nothing. */
export function plannedTasks(table: PlanTable, year: number, newId: () => string): UnitTask[] {
  return table.rows.map(({ matter, material, limit, due }) => ({
    ...{ id: newId(), matter, material, limit, due: due === undefined ? '' : `${year}-${due}` },
    ...{ state: '未开始', doneOn: '', formal: false },
  }));
}

/** What tells the tasks of one unit from each other, and those of several that are the same: their words. */
export function taskKeys(tasks: readonly Pick<UnitTask, 'matter' | 'material'>[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    const key = wordsKey(task);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}\n${count}`;
  });
}

/** The words of a task, as they are compared. */
export function wordsKey({ matter, material }: Pick<UnitTask, 'matter' | 'material'>): string {
  return `${nameKey(matter)}\n${nameKey(material)}`;
}

/** Whether the office has said something of it that a table of another category would take away. */
export function isUntouched({ received, tasks }: RollupUnit): boolean {
  return received === undefined && tasks.every(({ correction }) => correction === undefined);
}
