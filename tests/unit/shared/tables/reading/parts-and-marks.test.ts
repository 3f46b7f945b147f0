import { describe, it } from 'vitest';
import { expectReading } from '../expect-reading.ts';

/** What is part of what, what marks and remarks veto, and where points may stand: parts, and what is read. */
const CLASSES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'parts named 其中 share the score of the row above',
    [
      '指标 | 分值 | 评分标准\n群众测评 | 40 |\n其中：窗口态度 | 20 | 投诉一次扣2分\n办件速度 | 20 | 超时一件扣2分\n台账 | 60 | 缺一份扣5分',
    ],
    [
      'section 1 群众测评 =40',
      '  item 1.1 窗口态度 =20 [sure: deduct 2/次]',
      '  item 1.2 办件速度 =20 [sure: deduct 2/件]',
      'item 2 台账 =60 [sure: deduct 5/份]',
    ],
  ],
  [
    'parts that do not make up the score above are asked about',
    [
      '指标 | 评分标准 | 分值\n资金拨付 | 按进度计分 | 40\n其中：到位率 | 每低1%扣1分 | 15\n使用率 | 每低1%扣1分 | 20',
    ],
    [
      'item 1 资金拨付 =40 [hand: hand]',
      'item 2 到位率 =15 [sure: deduct 1/%]',
      'item 3 使用率 =20 [sure: deduct 1/%]',
      'warning row 3: partsUnclear',
    ],
  ],
  [
    'of a best-of list below a heading one row counts',
    [
      '项目 | 评分标准 | 分值\n创建成果（20分，以下取最高） | 国家命名 | 20\n^ | 省里命名 | 15\n日常（80分） | 缺一次扣2分 | 80',
    ],
    ['item 1 创建成果（以下取最高） =20 [sure: tiers 20 15 0]', 'item 2 日常 =80 [sure: deduct 2/次]'],
  ],
  [
    'words beside the points in their brackets stay in the name',
    [
      '序号 | 内容 | 分值 | 评分标准\n一、窗口（2项，30分） | < | < | <\n1 | 亮牌 | 10 | 未亮牌扣10分\n2 | 公示 | 20 | 缺一处扣1分',
    ],
    [
      'section 一 窗口（2项） =30',
      '  item 1 亮牌 =10 [sure: deduct 10/次]',
      '  item 2 公示 =20 [sure: deduct 1/处]',
    ],
  ],
  [
    'a share in a name is its weight',
    [
      '一级指标 | 二级指标 | 分值 | 评分标准\n窗口（40%） | 亮牌 | 50 | 缺一次扣2分\n^ | 公示 | 50 | 缺一处扣2分\n台账（60%） | 建账 | 100 | 缺一份扣5分',
    ],
    [
      'section 1 窗口（40%） weight 40%',
      '  item 1.1 亮牌 =50 [sure: deduct 2/次]',
      '  item 1.2 公示 =50 [sure: deduct 2/处]',
      'section 2 台账（60%） weight 60%',
      '  item 2.1 建账 =100 [sure: deduct 5/份]',
    ],
  ],
  [
    'fractions of 1 in a column of weights are points of 100',
    [
      '评估项目 | 权重 | A级标准 | C级标准 | 评估方法\n窗口 | 0.3 | 每日亮牌 | 偶有漏挂 | 实地查看\n台账 | 0.7 | 账目齐全 | 基本齐全 | 查阅资料',
    ],
    ['item 1 窗口 =30 [hand: hand]', 'item 2 台账 =70 [hand: hand]', 'warning row 0: weightsAsScores'],
  ],
  [
    'all of a kind are everybody where no other kind is named',
    [
      '序号 | 考核内容 | 适用对象 | 分值 | 评分标准\n1 | 政务服务 | 所有部门 | 40 | 超期一件扣1分\n2 | 行政执法 | 执法部门 | 60 | 错案一件扣10分\n3 | 综合服务 | 非执法部门 | 60 | 投诉一件扣5分',
    ],
    [
      'item 1 政务服务 =40 [sure: deduct 1/件]',
      'item 2 行政执法 =60 [sure: deduct 10/件] for 执法部门',
      'item 3 综合服务 =60 [sure: deduct 5/件] for 非执法部门',
    ],
  ],
  [
    'all of two kinds are kinds',
    [
      '序号 | 考核内容 | 适用对象 | 分值 | 评分标准\n1 | 政务服务 | 所有部门 | 100 | 超期一件扣1分\n2 | 便民服务 | 各乡镇 | 100 | 投诉一件扣5分',
    ],
    [
      'item 1 政务服务 =100 [sure: deduct 1/件] for 所有部门',
      'item 2 便民服务 =100 [sure: deduct 5/件] for 各乡镇',
    ],
  ],
  [
    'two departments that each have all points of their heading are kinds of unit',
    [
      '序号 | 考核内容 | 评分标准 | 分值\n一、共性目标（40分） | < | < | <\n1 | 党建 | 缺一次扣5分 | 40\n二、个性目标（60分） | < | < | <\n（一）教育局 | < | < | <\n1 | 入学 | 辍学一人扣2分 | 60\n（二）卫健局 | < | < | <\n1 | 接种 | 漏种一人扣2分 | 60',
    ],
    [
      'item 1 共性目标 =40 [sure: deduct 5/次]',
      'section 2 个性目标 =60',
      '  section 2.1 教育局 =60',
      '    item 2.1.1 入学 =60 [sure: deduct 2/人] for 教育局',
      '  section 2.2 卫健局 =60',
      '    item 2.2.1 接种 =60 [sure: deduct 2/人] for 卫健局',
      'warning row 4: blocksByUnit',
    ],
  ],
  [
    'rows with the mark of key items veto as well',
    [
      '序号 | 检查项目 | 检查要点 | 分值 | 备注\n1 | ★许可 | 持有效许可证 | 40 | 关键项\n2 | 健康证 | 缺一人扣2分 | 60 |\n注：★项为关键项，有一项不合格的，直接判定为不合格。 | < | < | < | <',
    ],
    [
      'item 1 ★许可 =40 [hand: hand]',
      'veto 否决1 许可不合格 notEligible',
      'item 2 健康证 =60 [sure: deduct 2/人]',
      'note row 4: 注：★项为关键项，有一项不合格的，直接判定为不合格。',
      'warning row 2: vetoWithPoints',
    ],
  ],
  [
    '一票否决 in the remarks of a scored row is a veto as well',
    [
      '序号 | 内容 | 分值 | 评分标准 | 备注\n1 | 安全生产 | 40 | 发生一起扣10分 | 实行一票否决\n2 | 信访 | 60 | 一批次扣5分 | 以通报为准',
    ],
    [
      'item 1 安全生产 =40 [sure: deduct 10/起]',
      'veto 否决1 安全生产 notEligible',
      'item 2 信访 =60 [sure: deduct 5/批次]',
      'warning row 2: vetoWithPoints',
    ],
  ],
  [
    'cases in remarks above the table are vetoes each',
    [
      '村级评选标准 | < | <\n说明：有下列情形之一的，实行一票否决： | < | <\n1.发生污染事件的； | < | <\n2.弄虚作假的。 | < | <\n验收项目 | 评分标准 | 分值\n垃圾 | 有积存一处扣5分 | 100',
    ],
    [
      'veto 否决1 发生污染事件的 notEligible',
      'veto 否决2 弄虚作假的 notEligible',
      'item 1 垃圾 =100 [sure: deduct 5/处]',
      'note row 2: 说明：有下列情形之一的，实行一票否决：',
    ],
  ],
  [
    'a remark that takes something away is asked about',
    ['验收项目 | 评分标准 | 分值\n垃圾 | 有积存一处扣5分 | 100\n注：连续两年不合格的取消评优资格。 | < | <'],
    [
      'item 1 垃圾 =100 [sure: deduct 5/处]',
      'note row 3: 注：连续两年不合格的取消评优资格。',
      'warning row 3: vetoInRemark',
    ],
  ],
  [
    'a numbered text over numbered rows begins the text of each',
    [
      '项目 | 评分标准 | 分值\n案卷（50分） | 1.主体不合法扣10分 | 10\n^ | 2.程序合法： |\n^ | （1）未立案扣20分 | 20\n^ | （2）未告知扣20分 | 20\n队伍（50分） | 1.无证一人扣5分 | 50',
    ],
    [
      'section 1 案卷 =50',
      '  item 1.1 主体不合法 =10 [sure: deduct 10/次]',
      '  item 1.2 未立案 =20 [sure: deduct 20/次]',
      '  item 1.3 未告知 =20 [sure: deduct 20/次]',
      'section 2 队伍 =50',
      '  item 2.1 无证一人 =50 [sure: deduct 5/人]',
    ],
  ],
  [
    'a score merged over several names is of the level that it covers',
    [
      '项目 | 分值 | 指标 | 评分标准\n河道保洁 | 40 | 水面无漂浮物 | 漂浮物一处扣1分\n^ | ^ | 岸坡无垃圾 | 垃圾一处扣1分\n违建 | 60 | 无新增 | 新增一处扣10分',
    ],
    [
      'item 1 河道保洁 =40 [likely: deduct 1/处 1/处]',
      'section 2 违建',
      '  item 2.1 无新增 =60 [sure: deduct 10/处]',
    ],
  ],
  [
    'vetoes in a column of their own',
    [
      '项目 | 满分 | 得分条件 | 扣分条件 | 否决条件\n财务 | 50 | 账目清楚 | 账实不符一笔扣5分 | 挪用公款\n采购 | 50 | 程序合规 | 未招标一次扣10分 |',
    ],
    [
      'item 1 财务 =50 [sure: deduct 5/笔]',
      'veto 否决1 挪用公款 notEligible',
      'item 2 采购 =50 [likely: deduct 10/次]',
      'warning row 2: vetoWithPoints',
    ],
  ],
  [
    'a level that names vetoes or sides',
    [
      '序号 | 项目 | 内容 | 评分标准 | 分值\n1 | 基础 | 台账 | 缺一份扣1分 | 100\n2 | 加分项 | 宣传 | 国家级媒体每篇加3分 | 10\n3 | 一票否决 | 廉政 | 主要负责人受处分 | —',
    ],
    [
      'item 1 基础 =100 [sure: deduct 1/份]',
      'section 2 加分项',
      '  bonus 加分1 宣传 [3 sum cap 10]',
      'veto 否决1 廉政 notEligible',
    ],
  ],
  [
    'sides in the column of scores',
    [
      '序号 | 指标 | 分值 | 评分标准\n1 | 项目 | 100 | 未开工一个扣5分\n2 | 督查 | 不计分 | 仅作参考\n3 | 贡献 | 加分 | 国家级加5分，省级加3分\n4 | 特色 | 10(附加分) | 有特色做法的加10分\n5 | 违纪 | 扣分 | 每人扣5分',
    ],
    [
      'item 1 项目 =100 [likely: deduct 5/个]',
      'item 2 督查 =0 [hand: hand]',
      'bonus 加分1 贡献 [5 3 sum]',
      'bonus 加分2 特色 [10 sum cap 10]',
      'penalty 扣分1 违纪 [5 sum]',
      'warning row 3: zeroScore',
    ],
  ],
  [
    'added and taken side by side',
    ['序号 | 事项 | 加分 | 扣分\n1 | 打扫公共区域 | 2 |\n2 | 参加志愿活动 | 5 |\n3 | 乱扔垃圾 | | 3'],
    [
      'bonus 加分1 打扫公共区域 [2 sum cap 2]',
      'bonus 加分2 参加志愿活动 [5 sum cap 5]',
      'penalty 扣分1 乱扔垃圾 [3 sum cap 3]',
      'warning row 0: noBaseScore',
    ],
  ],
  [
    'what one fault costs beside the full score',
    [
      '序号 | 检查内容 | 分值 | 扣分标准 | 扣分值\n1 | 地面 | 40 | 不洁每处 | 1\n2 | 墙面 | 60 | 污损每处 | 2',
    ],
    ['item 1 地面 =40 [hand: hand]', 'item 2 墙面 =60 [hand: hand]'],
  ],
  [
    'points in the heads of grades',
    [
      '评价项目 | 优秀（10分） | 良好（8分） | 合格（6分） | 不合格（0分）\n仪容 | 着装规范 | 基本规范 | 偶有不规范 | 不规范\n用语 | 用语规范 | 基本规范 | 偶有不规范 | 不文明',
    ],
    ['item 1 仪容 =10 [sure: tiers 10 8 6 0]', 'item 2 用语 =10 [sure: tiers 10 8 6 0]'],
  ],
  [
    'points in the heads of grades over blanks',
    ['序号 | 评议内容 | 满意（10分） | 一般（5分） | 不满意（0分）\n1 | 服务态度 | | |\n2 | 办事效率 | | |'],
    ['item 1 服务态度 =10 [sure: tiers 10 5 0]', 'item 2 办事效率 =10 [sure: tiers 10 5 0]'],
  ],
  [
    'points in the cells of grades',
    [
      '考核内容 | 好 | 中 | 差\n出勤 | 无缺勤（10分） | 缺勤1次（6分） | 缺勤3次（0分）\n着装 | 规范（10分） | 基本规范（6分） | 不规范（0分）',
    ],
    ['item 1 出勤 =10 [sure: tiers 10 6 0]', 'item 2 着装 =10 [sure: tiers 10 6 0]'],
  ],
  [
    'numbers of points in words',
    [
      '项目 | 内容 | 标准分 | 评分\n一 | 制度 | １０分 | 无制度扣１０分\n二 | 满意度 | 二十分 | 低一个百分点扣一分',
    ],
    ['item 一 制度 =10 [sure: deduct 10/次]', 'item 二 满意度 =20 [sure: deduct 1/百分点]'],
  ],
  [
    'points of the parts where scores have no column',
    [
      '序号 | 评分内容\n1 | 机构健全（20分）。有机构得10分，有人员得10分。\n2 | 章程齐全（2分），报备及时（3分）',
    ],
    [
      'item 1 机构健全 =20 [likely: checklist 20 10 10]',
      'item 2 章程齐全，报备及时 =5 [sure: checklist 2 3]',
      'warning row 3: scoreFromWords',
    ],
  ],
  [
    'what each item is worth in the title',
    ['文明村评选标准（每项10分） | <\n项目 | 评分标准\n班子 | 班子团结\n村容 | 无积存垃圾'],
    ['item 1 班子 =10 [hand: hand]', 'item 2 村容 =10 [hand: hand]', 'warning row 0: scoreFromWords'],
  ],
  [
    'levels in one column end where their numbers say',
    [
      '指标 | 标准分 | 评分办法\n一、思想 | 50 |\n（一）学习 | 30 |\n1.中心组 | 30 | 少一次扣3分\n（二）纪律 | 20 | 违纪一起扣10分\n二、作风 | 50 |\n（三）接待 | 50 |\n2.公务接待 | 50 | 违规一起扣5分',
    ],
    [
      'section 1 思想 =50',
      '  section 1.1 学习 =30',
      '    item 1 中心组 =30 [sure: deduct 3/次]',
      '  item 二 纪律 =20 [sure: deduct 10/起]',
      'section 2 作风 =50',
      '  section 2.1 接待 =50',
      '    item 2 公务接待 =50 [sure: deduct 5/起]',
    ],
  ],
  [
    'a remark in brackets of its own row',
    [
      '序号 | 项目 | 评分标准 | 分值\n一、基础 | | | 40\n1 | 台账 | 缺一本扣2分 | 40\n（本部分扣完为止，不计负分） | < | < | <\n二、实绩 | | | 60\n2 | 案件 | 错一件扣5分 | 60',
    ],
    [
      'section 一 基础 =40',
      '  item 1 台账 =40 [sure: deduct 2/本]',
      'section 二 实绩 =60',
      '  item 2 案件 =60 [sure: deduct 5/件]',
      'note row 4: （本部分扣完为止，不计负分）',
    ],
  ],
  [
    'a remark in brackets below a merged head',
    [
      '指标 | 分值 | 评分 | <\n^ | ^ | 标准 | 方法\n^ | ^ | （扣完为止） | ^\n时限 | 40 | 超时一件扣2分 | 系统抽查\n质量 | 60 | 错一件扣3分 | 案卷评查',
    ],
    ['item 1 时限 =40 [sure: deduct 2/件]', 'item 2 质量 =60 [sure: deduct 3/件]'],
  ],
  [
    'quarters are facts of the item',
    [
      '考核指标 | 单位 | 年度目标 | 权重 | 一季度 | 二季度 | 三季度 | 四季度 | 评分办法\n新增就业 | 人 | 5000 | 60 | 1000 | 2500 | 4000 | 5000 | 每低1%扣1分\n技能培训 | 人次 | 800 | 40 | 200 | 400 | 600 | 800 | 按完成比例得分',
    ],
    ['item 1 新增就业 =60 [sure: deduct 1/%]', 'item 2 技能培训 =40 [sure: ratio 100]'],
  ],
  [
    'codes that the file has lost',
    [
      '项目编码 | 项目 | 评分标准 | 分值\n1.1 | 洗手 | 少一步扣1分 | 40\n1.2 | 戴口罩 | 不规范扣2分 | 30\n1.1 | 脱隔离衣 | 污染一处扣5分 | 30',
    ],
    [
      'item 1 洗手 =40 [sure: deduct 1/步]',
      'item 2 戴口罩 =30 [sure: deduct 2/次]',
      'item 3 脱隔离衣 =30 [sure: deduct 5/处]',
      'warning row 4: codeLost',
    ],
  ],
  [
    'a code of which a spreadsheet has kept a number only',
    [
      `编码 | 项目 | 评分标准 | 分值\n${['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '1.1'].map((code, at) => `${code} | 事项${'甲乙丙丁戊己庚辛壬癸'[at]} | 缺一次扣1分 | 10`).join('\n')}`,
    ],
    [
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map(
        (last, at) => `item 1.${last} 事项${'甲乙丙丁戊己庚辛壬癸'[at]} =10 [sure: deduct 1/次]`,
      ),
      'warning row 11: codeRestored',
    ],
  ],
  [
    'what a strange heading says stays with its text',
    [
      '项目 | 操作要领 | 易错点 | 分值 | 评分标准\n洗手 | 七步洗手 | 指缝漏洗 | 40 | 少一步扣1分\n口罩 | 鼻夹贴合 | 露鼻 | 60 | 不规范扣2分',
    ],
    ['item 1 洗手 =40 [sure: deduct 1/步]', 'item 2 口罩 =60 [sure: deduct 2/次]'],
  ],
  [
    'a criterion that ends in the word of a sum is none',
    ['项目 | 分值 | 评分标准\n资金 | 50 | 未到位扣10分\n预算 | 30 | 科学得满分\n测评 | 20 | 测评总分'],
    [
      'item 1 资金 =50 [sure: deduct 10/次]',
      'item 2 预算 =30 [likely: checklist 30]',
      'item 3 测评 =20 [hand: hand]',
    ],
  ],
  [
    'sums of sections that are named beside them',
    ['项目 | 分值 | 评分标准\n窗口 | 40 | 缺一次扣1分\n台账 | 60 | 缺一份扣5分\n合计（一） | 100 |'],
    ['item 1 窗口 =40 [sure: deduct 1/次]', 'item 2 台账 =60 [sure: deduct 5/份]', 'sum row 4: 100 of all'],
  ],
  [
    'parts that all say 其中',
    [
      '考核内容 | 分值 | 评分标准\n执法 | 20 |\n其中：案卷 | 10 | 不合格每卷扣2分\n其中：公示 | 10 | 漏公示一次扣1分\n公开 | 80 | 漏公开一条扣2分',
    ],
    [
      'section 1 执法 =20',
      '  item 1.1 案卷 =10 [sure: deduct 2/卷]',
      '  item 1.2 公示 =10 [sure: deduct 1/次]',
      'item 2 公开 =80 [sure: deduct 2/条]',
    ],
  ],
  [
    'entries of a block told in its own row are no heading',
    [
      '序号 | 内容 | 分值 | 评分标准\n1 | 台账 | 100 | 缺一份扣1分\n加分事项：获市级表彰加2分。 | < | < | <\n扣分事项：被通报一次扣3分。 | < | < | <',
    ],
    [
      'item 1 台账 =100 [sure: deduct 1/份]',
      'bonus 加分1 获市级表彰 [2 sum cap 2]',
      'penalty 扣分1 被通报一次 [3 sum]',
    ],
  ],
  [
    'a remark in the foot that names an evil vetoes',
    ['内容 | 分值 | 评分标准\n台账 | 100 | 缺一份扣1分\n注：发生交通死亡事故，实行一票否决。 | < | <'],
    [
      'item 1 台账 =100 [sure: deduct 1/份]',
      'veto 否决1 发生交通死亡事故，实行一票否决 notEligible',
      'note row 3: 注：发生交通死亡事故，实行一票否决。',
    ],
  ],
  [
    'grades with a range of points are for the evaluator',
    [
      '指标 | 满分 | 好（8—10分） | 中（5—7分） | 差（0—4分）\n服务 | 10 | 主动 | 一般 | 被动\n效率 | 10 | 快 | 慢 | 拖延',
    ],
    ['item 1 服务 =10 [hand: hand]', 'item 2 效率 =10 [hand: hand]'],
  ],
  [
    'what kind of item each is stands in a column',
    [
      '序号 | 内容 | 性质 | 分值 | 评分标准\n1 | 党建 | 基本项 | 100 | 缺一次扣1分\n2 | 创新 | 加分项 | 5 | 市级推广加5分\n3 | 违纪 | 扣分项 | 5 | 每次扣5分\n4 | 腐败 | 否决项 | | 班子成员违法犯罪',
    ],
    [
      'item 1 党建 =100 [sure: deduct 1/次]',
      'bonus 加分1 创新 [5 sum cap 5]',
      'penalty 扣分1 违纪 [5 sum]',
      'veto 否决1 腐败 notEligible',
    ],
  ],
  [
    'positive and negative lists',
    [
      '类别 | 内容 | 分值\n正面清单 | 参加志愿服务 | 2\n^ | 获评文明家庭 | 10\n负面清单 | 违规燃放 | 5\n^ | 不文明养犬 | 3',
    ],
    [
      'section 1 正面清单',
      '  bonus 加分1 参加志愿服务 [2 sum cap 2]',
      '  bonus 加分2 获评文明家庭 [10 sum cap 10]',
      'section 2 负面清单',
      '  penalty 扣分1 违规燃放 [5 sum cap 5]',
      '  penalty 扣分2 不文明养犬 [3 sum cap 3]',
      'warning row 0: noBaseScore',
    ],
  ],
  [
    'a name whose points are others than those of the column',
    ['内容 | 分值 | 评分标准\n收益率（20分） | 40 | 每低一个百分点扣1分\n周转率 | 60 | 每低一次扣1分'],
    [
      'item 1 收益率 =40 [sure: deduct 1/百分点]',
      'item 2 周转率 =60 [sure: deduct 1/次]',
      'warning row 2: scoreDiffers',
    ],
  ],
  [
    'letters over letters with numbers',
    [
      '编号 | 项目 | 分值\nA | 组织 | 100\nA1 | 机构 | 40\nA2 | 经费 | 60\nB | 教育 | 100\nB1 | 网络 | 50\nB2 | 活动 | 50',
    ],
    [
      'section A 组织 =100',
      '  item A1 机构 =40 [hand: hand]',
      '  item A2 经费 =60 [hand: hand]',
      'section B 教育 =100',
      '  item B1 网络 =50 [hand: hand]',
      '  item B2 活动 =50 [hand: hand]',
      'warning row 3: emptyCriterion',
      'warning row 4: emptyCriterion',
      'warning row 6: emptyCriterion',
      'warning row 7: emptyCriterion',
    ],
  ],
  [
    'what a filled form says of its own score is no item',
    ['内容 | 分值 | 评分标准\n台账 | 100 | 缺一份扣1分\n自评得分 | 98 |\n考核组意见 | | 同意'],
    ['item 1 台账 =100 [sure: deduct 1/份]', 'note row 3: 自评得分 | 98', 'note row 4: 考核组意见 | 同意'],
  ],
  [
    'a column of evidence that says how points are taken',
    [
      '维度 | 观察点 | 赋分 | 操作要点与佐证\n基础 | 场所 | 40 | 有独立场所；查看现场\n^ | 人员 | 60 | 每少1人扣2分；查花名册',
    ],
    ['section 1 基础', '  item 1.1 场所 =40 [hand: hand]', '  item 1.2 人员 =60 [sure: deduct 2/人]'],
  ],
  [
    'a bonus that may be given several times is in the total as its cap',
    ['内容 | 分值 | 评分标准\n台账 | 100 | 缺一份扣1分\n加分项 | 10 | 每项表彰加2分，最高10分\n总计 | 110 |'],
    [
      'item 1 台账 =100 [sure: deduct 1/份]',
      'bonus 加分1 加分项 [2 sum cap 10]',
      'sum row 4: 110 of rows 1-3 (both)',
    ],
  ],
  [
    'a share in the head of grades, and stars',
    [
      '项目 | 分值 | 优（100%） | 良（80%） | 差（0%）\n纪律 | 40 | 无违纪 | 一次 | 多次\n业绩 | 60 | 超额 | 完成 | 未完成',
    ],
    ['item 1 纪律 =40 [hand: hand]', 'item 2 业绩 =60 [hand: hand]'],
  ],
];

describe('parts, marks and places of points', () => {
  it.each(CLASSES)('%s', (_, sources, expected) => {
    expectReading(sources, expected);
  });
});
