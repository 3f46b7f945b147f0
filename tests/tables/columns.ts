import type { Extra, Plan } from './plan.ts';
import type { Random } from './random.ts';
import { type Row } from './sheet.ts';

type Role =
  | 'number'
  | 'level'
  | 'levelScore'
  | 'title'
  | 'requirement'
  | 'score'
  | 'criterion'
  | 'grade'
  | 'case'
  | Extra;

export interface Column {
  readonly role: Role;
  /** Of a level, from 0; of a grade, its place. */
  readonly at: number;
  /** Headings above it from the top; a heading beside or below the same one is one cell. */
  readonly path: readonly string[];
}

/** Sets of headings from the first level down to the items. */
const LEVELS: Readonly<Record<'known' | 'unknown', readonly (readonly string[])[]>> = {
  known: [
    ['一级指标', '二级指标', '三级指标', '四级指标', '五级指标'],
    ['考核类别', '考核项目', '考核内容', '考核要点', '考核细项'],
    ['评价项目', '评价内容', '评价指标', '评价要点', '评价细目'],
  ],
  unknown: [
    ['维度', '领域', '考评类目', '测评方面', '测评点'],
    ['板块', '条线', '考评类目', '事项', '操作内容及要求'],
    ['工作门类', '工作板块', '工作条目', '抓手', '落实事项'],
  ],
};

/** Of the items where there is no level above them. */
const ALONE = ['考核内容', '检查项目', '评价内容', '测评点', '操作内容及要求'] as const;

const HEADINGS = {
  number: ['序号', '编号', '序 号'],
  codes: ['指标编号', '编码'],
  requirement: ['工作要求', '具体要求', '考核要求', '目标要求'],
  unknown: ['基本要求', '评议内容', '规范要求', '落实举措', '操作要领', '应达状态'],
  score: ['分值', '标准分', '满分', '分 值', '分值（分）', '分\n值', '标准分值'],
  weight: ['权重', '权重分', '权 重'],
  criterion: ['评分标准', '评分细则', '计分标准', '评分办法', '赋分说明', '扣分标准'],
  method: ['检查方法', '考核方式', '评价方式', '查验方法'],
  evidence: ['佐证材料', '印证材料', '备查资料'],
  department: ['责任部门', '责任科室', '牵头部门'],
  deadline: ['完成时限', '完成时间'],
  unit: ['适用单位', '适用对象'],
  remark: ['备注'],
  target: ['目标值', '年度目标值'],
  measure: ['计量单位'],
  blank: [''],
  empty: ['自评分', '考核分', '得分', '扣分原因', '复核得分'],
  case: ['情形', '评分情形', '档次'],
} as const;

const GRADES = [
  ['优', '良', '中', '差'],
  ['优秀', '良好', '合格', '不合格'],
  ['优', '良', '一般', '较差'],
] as const;

export function columnsOf(plan: Plan, random: Random): Column[] {
  const one = (role: Role, heading: string, at = 0): Column => ({ role, at, path: [heading] });
  const names =
    plan.depth === 0 ? [random.pick(ALONE)] : random.pick(plan.unknownLevels ? LEVELS.unknown : LEVELS.known);
  const shown = shownLevels(plan);
  const levels = shown.flatMap((at, index) => [
    one('level', names[index] ?? '', at),
    ...(plan.sectionScore === 'column' ? [one('levelScore', '分值', at)] : []),
  ]);
  const head: Column[] = [
    ...(plan.itemNumbers === 'column' || plan.itemNumbers === 'section'
      ? [one('number', random.pick(HEADINGS.number))]
      : []),
    ...(plan.itemNumbers === 'codes' ? [one('number', random.pick(HEADINGS.codes))] : []),
  ];
  const requirement =
    plan.requirement === 'none'
      ? []
      : [one('requirement', random.pick(HEADINGS[plan.requirement === 'known' ? 'requirement' : 'unknown']))];
  const title = one('title', names[shown.length] ?? '');
  const extras = plan.extras.map((role) => one(role, random.pick(HEADINGS[role])));
  // Numbers go before everything, or the item's number directly before the item.
  const front =
    plan.itemNumbers !== 'section' && shown.length > 0
      ? [...levels, ...head, title]
      : [...head, ...levels, title];
  const all = [...front, ...requirement, ...scoresOf(plan, random, one), ...extras];
  return nested(all, plan, random);
}

