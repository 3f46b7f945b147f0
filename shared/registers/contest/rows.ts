import { type Fraction, fraction } from '../../values/fraction.ts';
import { isBlank, readDecimal } from '../../values/typed-number.ts';
import {
  CHEATED,
  isNoCheat,
  isPlainCheat,
  plain,
  saysCarried,
  isNamedCheat,
  saysVoid,
} from './cheat-words.ts';
import { isGroup, nameIn, NOTHING } from './summary-rows.ts';

/** A row of a contest's table as it is typed: the theory mark of one person, or the simulation mark of one team. */
export interface ContestRow {
  /** Where it stands: an id of the caller's. */
  readonly at: string;
  readonly team: string;
  readonly name: string;
  readonly theory: string;
  readonly simulation: string;
  readonly cheat: string;
  readonly note: string;
  /** Its table has no names at all: a row with a theory mark is one person. */
  readonly isNameless?: boolean;
}

/** What is said of one row or several, by their `at`. */
export interface RowWords {
  readonly at: readonly string[];
  readonly message: string;
}

/** A row that says something, read. Marks are hundredths, exact: the average of several judges has more decimals. */
export interface ReadRow {
  readonly at: string;
  /** As typed, and as it is compared. */
  readonly team: string;
  readonly key: string;
  readonly name: string;
  readonly theory?: Fraction;
  readonly simulation?: Fraction;
  /** Its mark is 0, whatever was given. */
  readonly isTheoryVoid: boolean;
  readonly isSimulationVoid: boolean;
}

type Problem = { readonly problem: string };

const FULL_MARK = 100;
const NO_MARK = /^(?:缺考|缺席|弃考|弃权|请假|未参加|未考|未到|无成绩)$/u;
const ASK_FOR_MARK = '没有成绩的怎样计算，文件没有写明：按零分算的请填 0，不算的请删去这一行';
const ASK_FOR_SIMULATION = '没有参加模拟执法的请空着，按零分算的请填 0';
/** A mark of nobody may be an average. */
export const ASK_FOR_NAME = '有理论成绩，没有填姓名：是一个人的请填姓名，是平均、合计等的请删去这一行';

export const ASK_FOR_PERSON =
  '姓名一栏写的不是一个人，却有理论成绩：是一个人的请填姓名；是全队的，理论成绩请逐人填写，这一行只留模拟执法成绩';

/** `hasNames`: other rows of its kind have names. Throws nothing: what cannot be read is a problem in words. */
export function readRow(row: ContestRow, hasNames: boolean): ReadRow | Problem {
  const [team, name] = [row.team.trim(), nameIn(row)];
  if (plain(team) === '') return { problem: '没有填队伍' };
  const theory = readMark(row.theory, '理论成绩', ASK_FOR_MARK);
  const simulation = readMark(row.simulation, '模拟执法成绩', ASK_FOR_SIMULATION);
  for (const mark of [theory, simulation]) if (mark && 'problem' in mark) return mark;
  const marks = { theory: theory as Fraction | undefined, simulation: simulation as Fraction | undefined };
  if (marks.theory && isGroup(row.name)) return { problem: ASK_FOR_PERSON };
  if (marks.theory && name === '' && hasNames && !row.isNameless) return { problem: ASK_FOR_NAME };
  const void_ = voidOf(row.cheat, { ...marks, isPerson: name !== '' });
  if ('problem' in void_) return void_;
  const isSaid = marks.theory ?? marks.simulation ?? (void_.isTheoryVoid || void_.isSimulationVoid);
  if (!isSaid) return { problem: name === '' ? '没有填成绩' : `没有填成绩。${ASK_FOR_MARK}` };
  return {
    ...{ at: row.at, team, key: plain(team), name },
    ...(marks.theory && { theory: marks.theory }),
    ...(marks.simulation && { simulation: marks.simulation }),
    ...void_,
  };
}

