import { N, RANGE, reader, type Reader, SUBTRACT, inside, unsupported, withPoints } from './reader.ts';
import { readList } from './lists.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { UNIT } from './words.ts';

/** 合计3分, 小计：3分, 总分为3分: the sum of what the text gives, said once more; another number is a doubt. */
const SUM_READER = reader(
  `(?<![扣减从占按])(?:满分|分值)?(?:以上)?(?:[两二三四五六七八九十]项|各项)?(?:合计|小计|总计|共计|总分值?|总得分|总共|累计)(?:满分|分值)?(?:为|得|计|共|:)*${N}分(?![值数制]|封顶|为限|为止|即止|及?以[上下内]|之间|[的者后])`,
  (match, fullScore) =>
    readNumber(match[1] ?? '') === fullScore
      ? { kind: 'neutral' }
      : { kind: 'unsupported', why: '各项合计的分数' },
);

/** 可少扣0.5分, 酌减1分, 从轻扣1分, 改为扣1分: what is taken less than is said elsewhere, or instead. */
const LESS = [
  '(?<=^|[的者,。;、\\n可应以予当情])减?少(?:扣|减)|(?<=可以?)减扣|(?:减|豁)?免扣?|酌(?:情)?[扣减]|(?:折|减)半,?(?:按|后)?扣',
  '(?:从[轻宽低]|减轻)(?:处理|处罚|考核|扣分)?,?(?:按|可)?扣|(?:改|减|降|降低|调整|变更)(?:为|至|到|按)扣|(?<=[的者,可应])改扣',
].join('|');
const SOFTER_READER = reader(
  `(?:可以?|应当?|予以|给予|适当|酌情|相应|视情况?)*(?:${LESS})(?:除|减|分)?${NUMBER}分`,
  unsupported('减轻的扣分'),
);

/** What is no rule of an item: scores reached elsewhere, points at discretion, points per piece. */
export const OUTSIDE_READERS: readonly Reader[] = [
  SUM_READER,
  SOFTER_READER,
  reader(`(?:依次|逐[级名次位])?递[减增扣]${NUMBER}分`, unsupported('依次递减的分数')),
  reader('(?:测评|评查|考试|评价|满意度)(?:得分|成绩|分数)', inside),
  // Thresholds: scores that a unit reached elsewhere, part of a condition.
  reader(`${NUMBER}(?:分?[-~至到]${NUMBER})?分(?:\\(含[^)]{0,6}\\)|及)?(?:以上|以下|以内|之间)`, inside),
  reader(`(?<![得计记给扣加减奖])${NUMBER}分?[-~至到]${NUMBER}分(?=[的者]?,?[得计记给为])`, inside),
  reader(`(?:达到?|低于|高于|不足|大于|小于)${NUMBER}分(?=的|者|[,。;扣得计])`, inside),
  // 按条扣分, followed by how much a 条 costs.
  reader(`按(?:${UNIT})(?:扣分|计扣)(?=[,:;。](?:每|[一1])[^,。;]{0,6}扣)`, inside),

  reader(`不(?:予|再)?扣分|不予?加分`, unsupported('免扣或不加的情形')),
  reader(
    `(?:(?:酌情|视情(?:况|节|形)?|按情节|根据[^,。;\\n]{0,12}情况)[^,。;\\n计]{0,8}?(?:扣|给分|得分|打分|评分|加|减|奖|赋分|计分)|(?:适当|相应)(?:的|地|予以|给予|进行)?(?:扣|减|加|奖励?|给|得|计)(?=[\\d分除减予一二三]))(?:除|减|予|分)?(?:${RANGE}|${NUMBER}分|分)?`,
    unsupported('由考核人裁量的分数'),
  ),
  reader(`(?:${SUBTRACT}|[得给计记加奖]|奖励)${RANGE}`, unsupported('由考核人裁量的分数')),
  reader(`分别(${SUBTRACT}|[得给计记加奖评赋]|奖励)((?:${NUMBER}分?[、,和])+${NUMBER}分)`, (match) => {
    const points = readList(match[2] ?? '');
    if (!points || /[加奖]/.test(match[1] ?? '')) return { kind: 'unsupported', why: '分别给出的几个分数' };
    return { kind: 'list', of: /[扣减]/.test(match[1] ?? '') ? 'deduct' : 'give', points };
  }),
  reader(`(?:基础分|基本分|起评分|基准分)(?:为|:)?(?:${NUMBER}分)?`, unsupported('基础分')),
  reader(
    `(?:再|另|并|同时)*(?:从[^,。;]{0,6}总分中?(?:扣除|扣减|扣)|(?:扣除|扣减|扣)[^,。;\\d]{0,6}(?:总分|个人绩效|绩效))${N}分`,
    withPoints((points) => ({ kind: 'extra', points })),
  ),
  reader(
    `(?:追加|另行?|额外|再|(?<![参增叠])加倍?|双倍|倒|(?<![最至])多)(?:扣除|扣减|扣|减)${N}分`,
    withPoints((points) => ({ kind: 'extra', points })),
  ),
];
