/** What occurrences are counted in, words of two and more characters; longer ones first, so that 人次 is not read as 人. */
const LONG_UNITS = [
  '百分点',
  '工作日',
  '平方米',
  ...'分钟 人次 家次 户次 件次 批次 轮次 车次 案件 案卷 案例 学时 课时 小时 环节 季度 个月 月份 年度 公里'.split(
    ' ',
  ),
  ...'部门 单位 项目 人员 条款 点位 处室 科室 门店 台账 名单 场所 章节 段落 层级 事项 路段 岗位 村民 楼栋 台套'.split(
    ' ',
  ),
];

/** Single characters, each with what may not follow: 部 of 部门 is no unit. */
const SHORT_UNITS = [
  ...'份次处项件篇例个人名条起宗户家天日月年期场张册套台辆块村所单案类种点门本部幅页字笔座栋间株亩位批轮步组段道排支棵堆米卷具枚扇盏只杆根片面艘头集回趟遍封版幢层岗桶箱袋吨元证科站队镇乡%',
];
const NOT_BEFORE: Readonly<Record<string, string>> = {
  部: '门位分件队长级署委',
  单: '位独项个元据纯',
  人: '员均民口大事才数群为社工力身',
  项: '目',
  条: '款例件理',
  点: '位评名',
  处: '室理罚置长分',
  科: '室学技长目',
  组: '织长成合建',
  门: '店牌户诊卫',
  台: '账帐阶风',
  名: '单称额录义',
  场: '所地馆面',
  次: '数序要',
  户: '籍主口数外',
  村: '民委级庄组干居',
  年: '度份级初底末中内终',
  月: '份底初末度报',
  日: '常期志记',
  期: '限间末满数',
  家: '庭属长',
  章: '节程',
  道: '路德',
  段: '落',
  批: '复评示准',
  案: '由情号',
  队: '伍员',
  面: '积试板',
  层: '级次面',
  本: '级人项地身',
  片: '区段',
  个: '人体别性案',
  证: '据明件实照书',
  站: '点所',
  具: '体备有',
  位: '置于',
  只: '有要是',
  类: '别型似',
  种: '类植',
  起: '草诉到止',
};

const shortUnit = (unit: string) => {
  const following = NOT_BEFORE[unit];
  return following ? `${unit}(?![${following}])` : unit;
};

/** A unit as it is written, up to the end of its word. */
export const UNIT = `(?:${[...LONG_UNITS, ...SHORT_UNITS.map(shortUnit)].join('|')})`;

/** 分 as points: not 分钟, 分之, 分别, 分工, 分管, …; not a threshold (90分以上). */
export const POINT_WORD =
  '分(?![之钟别类布析解工管局包支行子组级层段批期辨享发散歧摊厂院校队店]|数线|公司|会场|以上|以下|以内|及以上|\\(含|[-~至到])';

/** Words that say something about points. Whatever of them no reader has taken makes a text uncertain. */
export const SCORING_RESIDUE = new RegExp(
  [
    '(?:\\d|[零一二两三四五六七八九十半])(?:个)?分(?![之钟别类布析解工管局包支行子组级层段批期]|公司)',
    '(?<![回克查折暗])扣(?!押|留|除个税|题|紧|好|缴)',
    '[得加减计给评记赋积罚]分(?![类别析解配散包开])',
    '分[值数]',
    '满分|零分|负分|全分|倍|半分',
    '酌情|视情|(?:适当|相应)(?:的|地|予以|给予|进行)?[扣减加给得计]|综合评[定价判分]',
    '…|依此|占\\d|类推|递减|递增|依次|封顶|上限|下限|为限|为止',
    '不超过|不得超过|最多|最高|最低|至多|累计|累加|合计|叠加|重复',
    '否则|除外|不含|另(?!行|外开)|再|追加|额外|折算|折半|减半|权重|系数|比例|按.{0,8}(?:计|算)',
    '一票|否决|取消|总分|就高|从高|从重|抵',
    '[+＋±=×*÷]',
  ].join('|'),
);
