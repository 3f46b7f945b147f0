import { ANY_SURNAME } from '../cases/surnames.ts';
import { readDay } from '../read-day.ts';
import { bare, type Line, textsOf } from './grid.ts';

const OF = '(?:人|者|员|单位|部门|科室|负责人|领导|电话|日期|时间|盖章|签字|签名|签章|意见){0,2}';
const ACTS =
  '(?:制表|填表|审核|复核|审批|核对|填报|报送|上报|经办|联系|统计|分管|主管|单位|部门|科室|签发|批准)';
/** Below a table, who has made it and when. */
const SIGNED = new RegExp(`^(?:${ACTS}${OF}|日期|时间)$`, 'u');
/** The same where a colon follows it: 主要负责人：, 法规科科长：, 记录人签字：. */
const SIGNER = new RegExp(
  `^(?:${ACTS}|.{0,8}(?:[局科处所队股]长|主任|负责人|领导)|登记|记录|汇总|制作|报告|监考|巡考|[核记计统评]分|阅卷|签字|签名|盖章|公章|日期|时间)${OF}$`,
  'u',
);
/** Of a signature, and of nothing that an office registers: 审核, 审批人员 and 主管领导 may be what an entry is of. */
const SURELY = /^(?:制表|填表|填报|报送|上报)|(?:[^责]人|者|日期|时间|盖章|签字|签名|签章|电话)$/u;
/** Who signs: a person by a surname, or an office. */
const NAME = new RegExp(
  String.raw`^(?:${ANY_SURNAME}[\p{Script=Han}·Xx×*＊○]{1,2}|.{2,}(?:[局委办队所站厅院处科股室]|中心|公司|政府|街道))$`,
  'u',
);
/** A day or a number says nothing of its own. */
const NEUTRAL = /^[\d\s年月日号.,，、()（）/—–-]*$/u;
const LONGEST_VALUE = 20;
/** Alone in a row: the office, with its seal. */
const SEAL = /[（(](?:公章|盖章|签章|印章|章)[）)]$/u;
const NOTE = /^(注|说明|备注|填表说明|填报说明)\d*[：:]/u;

interface Part {
  /** 制表人; undefined of what is none. */
  readonly label: string | undefined;
  /** What stands behind the colon, or all of a cell that is no label. */
  readonly value: string;
  readonly hasColon: boolean;
}

/** A note over all of a row, or a seal. */
export function isNoteOrSeal(said: readonly string[]): boolean {
  const [first = ''] = said;
  return said.length === 1 && (NOTE.test(first) || SEAL.test(first));
}

/** 制表人：…, 审核：… in the cells of one row, and nothing else than such a line has: to each label one name, and days. */
function looksSigned(said: readonly string[]): boolean {
  const parts = said.map(partOf);
  const labels = parts.flatMap(({ label, hasColon }) => (label === undefined ? [] : [{ label, hasColon }]));
  if (parts[0]?.label === undefined || (said.length === 1 && !parts[0].hasColon)) return false;
  const values = parts.filter(({ value }) => !isNeutral(value));
  const isSigned = labels.some(({ label, hasColon }) => hasColon || SURELY.test(label));
  return (isSigned || values.length === 0) && values.length <= labels.length && values.every(isSignature);
}

function partOf(text: string): Part {
  const [, before = '', after = ''] = /^([^：:]{1,12})[：:](.*)$/su.exec(text) ?? [];
  if (SIGNER.test(bare(before))) return { label: bare(before), value: after.trim(), hasColon: true };
  return SIGNED.test(bare(text))
    ? { label: bare(text), value: '', hasColon: false }
    : { label: undefined, value: text, hasColon: false };
}

function isNeutral(value: string): boolean {
  return NEUTRAL.test(value) || readDay(value, { year: 2000 }).day !== undefined;
}

function isSignature({ label, value }: Part): boolean {
  if (NAME.test(bare(value))) return true;
  return label !== undefined && SURELY.test(label) && value.length <= LONGEST_VALUE;
}

/**
 * Rows below a table or a page of it: those that look signed and after which nothing stands that may be an entry. By their
 * indexes; `isHead`: the names of the columns once more.
 */
export function signedRows(places: readonly Line[], isHead: (line: Line) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  let isEnd = true;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const line = places[index] ?? [];
    const said = saidIn(line);
    if (isHead(line)) isEnd = true;
    else if (!looksSigned(said)) isEnd &&= said.length < 2;
    else if (isEnd) found.add(index);
  }
  return found;
}

/** What a row says, of a merged cell once. */
export function saidIn(line: Line): readonly string[] {
  const texts = textsOf(line);
  return texts.filter((text, at) => text !== '' && text !== texts[at - 1]);
}