/** Levels that have a column; the others are rows across. */
function shownLevels({ depth, style }: Plan): number[] {
  const all = Array.from({ length: depth }, (_, index) => index);
  if (style === 'heading') return [];
  return style === 'headingThenMerged' ? all.slice(1) : all;
}

function scoresOf(plan: Plan, random: Random, one: (role: Role, heading: string, at?: number) => Column) {
  const score = one('score', random.pick(plan.score === 'weight' ? HEADINGS.weight : HEADINGS.score));
  const criterion = one('criterion', random.pick(HEADINGS.criterion));
  switch (plan.score) {
    case 'grades':
      return random.pick(GRADES).map((heading, at) => one('grade', heading, at));
    case 'tierRows':
      return [one('case', random.pick(HEADINGS.case)), score];
    case 'title':
    case 'requirement':
    case 'criterion':
      return [criterion];
    case 'column':
    case 'weight':
    case 'group':
      return random.chance(0.5) || plan.headless === 'scores' ? [score, criterion] : [criterion, score];
  }
}

const OVER = {
  levels: ['评价项目', '指标体系', '考核指标', '考核内容及指标'],
  scores: ['赋分标准', '评分', '计分办法'],
  top: ['考核评价部分', '考评内容'],
} as const;

const isScore = ({ role }: Column) =>
  role === 'score' || role === 'criterion' || role === 'grade' || role === 'case';

/** Groups of columns under a heading of their own, in two or three rows; or one heading over two columns. */
function nested(columns: readonly Column[], plan: Plan, random: Random): Column[] {
  const over = {
    levels: random.pick(OVER.levels),
    scores: random.pick(OVER.scores),
    top: random.pick(OVER.top),
  };
  const hasLevels = columns.some(({ role }) => role === 'level');
  // A number between the levels stands under their heading too.
  const isLevel = ({ role }: Column) =>
    role === 'level' ||
    role === 'levelScore' ||
    role === 'title' ||
    (role === 'number' && hasLevels && plan.itemNumbers !== 'section');
  const groupsLevels = columns.filter(isLevel).length > 1;
  const groupsScores = columns.filter(isScore).length > 1;
  const title = columns.findIndex(({ role }) => role === 'title');
  const headless = columns.map((column, index): Column => {
    if (plan.headless === 'levels' && columns[title - 1]?.role === 'level') {
      if (index === title || index === title - 1) return { ...column, path: ['考核内容'] };
    }
    if (plan.headless === 'scores' && isScore(column)) return { ...column, path: ['赋分标准'] };
    return column;
  });
  const decorate = (text: string) => (plan.decorated ? decorated(text, random) : text);
  const rows = plan.headerRows;
  return headless.map((column) => {
    const [heading = ''] = column.path;
    const own = plan.headless === 'none' ? decorate(heading) : heading;
    if (rows === 1) return { ...column, path: [own] };
    const group =
      isLevel(column) && groupsLevels ? over.levels : isScore(column) && groupsScores ? over.scores : own;
    if (rows === 2) return { ...column, path: [group, own] };
    const top = isLevel(column) && groupsLevels ? over.top : group;
    return { ...column, path: [top, group, own] };
  });
}

function decorated(text: string, random: Random): string {
  switch (random.int(0, 6)) {
    case 0:
      return `${text}★`;
    case 1:
      return text.length === 4 ? `${text.slice(0, 2)}\n${text.slice(2)}` : text;
    case 2:
      return text.length === 2 ? `${text[0] ?? ''}  ${text[1] ?? ''}` : text;
    case 3:
      return text.length === 4 ? `${text}（由考核组填写）` : text;
    case 4:
      return text.endsWith('指标') ? `${text}\n（★为核心指标）` : text;
    default:
      return text;
  }
}

/** The header's rows: equal headings side by side or one above the other are one cell. */
export function headerRows(columns: readonly Column[], serial: number): Row[] {
  const depth = columns[0]?.path.length ?? 1;
  return Array.from({ length: depth }, (_, level) => {
    const cells: { text: string; span: number; path: string; key: string }[] = [];
    columns.forEach((column, index) => {
      const text = column.path[level] ?? '';
      const path = column.path.slice(0, level + 1).join('/');
      const last = cells.at(-1);
      if (last?.path === path) last.span += 1;
      else {
        // The same heading in all rows from here on: one cell downwards.
        const top = column.path.findIndex((each) => each === text);
        cells.push({ text, span: 1, path, key: `header${serial}:${index}:${top}:${text}` });
      }
    });
    return cells.map(({ text, span, key }) => ({ text, span, key }));
  });
}
