import { expect, it } from 'vitest';
import type { Source } from '../../../../shared/standard/schema.ts';
import { allItems } from '../../../../shared/standard/places.ts';
import { readReference } from './files.ts';

const D1_CITY = '郑法政办〔2020〕14号';
const D1_PROVINCE = '豫法政办〔2020〕16号';
const D2_CITY = '郑法政办〔2020〕9号';
const D3 = '郑依法行政领办〔2017〕36号';
const D4 = '《2022年度全省推进服务型行政执法建设工作要点》';
const D5 = '管防字〔2012〕40号';

/**
 * What each clause of the source documents asks for. Each line needs an item, bonus or penalty entry that
 * cites the clause and speaks of the matter, so that a citation cannot stay behind on an unrelated item.
 */
const CLAUSES: readonly (readonly [document: string, clause: string, about: RegExp])[] = [
  [D1_CITY, '二', /对标/],
  [D1_CITY, '二', /结对/],
  [D1_PROVINCE, '二（二）', /综合汇报材料/],
  [D1_PROVINCE, '二（一）', /座谈交流.*现场观摩.*查阅资料.*答疑解惑/],
  [D1_PROVINCE, '二（二）', /微视频/],
  [D1_PROVINCE, '二（二）', /^优化监管方式、提高服务效能/],
  [D1_PROVINCE, '二（三）', /满意度/],
  [D2_CITY, '一（一）', /主题鲜明/],
  [D2_CITY, '一（二）', /亮点突出/],
  [D2_CITY, '一（二）', /执法效能/],
  [D2_CITY, '一（二）', /包容审慎监管/],
  [D2_CITY, '一（二）', /引导.*规范/],
  [D2_CITY, '一（二）', /辅导/],
  [D2_CITY, '一（二）', /防范、化解违法风险/],
  [D2_CITY, '一（二）', /指导.*纠正违法行为/],
  [D2_CITY, '一（三）', /注重实效/],
  [D2_CITY, '二（二）', /工作背景、实施过程或者案例评析/],
  [D2_CITY, '二（三）', /1500字.*10分钟/],
  [D2_CITY, '三（二）', /2例/],
  [D3, '二（一）', /行政指导工作规范/],
  [D3, '二（一）', /行政指导文书/],
  [D3, '二（一）', /行政指导案例/],
  [D3, '二（二）', /调解人员/],
  [D3, '二（二）', /流程/],
  [D3, '二（二）', /调解文书/],
  [D3, '二（二）', /统计报告/],
  [D3, '二（二）', /行政复议.*和解、调解/],
  [D3, '二（三）', /互联网\+行政执法/],
  [D3, '二（四）', /培训/],
  [D3, '二（四）', /年审/],
  [D3, '二（五）', /观摩/],
  [D3, '二（五）', /标兵/],
  [D3, '二（五）', /示范点/],
  [D3, '三（一）', /组织领导/],
  [D3, '三（三）', /督导检查/],
  [D3, '三（四）', /总结/],
  [D3, '三（四）', /宣传/],
  [D3, '附件1 第三项', /行政调解队伍名单/],
  [D3, '附件1 第三项', /指导.*基层单位设室/],
  [D3, '附件3 第一项', /年度实施方案/],
  [D3, '附件3 第二项', /文书/],
  [D3, '附件3 第二项', /案例评选/],
  [D3, '附件3 第三项', /人员名单/],
  [D3, '附件3 第三项', /调解室/],
  [D3, '附件3 第四项', /培训考试内容/],
  [D3, '附件3 第八项', /创新举措/],
  [D3, '附件4 第一项', /年度实施方案/],
  [D3, '附件4 第二项', /文书使用/],
  [D3, '附件4 第三项', /人员名单/],
  [D3, '附件4 第三项', /调解室/],
  [D3, '附件4 第四项', /培训考试内容/],
  [D3, '附件4 第七项', /创新举措/],
  [D4, '一1', /比武练兵/],
  [D4, '一1', /授课员/],
  [D4, '一2', /微宣讲、走基层/],
  [D4, '一2', /授课员/],
  [D4, '二4', /行政指导融入行政处罚/],
  [D4, '二5', /告知引导/],
  [D4, '二6', /风险点/],
  [D4, '二6', /防控措施/],
  [D4, '二6', /征求意见/],
  [D4, '二6', /宣传与落实/],
  [D4, '四10', /营商环境/],
  [D4, '三7', /宣传/],
  [D4, '三8', /微动漫/],
  [D4, '四12', /责令整改/],
  [D4, '四12', /不作为、乱作为、牟利执法、粗暴执法/],
  [D5, '二（一）', /学习/],
  [D5, '二（一）', /8月/],
  [D5, '二（一）', /培训/],
  [D5, '二（二）1', /事前提示、事中指导、事后回访/],
  [D5, '二（二）1', /30%/],
  [D5, '二（二）2', /信息公开/],
  [D5, '二（二）2', /裁决结果/],
  [D5, '二（二）3', /调解/],
  [D5, '二（二）4', /风险评估/],
  [D5, '二（二）4', /等级/],
  [D5, '二（二）5', /裁量基准/],
  [D5, '二（二）6', /网格/],
  [D5, '二（二）7', /执法主体/],
  [D5, '二（二）7', /亮证/],
  [D5, '二（二）7', /举报投诉登记/],
  [D5, '二（二）7', /5日内/],
  [D5, '二（三）', /文明执法/],
  [D5, '三（一）', /目标考核/],
];

const standard = readReference();
const entries = [
  ...allItems(standard).map(({ item }) => item),
  ...(standard.bonus?.entries ?? []),
  ...(standard.penalty?.entries ?? []),
];
const cites = (basis: Source[], document: string, clause: string) =>
  basis.some((source) => source.document === document && source.clause === clause);

it.each(CLAUSES)('covers %s %s: %s', (document, clause, about) => {
  const covering = entries.filter(
    ({ title, criterion, basis }) => cites(basis, document, clause) && about.test(`${title} ${criterion}`),
  );
  expect(covering.map(({ code }) => code)).not.toEqual([]);
});
