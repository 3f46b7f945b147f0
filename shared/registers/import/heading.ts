import type { Column, Heading } from '../column.ts';
import { bare } from './grid.ts';

export type { Heading };

/** How sure it is that a heading is that of a column: the name itself, another name for it, a part of the heading; only for want of another one. */
const RANK = { label: 0, alias: 1, part: 2, otherwise: 3 } as const;

type Rank = (typeof RANK)[keyof typeof RANK];
const atLeast = (least: Rank, rank: Rank): Rank => (rank > least ? rank : least);

/** The column that a heading is of. */
export interface Claim {
  readonly code: string;
  readonly rank: Rank;
  /** Of parts, the larger one is the surer one. */
  readonly size: number;
  /** What else the heading, or the group that it lies in, says. */
  readonly rest?: string;
}

/** Not done yet, or only asked for. */
const AHEAD =
  /计划|^应|应(?=于|在|到|参)|(?<!模)拟|预[计定期]|要求|规定|最[迟晚]|截[止至]|时限|期限|目标|到期|限[期定]|申请|申报|提请|待(?=验|确|命|回)|下次|约定/u;
const AHEAD_WORDS = new RegExp(AHEAD, 'gu');
/** Is not what came of it, whatever sort of thing it is. */
const HOPED = /预期|拟取得/u;
const DONE = /实际/u;
/** What follows is not there, or no more: 未到人数, 取消命名日期. */
const NOT =
  /未|取消|撤[销消]|摘牌|注销|暂缓|推迟|延[期缓]|不予|拒绝|无需|解除|终止|废止|请假|缺[勤席]|[非不无]$/u;
/** The one to whom it was done, where what follows did it: 被举报人; 被指导对象 is what 对象 is. */
const TO_ANOTHER = { before: /被/u, who: /[人者]$/u };
/** Says by itself nothing of what it is of. */
const GENERIC = /^(?:日期|时间|名称|单位|内容|事项|情况|结果|类型|类别|方式|说明|状态|编号)$/u;
const GENERIC_DAY = /^(?:日期|时间)$/u;
/** Of whatever document the words before it name, or a group above: 法律职业资格证号 is none of 证号. */
const GENERIC_CARD = /^证件?编?号码?$/u;
const OF_CARDS = /证|身份/u;
/** Says of each row what document its number is of. */
const TYPE_OF_CARD = /证件的?(?:类型|类别|种类|名称)$/u;
/** Who or where, not what. */
const NAME_OF_ANOTHER = /(?:单位|部门|科室|机构|企业|公司|人员|平台|社区)名称$/u;
/** Under a group that is the name of somebody: 申请人 over 姓名. */
const NAME = /^(?:姓名|名称|姓名或名称)$/u;
/** 回访情况 over 日期 is that of 回访. */
const OF_GROUP = /(?:情况|信息|工作|环节)$/u;

/** What it was before: 原等级 is not what 等级 is. 原因 and the like are words of their own. */
const BEFORE = /^(?:原(?![因告料件始则文])|旧|调整前|整改前|上次|上年|去年)/u;
/** Whose it is, or when, where it stands right before a word or (in brackets) behind it: 拟任职务, 上级单位, 职务（曾任）. */
const ANOTHER = {
  before:
    /(?:曾|历|以?前|拟|将|兼|离|卸|原)经?担?任$|(?:曾|^前|以前|任前|兼职?|挂职|晋升前?|拟[提晋]\p{Script=Han}?)$|(?:上级|下级|下属|下辖|主管)(?:单位|机关|机构)?$/u,
  behind: /^(?:曾任|历任|拟任|[原前兼]任?|旧|挂职|晋升前|上级|下级|主管)$|^及?以[上下内外]/u,
};
/** What may stand around the name of a column of 是 and 否: 有无违法行政行为, 是否副处级以上 are answered by the other one. */
const PERIOD = '(?:自?20\\d\\d年(?:\\d+月)?(?:\\d+日)?(?:以来|至今|起))';
const ASKED = {
  before: new RegExp(`^(?:${PERIOD}|是否为?|是不是|本人|本单位|单位|个人|从)*$`, 'u'),
  behind: new RegExp(`^${PERIOD}?(?:情况|说明)*$`, 'u'),
};
/** How such a column is to be answered, at its end: （是/否）, （填是或否）, （打√）, （必填）. */
const HOW_TO_ANSWER =
  /(?:\s*[（(](?:请|填写?|选填?|选择|勾选?|打|必|可|[单多]选|是|否|或者?|[√✓✔×/／、,，“”\s])+[)）])+\s*$/u;
