import type { Random } from './random.ts';
import { type Sheet, texts } from './sheet.ts';

interface Other {
  readonly name: string;
  readonly header: readonly string[];
  readonly row: (random: Random, index: number) => readonly string[];
}

const days = ['星期一', '星期二', '星期三', '星期四', '星期五'] as const;
const surnames = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'] as const;

/** Tables with numbers in them that are no standard. */
const OTHERS: readonly Other[] = [
  {
    name: 'spacings',
    header: ['管道公称直径（mm）', '直管支撑最大间距（m）', '横管支撑最大间距（m）'],
    row: (_, index) => [String(15 + index * 5), (3 + index * 0.5).toFixed(1), (2.5 + index * 0.5).toFixed(1)],
  },
  {
    name: 'hours',
    header: ['日期', '上午', '下午', '值班人数'],
    row: (random, index) => [days[index % 5] ?? '', '9:00—12:00', '13:30—17:00', String(random.int(2, 6))],
  },
  {
    name: 'roster',
    header: ['序号', '姓名', '性别', '年龄', '岗位'],
    row: (random, index) => [
      String(index + 1),
      `职工${surnames[index % 8] ?? ''}`,
      random.pick(['男', '女']),
      String(random.int(22, 59)),
      random.pick(['前台', '后勤', '巡查', '档案']),
    ],
  },
  {
    name: 'budget',
    header: ['序号', '项目', '单价（元）', '数量', '金额（元）'],
    row: (random, index) => {
      const [price, count] = [random.int(5, 90), random.int(1, 20)];
      return [
        String(index + 1),
        random.pick(['打印纸', '展板', '桌椅', '资料印制', '场地布置']),
        String(price),
        String(count),
        String(price * count),
      ];
    },
  },
  {
    name: 'prices',
    header: ['品名', '规格', '单位', '单价'],
    row: (random) => [
      random.pick(['水泥', '钢筋', '涂料', '电缆', '阀门']),
      `${random.int(5, 50)}kg`,
      random.pick(['袋', '根', '桶']),
      String(random.int(10, 200)),
    ],
  },
  {
    name: 'training plan',
    header: ['月份', '培训内容', '学时', '人数', '责任部门'],
    row: (random, index) => [
      `${index + 1}月`,
      random.pick(['消防知识', '公文写作', '礼仪规范', '系统操作']),
      String(random.int(2, 8)),
      String(random.int(10, 60)),
      random.pick(['办公室', '人事科', '综合科']),
    ],
  },
  {
    name: 'stock',
    header: ['编号', '物资名称', '现有数量', '存放地点', '备注'],
    row: (random, index) => [
      `W${index + 1}`,
      random.pick(['灭火器', '手电筒', '雨衣', '急救箱', '警示牌']),
      String(random.int(1, 40)),
      `${random.int(1, 6)}号库房`,
      '',
    ],
  },
  {
    name: 'marks',
    header: ['序号', '考生', '笔试成绩', '面试成绩', '总成绩'],
    row: (random, index) => {
      const [written, oral] = [random.int(50, 95), random.int(50, 95)];
      return [
        String(index + 1),
        `考生${surnames[index % 8] ?? ''}`,
        String(written),
        String(oral),
        String((written + oral) / 2),
      ];
    },
  },
  {
    name: 'timetable',
    header: ['车次', '发车时间', '里程（公里）', '票价（元）'],
    row: (random, index) => [
      `${index + 1}路`,
      `${random.int(6, 9)}:30`,
      String(random.int(5, 40)),
      String(random.int(1, 8)),
    ],
  },
  {
    name: 'statistics',
    header: ['单位', '受理件数', '办结件数', '办结率（%）'],
    row: (random, index) => {
      const [all, done] = [50, random.int(30, 50)];
      return [`第${index + 1}网格`, String(all), String(done), String((done / all) * 100)];
    },
  },
];

export function otherTable(random: Random): { name: string; sheet: Sheet } {
  const { name, header, row } = random.pick(OTHERS);
  const rows = Array.from({ length: random.int(4, 12) }, (_, index) => row(random, index));
  const columns = header.length;
  const sheet: Sheet = {
    name: '表1',
    columns,
    rows: [header, ...rows].map((all) => texts(all, columns)),
    before: [],
    after: [],
    parts: [],
    isOldText: random.chance(0.3),
    numbers: new Set(header.map((_, index) => index)),
  };
  return { name, sheet };
}
