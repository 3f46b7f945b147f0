import { TOTAL_FLOOR } from './floors.ts';
import { ITEM } from './reader.ts';

export type VetoEffect = 'totalZero' | 'notEligible' | 'noTopGrade' | 'ask';

/**
 * A phrase of veto in a compact text. `mention`: it speaks of vetoes and makes none. `aside`: it leaves them out of what is
 * said (一票否决项除外), and is no part of the words around it.
 */
export interface VetoPhrase {
  readonly effect: VetoEffect | 'mention' | 'aside';
  readonly from: number;
  readonly to: number;
}

const TOP = '(?:优秀|先进|优等|优良|表彰|一等|A级|A等)';
/** Earlier ones win where two overlap. */
const PHRASES: readonly (readonly [VetoEffect, string])[] = [
  [
    'totalZero',
    '(?:年度|考核|评价|验收|最终|全年)*总(?:分|成绩|得分)[^,。;]{0,6}?(?:为|计|记|得|按)?(?:零|(?<![\\d.])0)分',
  ],
  [
    'noTopGrade',
    `一票否优|(?:评优评先|评先评优|评优|评先)[^,。;]{0,6}一票否决|取消[^,。;]{0,12}(?:评优|评先|优秀|先进|评奖|表彰)[^,。;]{0,8}资格|不(?:得(?!分(?!别))|能|予|可)(?:参与|参加|参评)?[^,。;]{0,6}(?:评优|评先|评奖)(?:评先|评优)?|不(?:得|能|予|可)(?:被)?(?:评|评定|评选|确定|认定|定|推荐)(?:为)?[^,。;]{0,4}${TOP}[^,。;]{0,6}`,
  ],
  [
    'notEligible',
    '一票否决|单项否决|(?:直接|予以|一律)否决|否决(?=项|指标|事项|情形|条件)|(?:^|(?<=[的者],?))否决(?=$|[。;,])|取消(?![^,。;]{0,4}(?:加分|评审|评委|评分))[^,。;]{0,16}资格|(?<=(?:下列|以下[情行问之])[^。;:]{0,12},?)(?:考评|考核|评定|检查|验收)(?:结果|等次)?(?:为)?(?:不合格|不通过|不达标)(?=[:。;\\n]|$)|(?:直接|一律)?(?:评|判|认|确)?(?:定)?为不合格(?:档案|等次|单位|等级)?|直接(?:评为|定为|判定|认定)[^,。;]{0,8}(?:不达标|末等|差)|不[得予](?:确认|认定|评定|命名|授予)(?:为|[^,。;:]{0,8}(?:示范|标兵|称号))[^,。;:]{0,16}|不予(?:评定|认定|命名|通过|验收|推荐|授牌)|不能(?:评为|申报|推荐|参加[^,。;:]{0,8}(?:评选|评比|申报|创建))|不(?:得|予|再)?(?:纳入|列入)(?:推荐|评选|申报)[^,。;:]{0,6}|不得(?:评为|评选|入围|申报|推荐|参评|参加|命名)[^,。;:]{0,16}',
  ],
  // 直接0分, and 按0分计 of a whole: whether the item or the total is meant, the words do not say.
  ['ask', '(?:直接|一律直接)(?:记|计|得|按|判|为|打|评)*(?:(?<![\\d.])0|零)分(?:计算?|处理)?'],
  [
    'ask',
    '(?:整体|整个考核|全部考核|全年考核|年度考核|考核结果|考核成绩)[^,。;]{0,4}(?:记|计|得|按|判|为)+(?:0|零)分(?:计算?|处理)?',
  ],
];

const VETO =
  '[“"]?(?:一票否决|(?<!一票)否决(?=项|事|情|指|内|条))[”"]?(?:项目?|事项|情形|指标|内容|条款)?的?';
// 发生事故，除一票否决外: behind a case the veto is real, and more follows.
const ALONE = '(?<=^|[。;\\n(]|分,)';
/** 除一票否决项外; 一票否决项除外; 否决项另行处理; what a total ends at anyway. */
const ASIDE = new RegExp(
  [
    `${ALONE}(?:除|除了|除去)${VETO}(?:之|以)?外的?`,
    `(?:不含|不包括|不包含)${VETO}(?=[,。;)]|$)`,
    `${VETO}(?:除外|(?:以|之)外的?|不在此[列限])(?=[,。;)\\n]|$)`,
    TOTAL_FLOOR,
    `${ALONE}${VETO}(?:另行|单独|另外|另|按照?[^,。;]{0,16})(?:处理|规定|执行|考核|计算|认定)`,
  ].join('|'),
  'g',
);

const OPEN = '“‘「『"\'〝';
const CLOSE = '”’」』"\'〞';
const NEGATED =
  /(?:不(?:再)?(?:实行|实施|作为?|纳入|列入|列为|属于?|适用|涉及|设置?|予|进行|做|是|搞|采取|采用)?|非|无|没有|未(?:被)?(?:实行|列入|纳入|列为|作为|发生|出现|触发|触及|存在)?|免于|免予|取消|避免)(?:任何)?$/;