/** What sort of thing a word says by its end; two of one sort stand together. */
const SORTS = [
  '负责人',
  '日期|时间|时限|期限|日',
  '人|者|人员|对象|科室|部门|单位|处室|股室|机构|岗位',
  '数|数量|总数|比例|占比|率|金额',
  '措施|办法|对策',
  '依据|条款',
  '后果',
  '等级|级别|程度',
  '类型|类别|种类',
  '环节',
  '职责',
  '电话|号码|联系方式|地址|地点|编号|文号|序号',
].map((words) => new RegExp(`(?:${words})$`, 'u'));
/** What explains a heading at its end: 防控措施（含责任人）. */
export const EXPLAINED = /[（(][^（()）]*[)）]\s*$/u;

/** How long a heading is at most; what is longer is a sentence. */
const LONGEST = 20;

const stemOf = ({ group }: Heading): string => bare(group).replace(OF_GROUP, '');
/** The heading with its group. */
export const fullName = (heading: Heading): string => bare(heading.group) + bare(heading.text);

/** All columns that a heading may be of, the surest first; only those that it is a name of, where it is one. */
export function claimsOf(heading: Heading, columns: readonly Column[]): readonly Claim[] {
  const name = bare(heading.text);
  if (name === '') return [];
  const full = fullName(heading);
  const own = columns.filter(({ named }) => named?.(heading) === true);
  if (own.length > 0)
    return own.map(({ code, label }) => ({
      ...{ code, size: full.length, rank: [name, full].includes(label) ? RANK.label : RANK.alias },
    }));
  if (name.length > LONGEST) return [];
  const known = columns
    .filter(({ named }) => !named)
    .flatMap((column) =>
      namesOf(column).map(([each, rank]) => ({
        ...{ column, code: column.code, is: bare(each), isWithin: column.within?.includes(each), rank },
      })),
    )
    .filter(({ column, is }) => !isOfAnotherTime(full, { column, is }))
    .filter(({ column }) => whyNot(column, heading) === undefined);
  for (const each of wholeNames(heading)) {
    const found = known.filter(({ is }) => is === each).sort((a, b) => a.rank - b.rank);
    const isPlain = each === full || each === name;
    if (found.length === 0) continue;
    const over = each === name ? bare(heading.group) : '';
    // 缺席 over 人数.
    if (NOT.test(over) || BEFORE.test(over)) return [];
    return found.map(({ code, isWithin, rank }) => ({
      ...{ code, rank: isPlain ? rank : atLeast(RANK.alias, rank) },
      ...{ size: isWithin ? 0 : each.length, ...(over !== '' && { rest: over }) },
    }));
  }
  const stem = stemOf(heading);
  const asked = bare(heading.text.replace(HOW_TO_ANSWER, ''));
  return known
    .filter(({ is, column }) =>
      isPart(is, { column, stem, whole: stem + (isYesOrNo(column) ? asked : name) }),
    )
    .filter(
      ({ is }) =>
        !BEFORE.test(name) &&
        !isOfAnotherSort(is, [stem + bare(heading.text.replace(EXPLAINED, '')), stem + name]),
    )
    .map(({ code, is, rank }) => ({
      code,
      rank: atLeast(RANK.part, rank),
      size: GENERIC.test(is) ? 1 : is.length,
      rest: full.replace(is, ''),
    }))
    .sort((a, b) => a.rank - b.rank || b.size - a.size);
}

/** What an office calls its column is never of something else. */
function whyNot({ label, whyNot: ask }: Column, heading: Heading): string | undefined {
  return bare(heading.text) === bare(label) ? undefined : ask?.(heading.text, heading.group);
}

function namesOf({ label, headings = [], otherwise = [] }: Column): readonly (readonly [string, Rank])[] {
  const ranked = (names: readonly string[], rank: Rank) => names.map((each) => [each, rank] as const);
  return [
    ...ranked([label], RANK.label),
    ...ranked(headings, RANK.alias),
    ...ranked(otherwise, RANK.otherwise),
  ];
}

