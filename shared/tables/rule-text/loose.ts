import type { Reading } from './composition.ts';
import { isCountOnly } from './occurrence.ts';
import type { Statement } from './statement.ts';

/** Words that no points stand beside, between the end of one scoring phrase and the condition of the next. */
export interface Gap {
  readonly text: string;
  readonly place: 'before' | 'between' | 'after';
  /** The statement that follows, if one does. */
  readonly next: Statement | undefined;
}

/** Words that change what other words of the text say. */
const ALTERS =
  /视为|视同|视作|等同|论处|同等(?:处理|对待|扣)|同样|同上|参照|比照|参考第|按照?[^,。;]{0,12}(?:论|处理|执行|对待)|除外|例外|(?<![^除])除|以外的?$|不在此[限列]|允许|容许|误差|宽限|(?:取|按|以)[^,。;]{0,8}平均|平均(?:计|后)|顺延|任选|[选择]其?一(?![项个])|不[计算](?!划|算|入台)|不适用|不受|豁免|免于|从[轻宽严重]|合并|不论|不足.{0,8}[按算]|仅限|只(?:对|计|算|统计)|以[^,。;]{0,8}(?:最[高低多少]|次数|个数)|抵扣|冲抵|追究|加重|减轻|另行|双倍|成倍|降低?[一二两1-3]?个?(?:等次|等级|档次|档|级)/;
/** Beside points, what happens to the unit besides, and who decides otherwise: no score of this item says it. */
const CONSEQUENCE = new RegExp(
  [
    '(?:降低?|下调|下降|调低|下浮)[^,。;]{0,6}(?:等次|等级|档次|名次|[一二两1-3]个?[级档等])',
    '(?:等次|等级|档次|名次)[^,。;]{0,4}(?:下调|下降|降低?|调低|下浮|后移|取消)',
    '(?:[评定确判列]|认定)为[^,。;]{0,6}(?:[等档]次|[差末][等档位]?|[一二三四甲乙丙丁][等级类档]|不合格|不称职|不达标)$',
    '降[为至到]|(?:排|列|居|位居)(?:名|在)?(?:最后|倒数|末)|置[末后]|(?:退后|后移|倒退|后退)[^,。;]{0,3}[名位]|(?:排名|名次)[^,。;]{0,3}(?:末位|最后)',
    '(?:列入|列为|纳入|进入)[^,。;]{0,8}(?:末位|黑名单|名单|管理|整顿|整治)',
    '重新(?:考核|考评|评定|验收)|[黄红]牌|黑名单|罚款[^,。;、]{0,4}[\\d一二三四五六七八九十百千万]+元?',
    '(?:核减|扣减|扣除|扣发|停发|减发|取消)[^,。;]{0,8}(?:奖金|经费|绩效|资金|补助|工资|资格|评优)',
    '(?:^|[^未])由[^,。;]{2,16}(?:掌握|确定|决定|裁[定量]|认定|[判商]定|把握|评定|核定|研究|定夺)$',
    '(?:按|视|据|根据)[^,。;]{0,8}(?:实际|情况|情节|程度)[^,。;]{0,6}(?:掌握|确定|决定|把握|处理)$',
    '以[^,。;]{1,10}(?:认定|意见|核定|裁定|决定)为准|集体(?:研究|讨论|商定)',
    '可?(?:适当|适度)(?:放宽|从宽|减免|调整|照顾|减轻|加重)',
  ].join('|'),
);
/** A case with nothing but what follows from it: 发生事故的单位停业整顿. */
const CASE =
  /^(?:发生|出现|被|造成|拒|弄虚|隐瞒|瞒报|情节)[^,。;]*[的者](?!.*(?:材料|资料|台账|记录))[^,。;]+$/;
/** Ends like the condition of points that are not there. */
const CONDITION_END = /(?:的|者|之一|(?<![及按准定同适实临随有])时|情形|[,、]?(?:或|或者|和|以及))$/;
/** Begins like one, where points stood before. */
const CONDITION_START = /^(?:如(?!实|期|何|下)|若(?!干)|倘|凡|但|且|并且|其中|或|另|否则|除|一旦|因)/;
const FAULT_START =
  /^(?:未(?!发生|出现)|没(?!有发生|有出现)|缺|漏|错|超|逾|迟|瞒|谎|弄虚|虚报|不(?!得|准|许|能|可|断|少于|低于))/;
const NEGATIVE =
  /[未没缺漏]|(?<!有)无(?!误|遗)|不(?!少于|低于|断|得|准|许|同)|(?<=[\d%次项件分人])(?:以上|以下|以内)|超过|连续|累计|每(?:多|少|缺|超|增|减)/;
/** Before a count alone (每处扣1分): what it may count, unless the sentence asks for something. */
const FAULTY = /[不未无没缺漏错]/;
const ASKED = /不得|不准|不许|严禁|禁止|不能|不可|不[少低]于|应|须|要/;
/** Beside a cap, a floor or 取最高: says no more than that it is about this item. */
const OF_THE_ITEM =
  /^(?:该|本|此|全|项目?|大项|指标|工作|考核|内容|累计|合计|总计|全年|一年内?|年度|同一|事项|问题|情形|以上|上述|各项|情况|分值|分数|得分|扣分|直至|直到|总共|共|并|可|均|都|最多|最低|同时|为|将|,)*$/;