/** A condition stands right before: …的，实行 */
const CONDITIONED = /(?:的|者|时|情形|之一)[,:]?(?:将|应|均|一律|直接|予以|给予|实行|实施|执行|按|作)*$/;
/** 对取消资格的单位: those who are vetoed already. */
const VETOED = /(?:^|[,。;:\n])(?:对于?|凡是?|已|被|经)+$/;
const ENFORCED = /(?:实行|实施|予以|给予|一律|直接|进行|执行)$/;
const FOSTERED = /(?:落实|建立|健全|完善|制定|推行|学习|宣传|坚持|强化)(?:[^,。;]{0,8})$/;
const SYSTEM = /^(?:制度|机制|台账|清单|权|记录|办法|管理|工作|的?(?:规定|要求|意见))/;

export function vetoPhrases(text: string): VetoPhrase[] {
  const found = [...text.matchAll(ASIDE)].map(({ 0: words, index }): VetoPhrase => ({
    effect: 'aside',
    from: index,
    to: index + words.length,
  }));
  for (const [effect, source] of PHRASES) {
    for (const match of text.matchAll(new RegExp(source, 'g'))) {
      const { from, to } = widened(text, match.index, match.index + withoutPoints(match[0]).length);
      if (found.some((taken) => from < taken.to && taken.from < to)) continue;
      if (effect === 'ask' && new RegExp(`${ITEM}[^,。;]{0,4}$`).test(text.slice(0, from))) continue;
      const closing = isQuoted(text, from, to) && CLOSE.includes(text[to] ?? ' ') ? 1 : 0;
      found.push(
        isMention(text, from, to) ? { effect: 'mention', from, to } : { effect, from, to: to + closing },
      );
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

const POINTS = '[扣加减得计记给](?:\\d[\\d.]*|[零一二三四五六七八九十半满全])?分(?!别)';
const POINTS_BESIDE = new RegExp(`(?:并且?|而?且|以?及|和|同时|还|也)[^,。;]*?${POINTS}.*$`);

/** 不得评优且该项不得分: points that are joined to a veto are read as points. */
function withoutPoints(words: string): string {
  return words.replace(POINTS_BESIDE, '');
}

/** 取消该项得分及评先资格: its words take points of the item as well; those of 总分计0分 are of the whole. */
export function holdsPoints(words: string): boolean {
  return new RegExp(POINTS).test(words) && !words.includes('总');
}

const HEAD =
  /^[”’」』"']?(?:制(?!度)|项目?(?=[,。;:)]|$)|的?(?:项目?|事项|情[形况]|内容|条件|指标|行为|问题)(?:主要)?(?:包括|[如有]下|如下|有|[是为])?(?=:)|(?:事项|情形|内容|条件|指标)$)/;

/** 一票否决事项: 实行一票否决的情形包括: and 一票否决制, at the end of their clause, are the phrase with its head word. */
function widened(text: string, from: number, to: number): { from: number; to: number } {
  const head = HEAD.exec(text.slice(to));
  return { from, to: to + (head?.[0].length ?? 0) };
}

function isMention(text: string, from: number, to: number): boolean {
  const opening = text[from - 1] ?? '';
  const quoted = isQuoted(text, from, to);
  const before = text.slice(
    Math.max(0, from - 24),
    OPEN.includes(opening) && opening !== '' ? from - 1 : from,
  );
  const closing = CLOSE.includes(text[to] ?? ' ') ? 1 : 0;
  const after = text.slice(to + closing);
  if (inTitle(text, from)) return true;
  if (NEGATED.test(before) || /^(?:的|情形|事项|情况)?(?:除外|不适用|不再)/.test(after)) return true;
  // 被一票否决的，扣5分: the condition of something else.
  if (/^(?:的|者)(?!单位|处理)/.test(after) || (VETOED.test(before) && /^(?:的|者)/.test(after))) return true;
  if (CONDITIONED.test(before)) return false;
  if (SYSTEM.test(after)) return true;
  if (quoted)
    return !(ENFORCED.test(before) && /^(?:制)?(?:[,。;)\n]|$)/.test(after)) && text.length > to - from + 2;
  return FOSTERED.test(before) && /^一票|^单项/.test(text.slice(from, to));
}

/** Between an opening quotation mark and its closing one, in this clause. */
function isQuoted(text: string, from: number, to: number): boolean {
  const clauseStart = Math.max(...['。', ';', '\n'].map((sign) => text.lastIndexOf(sign, from))) + 1;
  const before = text.slice(clauseStart, from);
  const opened = [...before].filter((sign) => OPEN.includes(sign)).length;
  const curlyClosed = [...before].filter((sign) => '”’」』〞'.includes(sign)).length;
  const straight = [...before].filter((sign) => '"\''.includes(sign)).length;
  const open = straight > 0 && opened === straight ? straight % 2 === 1 : opened > curlyClosed;
  const end = /[。;\n]/.exec(text.slice(to));
  const rest = text.slice(to - 1, end ? to + end.index : text.length);
  return open && [...rest].some((sign) => CLOSE.includes(sign));
}

/** Inside 《…》. */
function inTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open > text.lastIndexOf('》', at) && text.indexOf('》', at) >= 0;
}