/** The same of a heading that says when something is to be done, as if it said when it was; undefined for any other. */
export function claimIfDone(heading: Heading, columns: readonly Column[]): Claim | undefined {
  if (!AHEAD.test(fullName(heading))) return undefined;
  const without = (text: string): string => bare(text).replace(AHEAD_WORDS, '');
  return claimsOf({ text: without(heading.text), group: without(heading.group) }, columns)[0];
}

/** All that a heading may be the whole name of: with its group first. */
function wholeNames(heading: Heading): readonly string[] {
  const [name, group, stem] = [bare(heading.text), bare(heading.group), stemOf(heading)];
  const names = [group + name, stem + name, ...(group !== '' && NAME.test(name) ? [group] : [])];
  const done = names.map((each) => each.replace(DONE, ''));
  // 日期 below 执行 is not the day of anything else, nor 证件号 below 身份证 the number of another card.
  const isOfGroup = GENERIC_CARD.test(name) ? OF_CARDS.test(group) : GENERIC_DAY.test(name.replace(DONE, ''));
  return [...names, ...done, ...(isOfGroup ? [] : [name])];
}

/** The heading that says by the row what another one's number is of: 证件类型 beside 证件号码; undefined for none. */
export function typeOfNumber(heading: Heading, line: readonly Heading[]): Heading | undefined {
  return GENERIC_CARD.test(bare(heading.text)) && !OF_CARDS.test(bare(heading.group))
    ? line.find(({ text }) => TYPE_OF_CARD.test(bare(text)))
    : undefined;
}

/** A column that a heading names and is not of, and why; undefined for none. */
export function notOf(
  heading: Heading,
  columns: readonly Column[],
): { readonly column: Column; readonly why: string; readonly isPerhaps?: true } | undefined {
  for (const column of columns) {
    const said = column.named?.(heading);
    if (said && said !== true) return { column, ...said };
  }
  const [claim] = claimsOf(
    heading,
    columns.map(({ whyNot: _, ...rest }) => rest),
  );
  const column = columns.find(({ code }) => code === claim?.code);
  const why = column && whyNot(column, heading);
  return column && why !== undefined ? { column, why } : undefined;
}

/** Whether it says when something is to be done, of a column that says when it was; or the other way round. */
function isOfAnotherTime(full: string, { column, is }: { column: Column; is: string }): boolean {
  if (HOPED.test(full) && !HOPED.test(is)) return true;
  if (column.kind !== 'day' && column.kind !== 'count') return false;
  return column.planned ? DONE.test(full) : AHEAD.test(full) && !AHEAD.test(is);
}

/** 征求意见时间 is a day and no 征求意见: a heading is what it ends in. `wholes`: without what explains it, with that. */
function isOfAnotherSort(is: string, wholes: readonly string[]): boolean {
  const whole = wholes.find((each) => each.includes(is)) ?? '';
  const sortOf = (text: string): number => SORTS.findIndex((sort) => sort.test(text));
  const rest = sortOf(whole.slice(whole.lastIndexOf(is) + is.length));
  return rest >= 0 && rest !== sortOf(is);
}

function isPart(
  is: string,
  { column, stem, whole }: { column: Column; stem: string; whole: string },
): boolean {
  const at = whole.lastIndexOf(is);
  if (is.length < 2 || at < 0 || at + is.length <= stem.length || GENERIC_CARD.test(is)) return false;
  const [before, behind] = [whole.slice(0, at), whole.slice(at + is.length)];
  if (ANOTHER.before.test(before) || ANOTHER.behind.test(behind)) return false;
  if (isYesOrNo(column) && !(at >= stem.length && ASKED.before.test(before.slice(stem.length)))) return false;
  if (isYesOrNo(column) && !ASKED.behind.test(behind)) return false;
  if (NOT.test(before) || (TO_ANOTHER.before.test(before) && TO_ANOTHER.who.test(is))) return false;
  if (is === '名称' && NAME_OF_ANOTHER.test(whole)) return false;
  // 立案日期 is not the 送达日期, although a table that has 日期 alone means that.
  return !GENERIC_DAY.test(is) || GENERIC_DAY.test(bare(column.label));
}

const isYesOrNo = ({ choices = [] }: Column): boolean =>
  choices.length === 2 && choices.includes('是') && choices.includes('否');
