import { matchesIn } from './blanks.ts';

/** The parts of a case (郑法政办〔2020〕9号 二(二)); the last four are those of 实施过程. */
export const PARTS = [
  '工作背景',
  '实施过程',
  '基本案情',
  '研判分析',
  '具体举措',
  '取得的成效',
  '案例评析',
] as const;
export type Part = (typeof PARTS)[number];

/** What people write for each, besides its name. */
const NAMES: Readonly<Record<Part, string>> = {
  工作背景: '(?:工作|案例|实施)?背景',
  实施过程: '(?:实施|办理|工作)过程',
  基本案情: '(?:案件|案例)?(?:基本)?案情(?:简介|介绍)?|(?:案件|案例|事件)?基本情况',
  研判分析: '研判分析|分析研判|(?:案情|案件)分析',
  具体举措: '(?:具体|主要|工作)(?:举措|措施|做法)',
  取得的成效: '(?:取得的?|工作|主要|实施|办理)?(?:成效|效果)',
  案例评析: '(?:案例|案件)?(?:评析|启示|点评)',
};

/** "一、", "（一）", "1.", "第一部分", "一是", "【". */
const NUMBER =
  '(?:第[一二三四五六七八九十]+(?:部分|章)[、：:\\s]*|[（(【\\[]?(?:[一二三四五六七八九十]+|\\d{1,2})[）)】\\]]?[、.．,，是\\s]*|[【\\[])?';
/** "（情况）", "与启示", "】". */
const TAIL = '(?:[（(][^（）()]{1,8}[）)])?(?:[与及和、][\\p{Script=Han}]{2,6})?[】\\]]?';

const AT_START = headings((name) => `^${NUMBER}(?:${name})${TAIL}(?=\\s*(?:$|[。：:]))`);
/** In the middle of a paragraph: "……。二是研判分析。". */
const WITHIN = headings((name) => `(?<=[。；;])\\s*[一二三四五六]是(?:${name})${TAIL}(?=[。：:，,])`);

function headings(pattern: (name: string) => string): readonly { part: Part; pattern: RegExp }[] {
  return PARTS.map((part) => ({ part, pattern: new RegExp(pattern(NAMES[part]), 'gu') }));
}

/** A heading of a part in a paragraph; `from` and `to` within it. */
interface Found {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

export function headingsIn(line: string): Found[] {
  return [...AT_START, ...WITHIN]
    .flatMap(({ part, pattern }) =>
      matchesIn(line, pattern).map(({ found, within }) => ({
        part,
        ...within(found.length - found.trimStart().length, found.length),
      })),
    )
    .sort((a, b) => a.from - b.from);
}

export function isPartHeading(line: string): boolean {
  return AT_START.some(({ pattern }) => matchesIn(line, pattern).length > 0);
}
