import { plainText } from '../../values/pair.ts';
import { halfWidth } from '../../values/typed-number.ts';
import type { Heading } from '../column.ts';
import { bare } from '../import/grid.ts';

/** How words are compared. */
export const plain = (text: string): string => plainText(halfWidth(text));

/** Where one is in a heading, marks may be none. */
export const CHEAT = /作弊|弄虚作假|舞弊|违纪/u;
export const CHEATS = `(?:${CHEAT.source})`;
/** What the column for it says by itself. */
export const CHEATED = '(?:作弊|弄虚作假)';
const NO = /^(?:否|无|没有|未|未作弊|无作弊|没有作弊|不|正常|0|n|no|false|[×x✗✘]|[-—–－／/]+)?$/u;
const YES = new RegExp(`^(?:是|有|有?${CHEATED}|1|y|yes|true|[√✓✔☑])$`, 'u');
/** 否, 无 and the like; also nothing. */
export const isNoCheat = (text: string): boolean => NO.test(plain(text));
export const isPlainCheat = (text: string): boolean => YES.test(plain(text));

const ZERO = '[零0０]';
const TO_ZERO = `(?:按|作|计|记|判|以|为|是)${ZERO}分|按${ZERO}计`;
const NO_RIGHT = '取消\\p{Script=Han}{0,6}资格|资格(?:被|予以|已)?取消';
const UNCOUNTED = '不(?:予)?计(?:算|入)?(?:成绩|[总得]?分|团体|个人|排名)|不予(?:认可|承认|采信)';
/** What makes a mark void, or says that it is. */
const VOIDED = [
  '[替代]考|代答|冒名|(?:取消|作废)(?:\\p{Script=Han}{0,4})?成绩',
  '成绩(?:(?:按|以)?规定)?(?:被|予以|已)?(?:取消|无效|作废|清零)',
  `${TO_ZERO}|(?<![\\d.])${ZERO}分(?:计|处理)|${NO_RIGHT}|${UNCOUNTED}`,
  '违反了?(?:考场|考试|比赛|竞赛|比武|赛场)的?(?:纪律|规定|规则|秩序)|违反(?:纪律|[考赛]纪)',
].join('|');
export const WORDS = `${CHEAT.source}|${VOIDED}|夹带|抄袭|违规`;
export const ANY = new RegExp(WORDS, 'u');
const NOTHING = '[0０零](?:人|名|例|起|次|个)|(?:[0０零]|无|没有)(?=$|[,，;；。)）])';
/** 未发现作弊, 没有替考, 作弊人数：0. */
const DENIED = new RegExp(
  [
    `(?:没有?|无|未|不)(?:任何|发现|存在|发生|出现|有|涉嫌|一?[人名例]|选手|队员|队伍|参赛|考生)*${CHEATS}(?:[、,，或及和]?(?:其他)?${CHEATS})*`,
    `(?:没有?|无|未|不)(?:发现|存在|发生|出现|有|按|一?[人名例]|选手)*(?:${VOIDED}|夹带|抄袭|违规|零分计)`,
    `(?:[、,，或及和]?(?:${CHEATS}|[替代]考|夹带|抄袭|违规))+(?:人员|人数|者|行为|情况|情形|现象|次数|[:：])*(?:${NOTHING})`,
  ].join('|'),
  'gu',
);
const NOT_VOID = new RegExp(
  [
    // Who was not there has cheated in nothing.
    `(?:缺考|缺席|弃权|弃考|未参加|未参赛|未到|迟到)(?:的|者|人员|选手|队伍|成绩|得分|一律|均|都|将|则|予以|或|[,，、])*(?:${TO_ZERO}|${ZERO}分|${NO_RIGHT}|${UNCOUNTED}|清零)`,
    // What an office is against.
    '违规(?:建设|建筑|用地|占地|经营|收费|排放|查处)|[反防](?:作弊|舞弊)',
  ].join('|'),
  'gu',
);

/** A text without what denies it. */
export const undenied = (text: string): string => text.replace(DENIED, '').replace(NOT_VOID, '');
export const isDenied = (text: string): boolean => text.replace(DENIED, '') !== text;

/** 因作弊取消成绩, in whatever column. */
export const saysCheating = (text: string): boolean => ANY.test(undenied(bare(text)));
const OF_NO_WORTH = new RegExp(
  `(?<![未没不])(?:作废|无效|不算|不作数|废卷|撤[销消]|没收|扣除|雷同|终止考试|剔除|归零|抄答案)|(?:取消|不计|不参与|不参加|不纳入|不列入)(?:名次|排名|评奖|统计|计分)|^(?:理论|模拟|执法|成绩|得分)*(?:${ZERO}分|取消)[。.]?$`,
  'u',
);
/** 作弊, 由他人代考, 试卷作废, 零分 beside a mark: whatever it is for, the mark is none. */
export const saysVoid = (text: string): boolean => saysCheating(text) || OF_NO_WORTH.test(bare(text));

/** 张三（作弊）. 违规建设查处科 is an office. */
export function isNamedCheat(name: string): boolean {
  const rest = undenied(plain(name)).replace(/[)\]】]$/u, '');
  return (ANY.test(rest) || /[(（].*(?:作废|无效|取消|零分)/u.test(rest)) && !OFFICE.test(rest);
}
/** 携带手机: it may be cheating. */
export const saysCarried = (text: string): boolean =>
  /(?<![未没不])[携夹]?带(?:了|有)?(?:手机|通讯|电子)|传递?纸条|交头接耳/u.test(bare(text));

/** Who, where and when: a name that has such a word in it is no reproach. */
const OF_OTHERS =
  /(?:部门|单位|[科处股]室|机构|机关|岗位|职[务位称级责]|领域|业务|类[别型]|姓名|[人员]|[组队]长|队伍?|电话|号码?|日期|时间|地[区点址])$/u;
/** Ends the name of an office, of its work or of who has a post there. */
const OFFICE = /(?:[科处室股队局办部组所站岗长员]|中心|主任|查处|治理|整治|监管|监督|执法|管理)$/u;
/** Asks of each row whether it was so. */
const ASKS = /违规|违纪|违反|[替代]考|夹带|抄袭|取消/u;
const NONE =
  /^(?:(?:均|都)?(?:没有?|未|无|不)(?:发现|存在|发生|出现|有)?(?:任何|相关|违规|违纪|违反|作弊|行为|情形|情况|记录|问题|异常|等|、)*|(?:一切|均)?正常|遵守|良好)$/u;

/**
 * What a cell of a column that is not taken says of somebody who cheated, in words that say so by themselves: 作弊 below
 * whatever heading, 是 below 是否违规; '' where it does not.
 */
export function saidBeside(text: string, { text: heading }: Heading): string {
  if (!isSaidBeside(text, bare(heading.replace(/[（(].*$/su, '')))) return '';
  const words = `${heading.trim()}：${text.trim()}`;
  return saysCheating(words) ? words : `${words}（作弊待核对）`;
}

function isSaidBeside(text: string, name: string): boolean {
  if (ASKS.test(name)) return !isNoCheat(text) && !NONE.test(bare(text));
  if (OF_OTHERS.test(name)) {
    const rest = undenied(bare(text)).replace(/违规/gu, '');
    return ANY.test(rest) && !OFFICE.test(rest);
  }
  return saysCheating(text);
}
