import { RULES } from '../../../../shared/standard/rules.ts';
import { type Standard, STANDARD_VERSION } from '../../../../shared/standard/schema.ts';

/** The sheet 填写说明: topic and text. */
export const INSTRUCTIONS: readonly (readonly [topic: string, text: string])[] = [
  [
    '怎么用',
    '先填“标准信息”，再填“评分项”，保存后在“标准 › 导入”里选择这份文件。示例行可以改写或删除。不要改动工作表名称和表头。',
  ],
  [
    '一行一项',
    '“评分项”表里一行是一个指标、一个评分项、一个加分项、一个扣分项或一个否决项，由“类型”列区分，从下拉框里选。',
  ],
  [
    '指标',
    '“一级指标”“二级指标”等是标题行；后面的评分项属于它上面最近的指标。“分值”可以不填，填了就与各评分项之和核对。“权重%”只填在一级指标上，要填就都填。',
  ],
  ['编号', '各评分项、加分项、扣分项、否决项的编号不能重复；留空时按上级编号顺序编号。'],
  [
    '评分规则',
    Object.values(RULES)
      .map(({ label, table }) => `${label}：${table.howTo}。`)
      .join('\n'),
  ],
  [
    '加分和扣分',
    '加分项、扣分项不计入总分。先写一行“加分部分”或“扣分部分”，“名称”是这一部分的标题，“分值”是这一部分的上限；下面写各加分项，“分值”是这一项的上限，“评分规则”选“累计计分”或“只计最高”，“规则内容”一行一种情形，如“2分：获得省级表彰”。',
  ],
  ['否决项', '“评分规则”选“总分为0”“不得推荐”或“不得评优”，“评分标准”写明在什么情形下否决。'],
  [
    '佐证材料等',
    '佐证材料、评价方式、依据、适用单位都是一行一条（Alt+Enter 换行）。选备的佐证材料前面写“（选备）”；依据写“文号｜条款”；适用单位写“标准信息”里单位类别的代码。一条内容里要换行的，下一行开头空两个全角空格。',
  ],
  [
    '不适用',
    '允许“不适用”的评分项，在“不适用情形”里写明条件，只限几类单位的在“不适用单位”里写类别的代码，文件有规定的在“不适用依据”里写“文号｜条款”，并在“标准信息”里选不适用的处理方式。要有某项职能才适用的，先在“标准信息”的“单位职能”里列出，再把代码写在“需要职能”里。',
  ],
  [
    '自拟和另有规定',
    '评分项、加分项、扣分项里文件没有写明、由编制者拟定的部分，在“自拟内容”里用一句话写明；否决项没有文件规定的，“自拟内容”填“是”。加分项、扣分项的文件除计分外还有规定的，写在“另有规定”里。',
  ],
];

const entry = { evidence: [], methods: ['查阅资料'], basis: [] };

/** Rows to be written over: one of each kind. */
export const EXAMPLE: Standard = {
  version: STANDARD_VERSION,
  id: 'example-standard',
  edition: '2026年',
  title: '示例标准（请改写）',
  issuer: '',
  documentNumber: '',
  authority: 'custom',
  statement: '',
  fullScore: 1000,
  passScore: 900,
  notApplicable: { rule: 'forbidden', scope: 'marked' },
  unitCategories: [],
  facts: [],
  sections: [
    {
      code: '1',
      title: '示例指标一',
      fullScore: 1000,
      sections: [],
      items: [
        {
          ...entry,
          code: '1.1',
          title: '示例：工作制度',
          criterion: '制度健全得3分，基本健全得1分，没有制度不得分。',
          fullScore: 300,
          rule: {
            kind: 'tiers',
            options: [
              { code: '1', label: '制度健全', points: 300 },
              { code: '2', label: '基本健全', points: 100 },
              { code: '3', label: '没有制度', points: 0 },
            ],
          },
          evidence: [{ title: '制度文件', required: true }],
        },
        {
          ...entry,
          code: '1.2',
          title: '示例：工作记录',
          criterion: '记录不完整的，每处扣0.5分，最多扣2分；记录造假的，本项不得分。',
          fullScore: 400,
          rule: {
            kind: 'deduct',
            faults: [
              { code: '1', label: '记录不完整', points: 50, unit: '处', cap: 200, zeroes: false },
              { code: '2', label: '记录造假', points: 0, unit: '处', zeroes: true },
            ],
            floor: 0,
          },
        },
        {
          ...entry,
          code: '1.3',
          title: '示例：办结率',
          criterion: '按办结比例得分，低于60%不得分。',
          fullScore: 300,
          rule: {
            kind: 'ratio',
            numerator: '已办结件数',
            denominator: '应办结件数',
            target: 10_000,
            minimum: 6000,
          },
        },
      ],
    },
  ],
  bonus: {
    title: '示例加分',
    cap: 500,
    entries: [
      {
        code: 'J1',
        title: '示例：获得表彰',
        criterion: '获得省级表彰加3分，市级表彰加2分，取最高，不重复加分。',
        options: [
          { code: '1', label: '省级表彰', points: 300 },
          { code: '2', label: '市级表彰', points: 200 },
        ],
        counting: 'highest',
        evidence: [{ title: '表彰文件', required: true }],
        basis: [],
      },
    ],
  },
  vetoes: [
    {
      code: 'F1',
      title: '示例：弄虚作假',
      criterion: '提供虚假材料的，不得推荐。',
      effect: 'notEligible',
      own: false,
      basis: [],
    },
  ],
  sources: [],
  notes: [],
};
