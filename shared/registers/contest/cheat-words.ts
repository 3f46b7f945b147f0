import { plainText } from '../../values/pair.ts';
import { halfWidth } from '../../values/typed-number.ts';
import type { Heading } from '../column.ts';
import type { Entry } from '../entry.ts';
import { bare } from '../import/grid.ts';

/** How words are compared. */
export const plain = (text: string): string => plainText(halfWidth(text));

/** Where one is in a heading, marks may be none. */
export const CHEAT = /作弊|弄虚作假|舞弊|违纪/u;
const CHEATS = `(?:${CHEAT.source})`;
/** What the column for it says by itself. */
export const CHEATED = '(?:作弊|弄虚作假)';
const NO = /^(?:否|无|没有|未|未作弊|无作弊|没有作弊|不|正常|0|n|no|false|[×x✗✘]|[-—–－／/]+)?$/u;
const YES = new RegExp(`^(?:是|有|有?${CHEATED}|1|y|yes|true|[√✓✔☑])$`, 'u');
/** 否, 无 and the like; also nothing. */
export const isNoCheat = (text: string): boolean => NO.test(plain(text));
export const isPlainCheat = (text: string): boolean => YES.test(plain(text));

const DENIED = new RegExp(
  `(?:没有?|无|未|不)(?:任何|发现|存在|发生|出现|有|涉嫌)*${CHEATS}(?:[、,，或及和]?${CHEATS})*`,
  'gu',
);
/** What makes a mark void, or says that it is. */
const VOIDED =
  '[替代]考|(?:取消|作废)(?:\\p{Script=Han}{0,4})?成绩|成绩(?:(?:按|以)?规定)?(?:被|予以|已)?(?:取消|无效|作废)|(?:按|作|计|记|判|以)(?:零|0|０)分|零分(?:计|处理)';
const VOID = new RegExp(VOIDED, 'u');
const WORDS = `${CHEAT.source}|${VOIDED}|夹带|抄袭|违规`;
const ANY = new RegExp(WORDS, 'u');
const NOT_VOID = new RegExp(
  [
    '(?:没有?|无|未|不)(?:发现|存在|发生|出现|有|按)*(?:[替代]考|夹带|抄袭|违规|零分计)',
    // Who was not there has cheated in nothing.
    '(?:缺考|缺席|弃权|弃考|未参加|未参赛|未到|迟到)(?:的|者|人员|选手|队伍|成绩|一律|均|都|将|则|予以|或|[,，、])*(?:按|作|计|记|判|以)(?:零|0|０)分',
    // What an office is against.
    '违规(?:建设|建筑|用地|占地|经营|收费|排放|查处)',
  ].join('|'),
  'gu',
);

const undenied = (text: string): string => bare(text).replace(DENIED, '').replace(NOT_VOID, '');

/** 因作弊取消成绩, in whatever column. */
export const saysCheating = (text: string): boolean => ANY.test(undenied(text));
/** 成绩作废, 由他人代考: whatever it is for, the mark is none. */
export const saysVoid = (text: string): boolean => VOID.test(undenied(text));
/** 携带手机: it may be cheating. */
export const saysCarried = (text: string): boolean =>
  /(?<![未没不])[携夹]?带(?:了|有)?(?:手机|通讯|电子)|传递?纸条|交头接耳/u.test(bare(text));

/** Who, where and when: a name that has such a word in it is no reproach. */
const OF_OTHERS =
  /(?:部门|单位|[科处股]室|机构|机关|岗位|职[务位称级责]|领域|业务|类[别型]|姓名|[人员]|[组队]长|队伍?|电话|号码?|日期|时间|地[区点址])$/u;
/** Ends the name of an office, of its work or of who has a post there. */
const OFFICE = /(?:[科处室股队局办部组所站岗长员]|中心|主任|查处|治理|整治|监管|监督|执法|管理)$/u;
/** Asks of each row whether it was so. */
const ASKS = /违规|违纪|违反|[替代]考|夹带|抄袭/u;
const NONE =
  /^(?:(?:均|都)?(?:没有?|未|无|不)(?:发现|存在|发生|出现|有)?(?:任何|相关|违规|违纪|违反|作弊|行为|情形|情况|记录|问题|异常|等|、)*|(?:一切|均)?正常|遵守|良好)$/u;

