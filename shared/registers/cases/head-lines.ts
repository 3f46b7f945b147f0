/** "案例一", "【案例1】", "附件：", "附件1-2", "附件3：典型案例". What goes on behind it is a title: "案例一：夜市油烟". */
const NUMBER =
  '(?:第?[（(]?(?:[一二三四五六七八九十]{1,3}|\\p{Nd}{1,3})(?:[-—－~～]\\p{Nd}{1,3})?[）)]?号?)?';
const LABEL = new RegExp(
  `^[【\\[（(]?(?:(?:附件|附)${NUMBER}[：:]?(?:典型案例|案例)?|(?:典型)?案例之?${NUMBER}|第[一二三四五六七八九十\\p{Nd}]{1,3}[篇则])[】\\]）)]?[：:、.．]?$`,
  'u',
);

/**
 * What a form asks for, said in a line of its own: whose case it is, its number, its kind. Only these words: any other
 * with a colon begins a title (夜市油烟：从投诉到点赞; 案例名称：…).
 */
const FIELD = [
  '(?:(?:报送|推荐|选送|申报|供稿|编写|填报|上报|提供|执法|办案|承办)(?:单位|部门|机关)|单位(?:名称)?)',
  '(?:案例|案件|稿件|材料)?(?:编号|序号|类别|类型|分类|来源)|(?:执法|所属|行业|业务)(?:领域|类别|类型)|密级|版本|期号',
  '(?:报送|上报|推荐|申报|填报|供稿|编写|提交|案例|办案|填表)?(?:时间|日期)',
  '(?:报送|上报|推荐|申报|填报|供稿|编写|填表|撰稿|执笔|审核|审稿|签发|联系|承办|讲述|主讲)人(?:员)?|作者',
  '(?:联系|办公)?(?:电话|方式|手机)|手机号?码?|(?:电子)?邮箱|传真',
].join('|');
const FIELDS = new RegExp(
  `^[【\\[（(]?(?:${FIELD})(?:[）)】\\]]?[：:]|[】\\]])[^。；;]{0,40}$|^(?:案例)?编号(?:第)?[\\p{Nd}A-Za-z-]{1,20}号?$`,
  'u',
);

/** The same words in a line or a cell of their own; what they ask for stands in the next one. */
const ASKED = new RegExp(`^(?:${FIELD}|单位|姓名|职务|联系人?|地址)$`, 'u');
const TITLE_ASKED = /^(?:案例)?(?:名称|标题|题目|题名)$/u;

/** What a line asks for that says nothing else; undefined where it is no such line. */
export function askedBy(line: string): 'title' | 'form' | undefined {
  const words = line.replace(/[\s：:]+/gu, '');
  return TITLE_ASKED.test(words) ? 'title' : ASKED.test(words) ? 'form' : undefined;
}

/** "— 1 —", "第1页 共3页"; （此件公开发布）; 行政指导类案例; 目录 and its lines with their pages. */
const OF_PAPER = [
  '[—－\\-–]*\\p{Nd}{1,3}[—－\\-–]*|第\\p{Nd}{1,3}页(?:[，,/]?共\\p{Nd}{1,3}页)?',
  '[（(]?此件(?:主动|依申请|不予|不)?(?:公开|予以公开)(?:发布)?[）)]?',
  '(?:行政)?(?:指导|调解|处罚|许可|检查|执法|风险防控|法律风险防控|说理式执法|柔性执法)类(?:典型)?案例?',
  '目录|.{1,60}?(?:\\.{3,}|…{1,}|·{3,}|\\t)\\p{Nd}{1,3}',
].join('|');
const PAPERS = new RegExp(`^(?:${OF_PAPER})$`, 'u');

/** "2024年11月", "（二〇二四年十一月五日）", "2024.11.5", "2024年第3期"; "某政办〔2024〕9号". */
const DIGIT = '[\\p{Nd}〇○零一二三四五六七八九十]';
const DAY = new RegExp(
  `^[（(]?${DIGIT}{4}(?:年度?|[.．/／—－-])(?:${DIGIT}{1,3}(?:月份?|[.．/／—－-]|$)?(?:${DIGIT}{1,3}[日号]?|[上中下]旬)?|(?:总?第)?${DIGIT}{1,3}(?:季度|期|批|辑)|[上下]半年)?[）)]?$`,
  'u',
);
const PAPER_NUMBER = new RegExp(
  `^[\\p{Script=Han}XＸ×○]{1,12}[〔\\[（(【]${DIGIT}{4}[〕\\]）)】]第?[\\p{Nd}XＸ×]{1,4}号$`,
  'u',
);
/**
 * A unit's own name: a place, what an organ does, what organs are called. Not 破解监管困局, 打造执法新格局; not where
 * something is told of it.
 */
