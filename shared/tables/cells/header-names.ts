import { squeeze } from '../rule-text/compact.ts';
import type { ColumnRole } from '../column-map.ts';

/**
 * What a header says a column is. `name` and `text` are open: a column called 指标 or 项目 may hold titles or whole
 * criteria; its content decides.
 */
export type HeaderMeaning = ColumnRole | 'name' | 'text';

/** First match wins: the narrow names stand before the wide ones. */
const NAMES: readonly (readonly [RegExp, HeaderMeaning])[] = [
  [/^(?:序号?|编号|编码|号|项次|项号|代码|No\.?|指标编号|指标代码|条目号)$/i, 'number'],
  [
    /^(?:年度|考核|绩效)?(?:目标值|指标值|目标数|基准值|参考值|标杆值|标准值)$|^(?:计量|度量|指标)单位$|^量纲$|^(?:数据口径|统计口径|指标性质|指标类型|(?:数据|资料|信息)来源)$|^第?[一二三四1-4]季度?(?:目标|完成)?$|^(?:[1-9][0-2]?|[一二三四五六七八九]|十[一二]?)月份?$|^[上下]半年$/,
    'fact',
  ],
  [/单项否决|一票否决|否决(?:项|条件|情形|事项|条款|内容|指标)?$|是否否决/, 'veto'],
  [/自评分?|自查分?|自评得分|自测分|自我评|自考|申报分/, 'selfScore'],
  [/^(?:评分|得分|考核|评价)?(?:档次|等次|等级|情形|分档)$/, 'text'],
  [
    /考核得分|考评得分|评审得分|评估得分|实得分|考核分$|核定分|复评|审核分|专家评分|核查得分|得分情况|考评分$|评定分|抽查得分|终评|初评|^得分$|^评分$|^扣分$|扣分值?情况|^加分$|扣分数|实际得分|现场得分/,
    'reviewScore',
  ],
  [/^(?:一级|1级|第一级)(?:考核|评价|评估)?(?:指标|项目|目录)?$|^A级指标$/, 'level1'],
  [/^(?:二级|2级|第二级)(?:考核|评价|评估)?(?:指标|项目|目录)?$|^B级指标$/, 'level2'],
  [/^(?:三级|3级|第三级)(?:考核|评价|评估)?(?:指标|项目|目录)?$|^C级指标$/, 'level3'],
  [/^(?:四级|4级|第四级)(?:考核|评价|评估)?(?:指标|项目|目录)?$|^D级指标$/, 'level4'],
  [/^(?:五级|5级|第五级)(?:考核|评价|评估)?(?:指标|项目|目录)?$|^E级指标$/, 'level5'],
  [/^(?:六级|6级|第六级)(?:考核|评价|评估)?(?:指标|项目|目录)?$/, 'level6'],
  [/权重|占比|比重|系数/, 'weight'],
  [
    /[评扣计打得赋记给加减](?:扣|减)?分(?:标准|细则|办法|依据|说明|规则|要点|方法|方式|情形|条件|原则|要求|口径)|考核标准|考评标准|评价标准|评估标准|验收标准|检查标准|考核细则|考评细则|评定标准|测评标准|考核评分/,
    'criterion',
  ],
  [
    /分值|标准分|满分|总分|配分|基本分|基准分|应得分|规定分|^分数$|^分$|^赋分$|^计分$|参考分|设定分|权分|额定分|^(?:加减|加扣|奖扣|奖惩|奖罚)分$|^奖励?分$/,
    'fullScore',
  ],
  [
    /佐证|证明材料|支撑材料|主要资料|备查|资料清单|印证|台账资料|提供(?:的)?(?:材料|资料)|所需(?:材料|资料)|材料清单|评审材料|查阅资料|验收材料|材料目录|上报材料/,
    'evidence',
  ],
  [
    /(?:责任|牵头|考核|负责|主管|实施|评分|牵头考核|负责考核|配合|评价|数据提供|承办|落实|考评)(?:部门|单位|科室|处室|股室|机构|主体|领导)|责任人|^(?:考核|考评|评分|评价|检查|打分|评定)人$|责任主体|^部门$|^科室$/,
    'department',
  ],
  [/时限|期限|完成时间|时间要求|时间节点|考核时间|完成日期|截止/, 'deadline'],
  [/适用(?:单位|对象|范围|类别)|考核对象|被考核单位|适用于/, 'appliesTo'],
  [
    /(?:考核|考评|评价|评估|检查|验收|核查|测评|审核|考查|评审|查验|验证)(?:办法|方法|方式|手段|途径|形式)|^(?:办法|方法|方式)$/,
    'method',
  ],
  [/备注|说明|^注$|附注|原因|理由|扣分项(?!目)|存在问题/, 'note'],
  [
    /(?:内容|要求|要点|标准|说明|内涵|.任务|.事项|解释|描述|要素|观测点|测评点|评价点|考核点|评分点|扣分点|举措|措施|规范|做法|情形|.情况|表现)(?:及[^,]{1,6})?$/,
    'text',
  ],
  [
    /指标|项目|类别|类目|科目|[大小主子]项|要素|维度|领域|栏目|类型|事项|模块|板块|方面|环节|名称|分类|条目|任务|目标|^项$|^类$/,
    'name',
  ],
];

/** A heading without what is noted beside it: 三级指标⏎★为核心指标 -> 三级指标, 分 值（60分） -> 分值. */
export function headerWord(text: string): string {
  const [before = '', after = ''] = text.split(/\n\s*(?=[★※*▲(（]|注)/);
  const word = squeeze(before.trim() === '' ? after : before)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[:。*★※▲]/g, '');
  return word;
}

/** What a header text says, or undefined where it is no header word. */
export function headerMeaning(text: string): HeaderMeaning | undefined {
  const word = headerWord(text);
  if (word === '' || word.length > 20 || /[,;。]/.test(word)) return undefined;
  // The longer, the more a heading must end as one: 评分标准及扣分办法, not a sentence that speaks of one.
  if (word.length > 14 && !/(?:标准|办法|内容|要求|细则|说明|指标|项目|分值|材料|情况|方式|方法)$/.test(word))
    return undefined;
  return NAMES.find(([pattern]) => pattern.test(word))?.[1];
}

const CAP =
  '(?:(?:加减分|[加扣减奖]分?|得分)?(?:封顶|上限|限额|最[高多大](?:可)?[加扣减奖得]?|至多[加扣减奖])分?(?:分?值|数)?)';
const CAP_HEADING = new RegExp(`^${CAP}$`);
const CAP_CELL = new RegExp(`(^|；)${CAP}：[^；\\n]*`, 'gm');

/** The most that a row may add or take stands below it: 封顶, 上限, 最高加分, 最多扣, 扣分上限. */
export function isCapHeading(text: string): boolean {
  return CAP_HEADING.test(headerWord(text));
}

/** A row's texts without what such a column says of it: 封顶：5. */
export function withoutCapCells(text: string): string {
  return text.replace(CAP_CELL, '$1').trim();
}

const GRADES =
  /^(?:特?优秀?|[较很]?好|良好?|中等?|一般|[较很]?差|(?:基本|不)?(?:合格|达标|满意|符合|完成)|非常满意|[A-E]|[一二三四五]档|第[一二三四五]档|[一二三四五]等)(?:级|等次?|档次?)?$/;

/** A heading that is a grade: 优, 良（80-89）, 基本合格, A级. */
export function isGrade(text: string): boolean {
  return GRADES.test(headerWord(text));
}