/** Whether a cell of a column that is not taken says that somebody cheated: 作弊 below whatever heading, 是 below 是否违规. */
export function saidBeside(text: string, { text: heading }: Heading): boolean {
  const name = bare(heading.replace(/[（(].*$/su, ''));
  if (ASKS.test(name)) return !isNoCheat(text) && !NONE.test(bare(text));
  if (OF_OTHERS.test(name)) {
    const rest = undenied(text).replace(/违规/gu, '');
    return ANY.test(rest) && !OFFICE.test(rest);
  }
  return saysCheating(text);
}

/** What a rule is made of before the word for cheating: whoever is named is more than this. */
const GENERAL = [
  '注|说明|备注|附注|其中|凡是?|如果?|若|倘若|假如|一旦|一经|任何|所有|各|本次|对于?|经?查实|经|被|有|存在|出现|发现|发生|认定|视为|属于?|因|以',
  '考场|考试|测试|测验|考核|比赛|竞赛|比武|活动|理论|知识|模拟|执法|过程|期间|环节|现场|中|时|内|里|在',
  '参赛|参加|参考|人员|选手|队员|队伍|代表队|单位|个人|考生|者|人|的|等|行为|情形|情况|现象|问题|纪律|规定|规则|要求|违反|严重',
  '严禁|禁止|不得|不准|不许|不能|不可|请勿|切勿|勿|杜绝|防止|坚决|严肃|处理|查处|反|防|遵守',
  '本表|表中|一栏|栏|成绩|相关|其|该项?|均|一律|将|则|应当?|即|按|予以|作|并|取消|当场|直接|也|都|和|或者?|与|及|以及|填写?|是否|有无',
].join('|');
const BEFORE = new RegExp(
  `^(?:${GENERAL}|${WORDS}|[\\s\\d.、:：“”"'\\[\\]【】《》「」①-⑳_*＊※]|[一二三四五六七八九十]、)*$`,
  'u',
);
/** Says what would be, or must not be. */
const RULE = new RegExp(
  [
    `(?:${WORDS})(?:等)?(?:行为|情形|情况|现象|问题|成绩|人员|选手|队员|考生|队伍|单位|个人)*(?:[的者]|[，,]?(?:一律|均))`,
    '(?:^|[：:、.\\d）)，,])\\s*(?:凡|如|若|倘若|假如|一旦|一经|任何|对)',
    '严禁|禁止|不得|不准|不许|请勿|切勿|勿|杜绝|防止|反作弊|防作弊',
    `(?:${WORDS})[”"」]?(?:这?一)?[栏列]`,
    `^(?:注|说明|备注)\\d*[：:]\\s*(?:${CHEAT.source})(?:成绩)?按零分`,
  ].join('|'),
  'u',
);
/** 2人作弊, 已作弊, *作弊: of somebody, whoever it is. */
const OF_SOMEBODY = /[\d一二三四五六七八九十两几]\s*(?:名|人|位|个|队)|已|[*＊※]/u;

type Fields = Entry['fields'];

/**
 * Whether a text around the rows says that somebody cheated, which no row of whom it names says: 注：张三作弊. A rule says it of
 * nobody: 作弊的按零分计; one who is named is in no rule.
 */
export function saidAround(text: string, rows: readonly Fields[]): boolean {
  return text.split(/[。；;！!？?\n]/u).some((sentence) => isOpen(sentence, rows));
}

function isOpen(sentence: string, rows: readonly Fields[]): boolean {
  if (!saysCheating(sentence)) return false;
  const words = plain(sentence);
  const named = (code: string): Fields[] =>
    rows.filter((fields) => {
      const name = plain(fields[code] ?? '');
      return name.length > 1 && words.includes(name);
    });
  const isSaid = ({ cheat = '' }: Fields): boolean => !isNoCheat(cheat);
  const persons = named('name');
  // A person may have a row for each part.
  if (persons.length > 0)
    return persons.some(({ name }) => !persons.some((each) => each['name'] === name && isSaid(each)));
  const teams = named('team');
  if (teams.length > 0)
    return teams.some(({ team }) => !teams.some((each) => each['team'] === team && isSaid(each)));
  return !isRule(sentence.trim());
}

function isRule(sentence: string): boolean {
  const rest = sentence.replace(DENIED, '').replace(NOT_VOID, '');
  if (!RULE.test(rest)) return false;
  return rest.split(/[，,（）()]/u).every((clause) => {
    const at = clause.search(ANY);
    return at < 0 || (BEFORE.test(clause.slice(0, at)) && !OF_SOMEBODY.test(clause.slice(0, at)));
  });
}
