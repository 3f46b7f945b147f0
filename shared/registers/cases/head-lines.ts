/** "案例一", "【案例1】", "附件：", "附件1-2", "附件3：典型案例". What goes on behind it is a title: "案例一：夜市油烟". */
const NUMBER =
  '(?:第?[（(]?(?:[一二三四五六七八九十]{1,3}|\\p{Nd}{1,3})(?:[-—－~～]\\p{Nd}{1,3})?[）)]?号?)?';
const LABEL = new RegExp(
  `^[【\\[（(]?(?:(?:附件|附)${NUMBER}[：:]?(?:典型案例|案例)?|(?:典型)?案例之?${NUMBER}|第[一二三四五六七八九十\\p{Nd}]{1,3}[篇则])[】\\]）)]?[：:、.．]?$`,
  'u',
);

/** Whose case it is, said in a line of its own. */
const SENDER = /^(?:(?:报送|推荐|选送|申报|供稿|编写|填报)(?:单位|部门)|单位(?:名称)?)[：:].{1,40}$/u;
/**
 * A unit's own name: a place, what an organ does, what organs are called. Not 破解监管困局, 打造执法新格局; not where
 * something is told of it.
 */
const PLACE = '(?:[\\p{Script=Han}XＸ×某○]{1,10}(?:省|市|县|区|旗|镇|乡|街道))';
const ORGAN = [
  '(?:市场监督?管?理?|市监|城市管理|城市综合执法|综合行政执法|行政执法|综合执法|城管|公安|税务|生态环境|环境保护|环保|交通运输|交通|农业农村|农业|农牧|应急管理|应急|自然资源|自然资源和规划|规划|国土资源|住房和城乡建设|住房保障|住建|水利|水务|文化|文化和旅游|文化广电和旅游|文旅|人力资源和社会保障|人社|司法|教育|体育|教育体育|民政|财政|商务|烟草专卖|气象|林业|园林|粮食|粮食和物资储备|医疗保障|医保|审计|统计|科学技术|科技|工业和信息化|工信|大数据|金融工作|信访|卫生健康|卫健|民族宗教|药品监督管理|食品药品监督管理|质量技术监督|安全生产监督管理|邮政管理|消防救援|供销|海关|地震|人防|退役军人事务|机关事务)+(?:分|总)?(?:局|委员会|委|厅|站)',
  '(?:发展和?改革|卫生健康|民族宗教事务?|国有资产监督管理|城乡建设)委(?:员会)?',
  '(?:[\\p{Script=Han}]{0,14}(?:执法|监察|稽查|救援|交警|交通警察|运政|路政)[\\p{Script=Han}]{0,4}(?:大|支|总|中)队)',
  '(?:人民政府|政府)(?:办公室)?|司法所|市场监管所|办事处|管理委员会|管委会',
].join('|');
const UNIT = new RegExp(
  `^(?:${PLACE}{0,3}(?:${ORGAN}))(?:[\\p{Script=Han}]{0,8}(?:分局|大队|支队|中队))?$`,
  'u',
);

/** A line above the title that belongs to the paper and not to the case: its number, whose it is. */
export function isHeadLine(line: string): boolean {
  const words = line.replace(/\s+/gu, '');
  return LABEL.test(words) || SENDER.test(words) || (words.length <= 30 && UNIT.test(words));
}
