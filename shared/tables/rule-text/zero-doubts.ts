import { ofKind, type Reading } from './composition.ts';
import { gapsOf, sentencesOf, shortened } from './loose.ts';
import { isCountOnly } from './occurrence.ts';
import { ITEM } from './reader.ts';
import type { Statement } from './statement.ts';
import { UNIT } from './words.ts';

const NAMES_ITEM = new RegExp(ITEM);
/** Begins the last clause before 不得分 where it says what of the item is lost: 该卷, 当月, 每户. */
const PART =
  /^(?:[两三四五六\d]+[项个条]均?|(?:则|即|对)?(?:该|此|本|这|那|当|每|各|其(?![他余])|相应|对应|相关|所在|同|单|某)[^未无没不缺]{0,8})$/;
const THINGS = `(?!单位)(?:部分|材料|资料|内容|小项|子项|科目?|文件|信息|报告|记录|文书|企业|成果|作品|课题|指标|数据|试卷|表格|表单|任务|事例|车间|样本|图片|照片|视频|证照|证件|工程|标段|设备|产品|样品|商户|店铺|农户|路段|河段|合同|票据|凭证|账目|病历|处方|教案|作业|课程|会议|活动|问题|档案|站所|点|款|${UNIT})`;
const FALSE =
  '(?:不合格|不达标|不规范|不实|未达标|无效|虚假|造假|作假|失实|雷同|抄袭|过期|违规|违法|重复|超期|逾期|迟报|迟交|漏交|缺失|缺项|超出)';
/** 代签的签到表, 缺证据的行政案件: things that a word of what kind may stand before. */
const NAMED =
  '[^,的未无没不缺]{1,4}(?:案件|案卷|卷宗|材料|资料|信息|文书|台账|档案|表|数据|文件|照片|证书|项目|作品|稿件|名单|清单|点位|路段|企业|人员)';
/** 未签字的案卷, 漏报的同一案件, 造假案卷: the part that gets no points, not a condition. */
const LOST_PART = new RegExp(
  `(?:[的者](?:同一|同类|对应|相应|相关|有关|全部|所有|个别|单(?!位)个?)?|^${FALSE}[^,]{0,4})${THINGS}$|[的者]${NAMED}$|^[虚漏错瞒]报[户村人件份]$|部分$`,
);
/** 逾期5天以上该次, 缺证据此案: pointed at in the clause that says what is wrong with it. */
const POINTED_AT = new RegExp(
  `(?<![应无有])(?:(?<!如|因|彼)此|该|(?<!适|相)当(?!选|事)|(?<=上|下|内|外|过|\\d.)[这那其])[一1]?个?类?(?:单位|${THINGS})$`,
);
/** 该校全部指标, 单位全年考核: more than the item, or whoever gets no points. */
const WIDER =
  /(?:全部|所有|各|一切|整个|全年|年度|年终|当年|半年|季度|综合|总体|整体|相关|有关)[^未无没不缺]{0,8}(?:指标|[分子小]项|项目?|考核|考评|评价|评比|工作|内容|成绩)$|(?:责任|相关|有关|所在|当事|涉事)(?:单位|部门|科室|人员?|村|社区|乡镇|街道|学校|企业)$|(?:整个|全|本)(?:年度?|季度?|月)$|^(?:上述|以上|前述)[^情]{0,6}$/;
/** 弄虚作假的，党建考核不得分: behind a condition of its own, named as another thing than the item. */
const OTHER_SCOPE = /(?:考核|考评|评价|工作|建设|成绩|指标)$/;
const MADE =
  /^(?:未|没有?|不)(?:能|及时|按[^,]{0,6})?(?:建立|提供|制定|形成|报送|上报|提交|留存|保存|编制|编写|落实|完成|召开|配备|设置|设立|开展|签订|印发|公示|公开|安装|张贴|出台)(?![的者])/;
const ONLY_THESE = /^(?:同一|重复|已|多次|转载|再次|因|超出|超过部分|多报)/;
const GOES_ON = /^(?:或|或者|又|亦|均|都|也|且|再|仍|并)(?!无|购)/;

/** 无固定的场所: what is not there, with a word of what it should be like. */
const LACKS =
  /^(?:无|没有|缺少|缺乏).*(?:固定|专[门用职属]|完整|必要|有效|独立|统一|规范|正式|书面|具体|相应|健全|合格|可行)的/;

/** Why a 不得分 may not be the loss of the whole item on the condition before it. */
export function zeroDoubts(reading: Reading): string[] {
  return ofKind(reading, 'zero').flatMap((zero) => {
    const words = shortened(reading.text.slice(zero.from, zero.action.to));
    if (isOfPart(zero, reading)) return [`“${words}”是一部分不得分还是本项不得分，请核对`];
    const why = doubtOf(zero, reading);
    return why === undefined ? [] : [`“${words}”${why}`];
  });
}

/** The words name something smaller than the item: 该卷不得分, 未签字的案卷不得分. */
export function isOfPart(zero: Statement, { text }: Reading): boolean {
  if (NAMES_ITEM.test(text.slice(zero.action.from, zero.action.to))) return false;
  const near = nearOf(zero, text);
  if (PART.test(near) || isCountOnly(near) || /部分$/.test(near)) return true;
  const words = near.replace(/[的者]$/, '');
  return (LOST_PART.test(words) || POINTED_AT.test(words)) && !MADE.test(near) && !LACKS.test(near);
}

/** The clause next to 不得分. */
function nearOf({ from, action }: Statement, text: string): string {
  const clauses = text.slice(from, action.from).split(/[,。;\n]|(?<=[的者])(?=[该此本这当每各其])/);
  return clauses.filter((part) => part !== '').at(-1) ?? '';
}

function doubtOf(zero: Statement, reading: Reading): string | undefined {
  const { action, condition, from } = zero;
  const { text } = reading;
  const phrase = text.slice(action.from, action.to);
  const whole = NAMES_ITEM.test(phrase) || /全|所有/.test(phrase);
  const near = nearOf(zero, text);
  const raw = text.slice(from, action.from);
  const isListed = zero.part > 0;
  if (condition === '') return '在什么情形下，请核对';
  const bearer = near.split(/[的者]/).at(-1) ?? '';
  const isOther = WIDER.test(bearer) || (OTHER_SCOPE.test(bearer) && raw.length > bearer.length);
  if (isOther && !/[未无没不缺]/.test(bearer)) return '的范围是否比本项大，请核对';
  if (!whole && /直接/.test(phrase)) return '是本项0分还是总分0分，请核对';
  if (/每(?![年月季周日天]|半年)/.test(near) || ONLY_THESE.test(near)) return '对什么不得分，请核对';
  if (isListed && !/本|全部|所有/.test(phrase)) return '是这一部分不得分还是本项不得分，请核对';
  if (/[该此这]/.test(phrase) && /[每各某一缺]项/.test(condition)) return '是哪一项不得分，请核对';
  if (/其中/.test(raw) || GOES_ON.test(condition)) return '接着哪一种情形，请核对';
  if (!whole && /者,?$/.test(raw)) return '是否指本项，请核对';
  const before = gapsOf(reading).find(({ next }) => next === zero);
  const last = sentencesOf(before?.text ?? '').at(-1);
  const goesOn = last && last.words !== '' && (last.end === ';' || /或者?$/.test(last.words));
  return goesOn ? `是否也指“${shortened(last.words)}”，请核对` : undefined;
}
