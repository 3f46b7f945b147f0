import { halfWidth, readDecimal } from '../../values/typed-number.ts';
import { squeeze } from '../rule-text/compact.ts';
import { readNumbering } from './numbering.ts';
import { scoreInName } from './score-text.ts';

/** What a name begins with that shares the score of the row above: 其中：服务态度. */
export const PART = /^其中(?:包括)?[：:，,、]?/;

/** What a page break adds to a name: 组织领导（续）. */
export const CONTINUED = /[（(]\s*(?:接上[页表]|续[上前]?[页表]?)\s*[）)]|续$/;

/** What a text is, before what it says: 注：…, 加分事项：…, 一票否决：…. */
const LEAD =
  /^(?:注|备注|说明|附加分?|(?:[加扣减奖]分|奖励|(?:一票|单项)?否决)(?:项目?|事项|情形)?)\d?[：:]\s*(?=.)/;

/** The points of a part: 章程齐全（2分），报备及时（3分）. */
const PART_POINTS = /[（(][\d.]+分[)）]/g;

/** A short name for an item whose table has no title column: the first clause of its text. */
export function titleFrom(text: string, scoreOf = scoreInName): string {
  const first =
    text
      .trim()
      .split(/\n\s*\n/)[0]
      ?.replace(/\s*\n\s*/g, '') ?? '';
  const told = (readNumbering(first)?.rest ?? first).replace(PART, '').replace(LEAD, '');
  const plain = readNumbering(told)?.rest ?? told;
  const clause = plain.split(/[。；;：:]/)[0] ?? plain;
  const scored = scoreOf(clause);
  const named = scored && scored.sign !== '' ? withoutCase(scored.rest, scoreOf) : scored?.rest;
  const unscored = (named ?? clause).replace(PART_POINTS, '');
  const title =
    unscored.length <= 30
      ? unscored
      : unscored.slice(0, 30).split(/[，,]/).slice(0, -1).join('，') || `${unscored.slice(0, 29)}…`;
  return title.trim() || plain.slice(0, 30) || '未命名';
}

/** 账物相符，一处不符 (of 扣5分) -> 账物相符: what costs or earns the points is no part of the name. */
function withoutCase(text: string, scoreOf: typeof scoreInName): string {
  const parts = text.split(/[，,]/);
  const at = parts.findIndex(
    (part, i) => i > 0 && /^(?:[每一少缺漏逾超迟未不错]|发现|最[高多])/.test(part.trim()),
  );
  if (at < 1 || parts[0]?.trim() === '') return text;
  const name = parts.slice(0, at).join('，');
  return scoreOf(name)?.rest ?? name;
}

/** 县河长办\n县水利局 -> 县河长办、县水利局. */
export function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('、');
}

/** The materials that a cell lists: one per line or numbered part. */
export function listOf(cell: string): string[] {
  const lines = cell.split(/\n|[；;]/).map((line) => readNumbering(line)?.rest ?? line.trim());
  const clean = lines
    .map((line) => line.replace(/[。.，,、]$/, '').trim())
    .filter((line) => squeeze(line) !== '' && !/^[-/无]+$/.test(squeeze(line)));
  return [...new Set(clean)];
}

export function methodsOf(cell: string): string[] {
  return [
    ...new Set(
      cell
        .split(/[\n；;、，,]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}

/** 全部, 各单位, 均适用: no kind of unit is meant, whatever the other cells say. */
function isEverybody(cell: string): boolean {
  return /^(?:(?:全部|所有|全体|各)(?:参评|参考|被?考核|参加考核)?的?(?:单位|对象|类别?|类型)?(?:都|均)?(?:适用)?|通用|(?:均|都)适用|共性)?$/.test(
    squeeze(cell),
  );
}

/** 所有部门: everybody, where 部门 is what all other kinds of unit are. */
export function namesEverybody(cell: string): boolean {
  return isEverybody(cell) || kindOfAll(cell) !== undefined;
}

/** 所有部门 -> 部门. */
export function kindOfAll(cell: string): string | undefined {
  return /^(?:全部|所有|全体|各类?)(.+)$/.exec(squeeze(cell))?.[1];
}

/** 县直单位、乡镇 -> both; 全部 -> none named. */
export function categoriesOf(cell: string): string[] {
  if (isEverybody(cell)) return [];
  return cell
    .split(/[\n；;、，,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** "30%", "30", "0.3" -> 3000 hundredths of a percent. */
export function weightOf(cell: string): number | undefined {
  const written = halfWidth(cell).replace(/^[^\d.]*/, '');
  const read = readDecimal(written.replace(/\s*\([^)]*\)\s*$/, ''), { units: ['%', '分'] });
  if ('problem' in read) return undefined;
  const number = Number(read.text);
  const percent = read.unit !== '%' && number <= 1 ? number * 100 : number;
  const weight = Math.round(percent * 100);
  return weight >= 0 && weight <= 10_000 ? weight : undefined;
}