/** From 0 to 100, with any number of decimals: in hundredths. Undefined where nothing is written. */
function readMark(text: string, label: string, ask: string): Fraction | Problem | undefined {
  if (isBlank(text) || NOTHING.test(plain(text))) return undefined;
  const shown = `${label}“${text.trim().slice(0, 20)}”`;
  if (NO_MARK.test(plain(text))) return { problem: `${shown}：${ask}` };
  const read = readDecimal(text, { units: ['分'] });
  if ('problem' in read) return { problem: `${shown}读不出来：${read.problem}` };
  const [whole = '', decimals = ''] = read.text.split('.');
  const value = fraction(BigInt(whole + decimals) * 100n, 10n ** BigInt(decimals.length));
  if (value.numerator > BigInt(FULL_MARK * 100) * value.denominator)
    return { problem: `${shown}大于 ${FULL_MARK}：本软件按 0 至 ${FULL_MARK} 分计算，请换算后填写` };
  return value;
}

const PART = '(?:理论(?:测试|考试)?(?:成绩)?|模拟(?:执法)?(?:成绩)?)';
/** 理论, 理论测试作弊, 理论成绩、模拟执法均作弊, 作弊（理论成绩）: anything more than that may say the contrary. */
const NAMED = new RegExp(
  `^(?:${PART}(?:[、,和及与]?${PART})?[均都]?(?:是|有)?${CHEATED}?|${CHEATED}[:(]?${PART}(?:[、,和及与]?${PART})?\\)?)$`,
  'u',
);

/** Whose mark is 0: 2022年度全省推进服务型行政执法建设工作要点 附件1 三, 将相关成绩按零分计算. */
function voidOf(
  cheat: string,
  { theory, simulation, isPerson }: { theory?: Fraction; simulation?: Fraction; isPerson: boolean },
): Pick<ReadRow, 'isTheoryVoid' | 'isSimulationVoid'> | Problem {
  const text = plain(cheat);
  if (isNoCheat(text)) return { isTheoryVoid: false, isSimulationVoid: false };
  const shown = `作弊“${cheat.trim().slice(0, 20)}”`;
  if (NAMED.test(text)) {
    const [isTheoryVoid, isSimulationVoid] = [text.includes('理论'), text.includes('模拟')];
    if (isTheoryVoid && !theory && !isPerson)
      return { problem: `${shown}说的是理论成绩，这一行没有姓名和理论成绩` };
    return { isTheoryVoid, isSimulationVoid };
  }
  if (!isPlainCheat(text))
    return { problem: `${shown}看不出是不是作弊：请填 是、否、理论成绩、模拟执法成绩` };
  if (theory && simulation)
    return { problem: `${shown}：这一行有两个成绩，请写明是“理论成绩”还是“模拟执法成绩”` };
  return {
    isTheoryVoid: !simulation && (theory !== undefined || isPerson),
    isSimulationVoid: simulation !== undefined,
  };
}

/** What is to be said of the remarks of a row, and of what stands with a name, where its 作弊 does not say so: `isFault` where its mark is void by them. */
export function noteWords({ cheat, note, theory, simulation, name, team }: ContestRow): Noted | undefined {
  if (!isNoCheat(cheat)) return undefined;
  const isBlank = NOTHING.test(plain(cheat));
  const hasMark = [theory, simulation].some((text) => /[1-9]/u.test(plain(text)));
  const said = [
    ...(saysVoid(note) ? [`备注写着“${note.trim().slice(0, 30)}”`] : []),
    ...[name, team].filter(isNamedCheat).map((each) => `名称写着“${each.trim()}”`),
  ].join('，');
  if (said !== '') {
    if (!isBlank)
      return { isFault: false, message: `${said}，作弊一栏填的是“${cheat.trim()}”，没有按作弊计算` };
    const ask = `${said}，作弊一栏空着：作弊的请在作弊一栏填“是”，不是的填“否”`;
    return hasMark ? { isFault: true, message: ask } : { isFault: false, message: NOTED_CHEAT };
  }
  return isBlank && saysCarried(note) ? { isFault: false, message: NOTED_CARRIED } : undefined;
}

interface Noted {
  readonly isFault: boolean;
  readonly message: string;
}

const NOTED_CHEAT = '备注里写有作弊，作弊一栏空着，没有按作弊计算；是的请在作弊一栏填写';
const NOTED_CARRIED = '备注里写有违反考场纪律的事，作弊一栏空着，没有按作弊计算；是作弊的请在作弊一栏填写';