/** Every gap of a reading. Conditions belong to their statements, except beside what has none (扣完为止). */
export function gapsOf({ text, statements }: Pick<Reading, 'text' | 'statements'>): Gap[] {
  const gaps: Gap[] = [];
  let at = 0;
  let scored = false;
  for (const found of statements) {
    const { action, from } = found;
    if (action.kind === 'neutral' && action.inside) continue;
    const to = Math.max(at, hasCondition(found) ? from : action.from);
    gaps.push({ text: text.slice(at, to), place: scored ? 'between' : 'before', next: found });
    scored ||= action.kind !== 'neutral';
    at = Math.max(at, found.end);
  }
  return [...gaps, { text: text.slice(at), place: scored ? 'after' : 'before', next: undefined }];
}

/** Whether the words before the action are its condition, and shown with it. */
function hasCondition({ action: { kind } }: Statement): boolean {
  return kind !== 'neutral' && kind !== 'cap' && kind !== 'highest';
}

/** Words without points that alter the words with points: a rule without them is another rule. */
export function looseDoubts(reading: Reading): string[] {
  const loose = gapsOf(reading).flatMap((gap) =>
    sentencesOf(gap.text)
      .filter(({ words, end }) => alters(words, end, gap))
      .map(({ words }) => words),
  );
  const buried = reading.statements
    .filter(hasCondition)
    .flatMap(({ condition }) => condition.split(/[,。;]/).slice(0, -1))
    .filter((clause) => ALTERS.test(clause) || (!/[的者]$/.test(clause) && CONSEQUENCE.test(clause)));
  return [...loose, ...buried].map((words) => `“${shortened(words)}”没有写进规则`);
}

/** Another number than the one that stands there: 省级减半, 按50%计. */
const RESCALED =
  /减半|折半|一半|半数|[加翻双两]倍|递[增减]|[\d一二三四五六七八九]成(?:计|加|扣)|(?:按|打)[^,。;]{0,8}(?:\d+%|[\d一二三四五六七八九]折|系数|比例)/;
/** What a bonus or a penalty brings about besides. */
const BESIDES =
  /取消[^,。;]{0,8}(?:[加得扣]分|资格|称号|评[优先选])|不[再予得能可](?:享受|计算?|给予|另行?)?[加扣](?:分|减|计)|不[再予](?:享受|奖励|计分)/;

/** Clauses beside bonus or penalty points that say another number, an exception, or what follows besides. */
export function alteringClauses({ text, statements }: Pick<Reading, 'text' | 'statements'>): string[] {
  const rescaled = clausesOf(text).filter((clause) => RESCALED.test(clause));
  const beside = gapsOf({ text, statements })
    .flatMap((gap) => clausesOf(gap.text))
    .filter((clause) => ALTERS.test(clause) || CONSEQUENCE.test(clause) || BESIDES.test(clause));
  return [...new Set([...rescaled, ...beside])];
}

function clausesOf(text: string): string[] {
  return text.split(/[,。;()\n]/).filter((clause) => clause !== '');
}

function alters(words: string, end: string, { place, next }: Gap): boolean {
  if (words === '') return false;
  if (next && end === '' && !hasCondition(next)) return !OF_THE_ITEM.test(words);
  if (ALTERS.test(words) || CONDITION_END.test(words)) return true;
  if (next && isCountOnly(next.condition) && FAULTY.test(words) && !ASKED.test(words)) return true;
  if (
    end === ';' &&
    next?.action.kind === 'deduct' &&
    /^无/.test(words) &&
    /^[未无没缺]/.test(next.condition)
  )
    return true;
  if (place === 'before') return end === ';' && FAULT_START.test(words);
  if (CONSEQUENCE.test(words) || CASE.test(words)) return true;
  // 扣1分每次, 扣1分/瓮, 扣1分起: how the points before are meant.
  if (/^每.{1,4}$|^\/|^起(?:$|,)|^左右/.test(words)) return true;
  if (CONDITION_START.test(words) || FAULT_START.test(words)) return true;
  return place === 'after' && NEGATIVE.test(words);
}

interface Sentence {
  readonly words: string;
  /** 。 or ; or '' where the gap ends. */
  readonly end: string;
}

export function sentencesOf(gap: string): Sentence[] {
  return [...gap.matchAll(/([^。;\n]+)([。;\n]?)/g)].map(([, words = '', end = '']) => ({
    words: words
      .replace(
        /^(?:[,、:.)(]|\d{1,2}[.、](?!\d)|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|[①-⑳]|[A-Ga-g][.、)](?![A-Za-z\d])|\([A-Ga-g]\))+/,
        '',
      )
      .replace(/[,、:()]+$/, ''),
    end,
  }));
}

export function shortened(words: string): string {
  const line = words.replaceAll('\n', '');
  return line.length > 24 ? `…${line.slice(-23)}` : line;
}
