/** What a template may name between 【 and 】: the name, and what stands there afterwards. */
export const TEXT_FIELDS = {
  文书名称: '本文书的名称；自己的模板是文件名，不含导出时加的“模板-”和日期时间',
  推荐表名称: '标兵推荐表、示范点验收申请表或者日常自评情况表，随活动而变',
  活动名称: '所参加活动的名称',
  活动文号: '活动通知的文号',
  活动类别: '标兵推荐、示范点验收或者日常自评',
  材料名称: '推荐材料、验收材料或者自评材料',
  单位名称: '单位全称',
  统一社会信用代码: '18 位代码',
  单位类别: '所选的类别，或者自己写的类别',
  单位性质: '行政机关、事业单位等',
  机构级别: '如：正科级',
  单位地址: '地址',
  主要负责人: '姓名',
  主要负责人职务: '职务',
  编制人数: '人数',
  在岗执法人员: '人数',
  持证人数: '人数',
  执法门类: '如：市容环境卫生、城市规划',
  行业: '如：城市管理',
  地域: '如：××市××区',
  上级主管部门: '单位自己写的上级主管部门',
  命名级别: '省级示范点、市级示范点、县级示范点',
  命名文号: '命名示范点的文号',
  命名日期: '如：2019年12月20日',
  培育文号: '列为培育对象的文号',
  培育日期: '列为培育对象的日期',
  联系人: '姓名',
  联系电话: '电话',
  荣誉: '所获荣誉，分行写的仍然分行',
  结对标兵: '结对的标兵单位',
  主要事迹: '主要事迹，分行写的仍然分行',
  主要举措: '自评报告的主要举措',
  工作亮点: '自评报告的工作亮点',
  工作成效: '自评报告的工作成效',
  案例: '自评报告的案例',
  数据: '自评报告的数据说明',
  标准名称: '评分所用标准的名称',
  标准版本: '标准的版本',
  标准性质: '正式标准、参考标准等，不是正式标准的会写明',
  评分依据: '“按参考标准”一类的话；按正式标准评分时为空',
  自评分: '总分，如 92.5',
  满分: '标准的满分',
  自评分说明: '按什么标准自评多少分、满分多少',
  自评结论: '自评分与参考线或推荐分数线相比的一句话',
  分值说明: '各项分值相加不等于满分时的一句话；相等时为空',
  合理缺项说明: '合理缺项的分值和项数；没有时为空',
  差距提要: '还没有评分、没有佐证材料的项数',
  其他单位意见: '推荐单位意见或者验收单位意见；日常自评时为空',
  第一年: '近三年数据的第一年',
  第二年: '近三年数据的第二年',
  第三年: '近三年数据的第三年',
  材料份数: '目录里的材料一共多少份',
  佐证材料份数: '评分项用到的佐证材料多少份',
  汇报材料份数: '活动要求的汇报材料多少份',
  材料份数说明: '如：（佐证材料12份、汇报材料1份）；没有时为空',
  生成日期: '生成文书当天',
} as const;
export type TextField = keyof typeof TEXT_FIELDS;

/** Yes or no: what stands between 【#…】 and 【/…】 is shown, or, after 【^…】, left out. */
export const SWITCH_FIELDS = {
  示例: '这份档案是示例数据',
  要求培育对象: '活动要求已列为培育对象',
  要求其他单位意见: '活动有推荐单位或者验收单位',
  要求主管部门意见: '生成时勾选了“加主管部门意见”',
  有近三年数据: '单位概况里录入了近三年数据',
  缺数据: '近三年数据和数据说明都没有',
  有差距: '还有可增分的项',
  有差距与改进: '还有可增分的项，或者还有没有评分、没有佐证材料的项',
  有佐证材料: '档案里有佐证材料',
} as const;
export type SwitchField = keyof typeof SWITCH_FIELDS;

interface LoopField {
  readonly meaning: string;
  /** What a row has, by its name. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a row holds several of. */
  readonly inner?: Readonly<Record<string, LoopField>>;
}

const paragraphs = (what: string) => ({
  meaning: `${what}，一段一次`,
  fields: { 段: '一段文字' },
});

const GAP_FIELDS = {
  编号: '评分项编号',
  评分项: '名称',
  可增分: '最多还能增加的总分',
  改进建议: '建议',
} as const;

/** What repeats: whatever stands between 【#…】 and 【/…】, once for each row. */
export const LOOP_FIELDS = {
  近三年数据: {
    meaning: '近三年数据，一项一次；没有录入时是常用项目，数字空着',
    fields: { 项目: '统计什么', 第一年数: '数字', 第二年数: '数字', 第三年数: '数字' },
  },
  荣誉段落: paragraphs('荣誉'),
  主要事迹段落: paragraphs('主要事迹'),
  主要举措段落: paragraphs('主要举措'),
  工作亮点段落: paragraphs('工作亮点'),
  工作成效段落: paragraphs('工作成效'),
  案例段落: paragraphs('案例'),
  数据段落: paragraphs('数据说明'),
  数据前段: paragraphs('数据说明，没有最后的短段'),
  数据末段: paragraphs('数据说明最后的短段，可与落款放在同一页'),
  指标得分: {
    meaning: '一级指标和加减分，一项一次，相加等于总分',
    fields: { 指标: '编号和名称', 分值: '适用的满分', 得分: '得分', 得分率: '百分比' },
  },
  差距: {
    meaning: '可增分的项，增分多的在前',
    fields: GAP_FIELDS,
  },
  差距前项: { meaning: '可增分的项，没有最后两项', fields: GAP_FIELDS },
  差距末项: { meaning: '可增分的项的最后两项，可与落款放在同一页', fields: GAP_FIELDS },
  目录: {
    meaning: '佐证材料目录的一组：活动要求的材料，或者一个评分项',
    fields: { 组名: '材料名称，或者一级指标和评分项的编号、名称' },
    inner: {
      材料: {
        meaning: '这一组的材料，一份一次（写在【#目录】里面）',
        fields: {
          材料号: '与推荐包中目录的编号相同',
          材料名称: '名称',
          文号: '文号',
          形成日期: '形成日期',
          发文单位: '发文单位',
          页数: '页数',
          文件: '文件名；前面列过的写“见”哪一项',
        },
      },
    },
  },
} as const satisfies Record<string, LoopField>;
type LoopName = keyof typeof LOOP_FIELDS;
/** Every row of a loop has each field of it. */
type Row<Loop extends LoopField> = { readonly [K in keyof Loop['fields']]: string } & (Loop extends {
  readonly inner: infer Inner extends Readonly<Record<string, LoopField>>;
}
  ? { readonly [K in keyof Inner]: readonly Row<Inner[K]>[] }
  : unknown);
type Loops = { readonly [K in LoopName]: readonly Row<(typeof LOOP_FIELDS)[K]>[] };
export type LoopRow<Name extends LoopName> = Loops[Name][number];

/** What a template is filled with. */
export type PaperValues = Readonly<Record<TextField, string>> &
  Readonly<Record<SwitchField, boolean>> &
  Loops;

/** A loop of the outermost level, or one of `within`. */
export function loopNamed(
  name: string,
  within: Readonly<Record<string, LoopField>> = LOOP_FIELDS,
): LoopField | undefined {
  return Object.hasOwn(within, name) ? within[name] : undefined;
}
