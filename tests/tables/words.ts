import type { Random } from './random.ts';

/** Invented words in the manner of assessment tables. None names a real place, person or document. */
const SECTIONS = [
  '组织领导',
  '制度建设',
  '队伍建设',
  '服务供给',
  '宣传教育',
  '日常管理',
  '设施维护',
  '安全防范',
  '档案管理',
  '信息公开',
  '能力提升',
  '风险防控',
  '协同联动',
  '监督检查',
  '保障措施',
  '创新举措',
  '工作成效',
  '群众参与',
  '窗口建设',
  '网上办理',
  '排查整治',
  '应急处置',
  '资金使用',
  '环境卫生',
  '节能降耗',
  '志愿服务',
  '矛盾调处',
  '文化建设',
  '质量控制',
  '数据治理',
  '设备运行',
  '场所管理',
  '人员配备',
  '计划执行',
  '考勤管理',
  '来访接待',
  '合同管理',
  '巡查管护',
  '普法宣讲',
  '基础工作',
  '重点任务',
  '业务规范',
  '流程优化',
  '作风纪律',
  '分级管理',
  '分类指导',
  '分片包干',
  '部门协作',
  '得力措施',
  '满意服务',
] as const;

const OBJECTS = [
  '值班',
  '台账',
  '会议',
  '培训',
  '巡查',
  '公示',
  '档案',
  '预案',
  '演练',
  '信息',
  '回访',
  '热线',
  '窗口',
  '设备',
  '仓库',
  '车辆',
  '食堂',
  '绿化',
  '消防',
  '用电',
  '投诉',
  '承诺',
  '调解',
  '审核',
  '案卷',
  '统计',
  '计划',
  '总结',
  '合同',
  '公章',
  '标识',
  '网格',
  '积分',
  '分管领导',
  '分类投放',
  '轮岗',
  '交接',
  '采购',
  '验收',
  '读书角',
] as const;

const ASPECTS = [
  '制度',
  '记录',
  '管理',
  '安排',
  '落实',
  '机制',
  '流程',
  '台签',
  '更新',
  '公开',
  '维护',
  '检查',
  '反馈',
  '归档',
  '衔接',
] as const;

const WHEN = ['每月', '每季度', '每半年', '每年', '按时', '定期', '及时', '年初', '按规定', '持续'] as const;
const DOES = [
  '开展',
  '组织',
  '更新',
  '公布',
  '核对',
  '检查',
  '汇总',
  '通报',
  '完善',
  '部署',
  '登记',
  '研究',
] as const;
const HOW = [
  '资料齐全',
  '记录完整',
  '责任到人',
  '专人负责',
  '有签字记录',
  '有照片佐证',
  '手续完备',
  '留存备查',
  '职责明确',
  '不留空档',
  '覆盖全部岗位',
  '做到一事一档',
] as const;

export const METHODS = ['查阅资料', '实地查看', '问卷调查', '现场询问', '系统抽查', '座谈了解'] as const;
export const DEPARTMENTS = [
  '办公室',
  '综合科',
  '法规科',
  '人事科',
  '财务科',
  '信息中心',
  '后勤科',
  '督查室',
  '业务一科',
] as const;
export const EVIDENCE = [
  '会议纪要',
  '工作方案',
  '签到表',
  '照片',
  '值班表',
  '培训记录',
  '通知文件',
  '登记簿',
] as const;
export const DEADLINES = ['3月底前', '6月30日前', '9月底前', '11月20日前', '全年', '每季度末'] as const;
export const UNITS = ['机关', '乡镇', '街道', '企业', '学校'] as const;
export const REMARKS = ['重点工作', '新增内容', '上年度扣分较多', '牵头科室汇总', '由专班负责'] as const;

/** Words for one table: no title and no sentence comes twice. */
export interface Words {
  section(): string;
  /** A short name: 值班制度. */
  name(): string;
  /** A sentence of what is asked for: 每月公布值班安排，记录完整. */
  sentence(): string;
}

export function wordsOf(random: Random): Words {
  const sections = random.some(SECTIONS, SECTIONS.length);
  const taken = new Set<string>();
  const fresh = (make: () => string): string => {
    for (let tries = 0; tries < 1000; tries += 1) {
      const text = make();
      if (taken.has(text)) continue;
      taken.add(text);
      return text;
    }
    throw new Error('No words left');
  };
  const name = () => random.pick(OBJECTS) + random.pick(ASPECTS);
  return {
    section: () => sections.pop() ?? fresh(() => `${random.pick(OBJECTS)}${random.pick(['工作', '专项'])}`),
    name: () => fresh(name),
    sentence: () => fresh(() => `${random.pick(WHEN)}${random.pick(DOES)}${name()}情况，${random.pick(HOW)}`),
  };
}

export const BONUSES = [
  '获上级通报表扬的',
  '经验做法被推广的',
  '承办现场观摩会的',
  '稿件被内刊采用的',
  '主动承接试点任务的',
  '收到群众锦旗的',
] as const;
export const PENALTIES = [
  '发生安全责任事故的',
  '被上级通报批评的',
  '报送虚假材料的',
  '网络舆情处置不当的',
  '逾期不整改的',
] as const;
export const VETOES = [
  '发生重大责任事故',
  '出现严重违纪案件',
  '伪造考核资料',
  '拒不接受检查',
  '造成恶劣社会影响',
] as const;
/** How a claim is proved. */
export const PROOFS = ['以正式文件为准', '凭证书原件认定', '以通报为准', '由考核组核实'] as const;
