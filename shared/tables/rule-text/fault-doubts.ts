import { showPoints } from '../../values/points.ts';
import type { ActionOf } from './actions.ts';
import { occurrence } from './occurrence.ts';
import type { Statement } from './statement.ts';
import { UNIT } from './words.ts';

/** Which time it is: 首次扣1分, 再次扣2分 are steps of one fault. */
const TURN =
  /首次|初次|再次|再发生|再犯|第[一二三四五六七八九十\d]+(?:[次起例]|个?[处项个件份人户]$)|(?:以后|后续|其后|此后|随后|之后|^后)每|每[再又]|再每/;
/** Before or behind a count of what is priced: 第4个起, 超过3项未达标的, 5处以上, 前3处. */
const FROM = '(?<![每不未])(?:超[过出]?|多于|大于|高于|[逾满第前首自从]|达到?)';
const ONWARDS = '(?:及?以[上外后]|之[外后]|[后起]|开始)';
const NUMERAL = '(?:\\d*[2-9]|\\d\\d+|[二两三四五六七八九十]+)';
/** 超出部分每个扣1分: beyond a count that is said before. */
const BEYOND = /(?:超出|超过|以外|多出)(?:的)?部分/;
/** 超过3处的，每处扣1分: the first three too, or only those beyond. */
const BEYOND_COUNT = new RegExp(
  `(?<!每)超过?(?:\\d+|[二两三四五六七八九十]+)个?(${UNIT})[^,]{0,3},?每个?\\1`,
);
const TIME = '(?:天|日|周|个?月|个?季度|年|个?小时|个?工作日|个?学期|分钟)';
/** 第二周起每天, 逾期一个月的每天: from a time on, or in a time, another price than before. */
const FROM_TIME = new RegExp(
  `(?:(?:第|满|超过?)?(?:\\d+|[一二两三四五六七八九十半]+)个?${TIME}|次[年月周日])(?<!每[^,每]{0,6})[^,每\\d]{0,4},?每个?${TIME}`,
);
/** All of what was named before, together. */
const TOGETHER =
  /^(?:或|或者|又|亦)(?!有)|(?:^|,)(?:以上)?(?:[均都]|两者|二者|三者|全部|同时)(?=[未无没不缺])/;
/** 缺项扣1分: for each missing one, or once. */
const PIECES = /(?:^|,)(?:有)?[缺漏少][项次件份人]$/;
/** 部分未落实, 全部未落实: degrees of one thing, of which only one can be. */
const STATE =
  /(?:^|,)(?:未完全|未全部|不完全|部分|大部分|少部分|少数|个别|全部|完全|基本)(?!人员|群众|单位|村)/;
/** 无阵地的村扣1分: for each such village, or once; /瓮，缺一张: behind the points before, in no known unit. */
const BEARER = /^\/|的(?:村|户|企业|单位|部门|站所|案卷|档案|人员?|项目|科室|乡镇|街道|社区|学校)$/;
/** Nobody's fault, but whose points: 责任单位每件扣2分，配合单位每件扣1分. */
const ROLE =
  /^(?:主要|直接)?(?:责任|配合|牵头|主办|协办|承办|参与|主管|分管|包保|挂钩)(?:单位|部门|科室|领导|人|镇街)(?:的)?(?:,?每.{1,3})?$/;
/** Says how the points are to be taken, not for what: at least, altogether, once for all. */
const HOW =
  /(?:至少|最少|不少于|不低于|约|大约|可|可以|最多|最高|累计|合计|共|只|仅|不论[^,]*|一次性|(?<![每各一二两三\d])起步?|减[少轻]|从[轻宽低]|(?<![数量员额度偏太较过缺减次人篇份课时])少)$/;
/** A lesser price for the same fault, once mended. */
const MENDED = new RegExp(
  [
    '^[^未不没无]*(?:已|及时|主动|自[行觉主]|当[场即]|立即|限时|经(?:提醒|督[促办]|催[办促]|查实|核实|批评)[^未不没无]*|限期内?)(?:整[改治]|改正|[纠更]正|清理|补报|补齐|完善|说明|报告|上报|完成|消除|销号|处[理置]|办结)(?!率)[^未不没无缺漏错]*$',
    '^[^未不没无]*自[查行觉][^未不没无]*(?:整[改治]|改正|[纠更]正|清理)(?:到位)?(?:的|$)',
    '^[^未不没无]*(?:经(?:提醒|督[促办]|催[办促])[^未不没无]*|(?:整改|复查)[^未不没无]*(?:合格|达标|到位|完成)(?:的|$).*)$',
    '(?:整改|改正|[纠更]正)到位的?$|^(?:事后|后)?补[开交报录签办做]',
  ].join('|'),
);
/** An excuse for what costs more without one: 有正当理由的每件扣0.3分. */
const EXCUSED =
  /(?:^|[,有因属系])(?:正当|合理|客观|特殊|不可抗)[^,]{0,2}(?:理由|原因|情况|力)|(?<![未无没非不])经[^,未]{0,6}(?:批准|同意|报备)|非主观|情况特殊|事出有因|(?<![未没])提前(?:说明|报备|请假)/;

/** Why a deduction may not strike as its proposal says. */
export function faultDoubts(
  { action, condition, count }: Statement<ActionOf<'deduct'>>,
  label: string,
): string[] {
  if (/^(?:并|且|同时|还|也|并且)?$/.test(condition)) return ['扣分前面没有写明情形'];
  const doubts: string[] = [];
  const times = action.unit ? undefined : occurrence(count || condition);
  if (times?.severalAtOnce) {
    doubts.push(`“${label}”扣${showPoints(action.points)}分：不是按一个单位扣分，请核对`);
  } else if (times?.certain === false || action.each || PIECES.test(condition) || BEARER.test(condition)) {
    doubts.push(`“${label}”按什么次数扣分，请核对`);
  }
  if (ROLE.test(condition)) doubts.push(`“${label}”扣的是不是本单位的分，请核对`);
  if (HOW.test(condition)) doubts.push(`“${label}”怎样扣分，请核对`);
  if (
    TURN.test(condition) ||
    BEYOND.test(condition) ||
    BEYOND_COUNT.test(condition) ||
    FROM_TIME.test(condition) ||
    (times?.repeats && isFromCount(condition, times.unit))
  ) {
    doubts.push(`“${label}”从第几次起扣分，请核对`);
  }
  if (/^\([^)]*$/.test(condition)) doubts.push(`“${label}”在括号里，是否代替前面的扣分，请核对`);
  if (STATE.test(condition)) doubts.push(`“${label}”像是分档，请核对`);
  if (TOGETHER.test(condition)) doubts.push(`“${label}”与前面的情形怎样合起来扣分，请核对`);
  if (
    MENDED.test(condition) ||
    (EXCUSED.test(condition) && !/[未无没](?=正当|合理|客观|特殊)/.test(condition))
  )
    doubts.push(`“${label}”扣分较轻，是否代替前面的扣分，请核对`);
  return doubts;
}

/** 超过3项未达标的，每项: from a number on of what is counted. 超过3个月 is no count of 每个. */
function isFromCount(condition: string, unit: string): boolean {
  const counted = unit === '个' ? `个(?!月|(?!起)${UNIT})` : `个?${unit}`;
  return new RegExp(`${FROM}${NUMERAL}${counted}|(?<!每)${NUMERAL}${counted}${ONWARDS}`).test(condition);
}