const PLACE = '(?:[\\p{Script=Han}XＸ×某○]{1,10}(?:省|市|县|区|旗|镇|乡|街道))';
const ORGAN = [
  '[XＸ×某○]{1,4}(?:分|总)?(?:局|委员会|委|厅|站|(?:大|支|总|中)队)',
  '(?:市场监督?管?理?|市监|城市管理|城市综合执法|综合行政执法|行政执法|综合执法|城管|公安|税务|生态环境|环境保护|环保|交通运输|交通|农业农村|农业|农牧|应急管理|应急|自然资源|自然资源和规划|规划|国土资源|住房和城乡建设|住房保障|住建|水利|水务|文化|文化和旅游|文化广电和旅游|文旅|人力资源和社会保障|人社|司法|教育|体育|教育体育|民政|财政|商务|烟草专卖|气象|林业|园林|粮食|粮食和物资储备|医疗保障|医保|审计|统计|科学技术|科技|工业和信息化|工信|大数据|金融工作|信访|卫生健康|卫健|民族宗教|药品监督管理|食品药品监督管理|质量技术监督|安全生产监督管理|邮政管理|消防救援|供销|海关|地震|人防|退役军人事务|机关事务)+(?:分|总)?(?:局|委员会|委|厅|站)',
  '(?:发展和?改革|卫生健康|民族宗教事务?|国有资产监督管理|城乡建设)委(?:员会)?',
  '(?:[\\p{Script=Han}]{0,14}(?:执法|监察|稽查|救援|交警|交通警察|运政|路政)[\\p{Script=Han}]{0,4}(?:大|支|总|中)队)',
  '(?:人民政府|政府)(?:办公室)?|司法所|市场监管所|办事处|管理委员会|管委会',
].join('|');
const UNIT = new RegExp(
  `^(?:${PLACE}{0,3}(?:${ORGAN}))(?:[\\p{Script=Han}]{0,8}(?:分局|大队|支队|中队))?$`,
  'u',
);

/**
 * The collection's own name and nothing else: whose, of which year, of which work, "典型案例" and which of them. Not
 * what tells of a matter: "某市某局办理某案典型案例", "夜市油烟治理典型案例" are titles.
 */
const YEAR = `(?:${DIGIT}{4}年?度?|近年来?)?`;
const WHOSE = `(?:(?:全[国省市县区]|本[省市县区])?(?:${PLACE}{0,3}(?:${ORGAN})|${PLACE}{1,3})?|全系统|[\\p{Script=Han}]{2,6}系统)?`;
const WORK =
  '(?:服务型|柔性|说理式|说理性|规范|严格|公正|文明|规范化|行政|综合|执法|指导|调解|处罚|许可|检查|监管|普法|行政执法|不予|免罚|轻微|首违|不罚|包容|审慎|涉企|优化|营商环境|法治|政府|建设|依法|示范|领域|工作|服务|与|和|、|“|”)';
const BEST = '(?:[一二三四五六七八九十百\\p{Nd}]{1,3}[大个例件篇]|优秀|精品|指导性?|首批|第.{1,2}批)?';
const WHICH = `(?:之?(?:案例)?${NUMBER}|[（(]?第${DIGIT}{1,3}[批期辑][）)]?)`;
const BOOK =
  '(?:汇编|选编|选登|选|集锦|集|库|汇总|展播|展示|评选|征集|材料|文本|(?:申报|推荐|报送|登记|征集|评选|汇总)表)?';
const COLLECTION = new RegExp(
  `^(?:附件${NUMBER}[：:]?)?[《“【]?(?!.*[夜超菜早]市)${YEAR}${WHOSE}${YEAR}${WORK}{0,12}${BEST}(?:典型|优秀|精品)(?:执法)?案例${BOOK}[》”】]?${WHICH}${BOOK}$`,
  'u',
);

/** "name": a number or a unit, of which few stand above a title. "collection": so called, but a title where no other is. */
export type HeadKind = 'name' | 'form' | 'collection';

/** A line above the title that belongs to the paper and not to the case: its number, whose it is, its day. */
export function headKind(line: string): HeadKind | undefined {
  const words = line.replace(/\s+/gu, '');
  if (LABEL.test(words) || (words.length <= 30 && UNIT.test(words))) return 'name';
  if (words.length > 50) return undefined;
  if (
    PAPERS.test(line.trim().replace(/ +/gu, '')) ||
    FIELDS.test(words) ||
    DAY.test(words) ||
    PAPER_NUMBER.test(words)
  )
    return 'form';
  return words.length <= 40 && /案例/.test(words) && COLLECTION.test(words) ? 'collection' : undefined;
}
