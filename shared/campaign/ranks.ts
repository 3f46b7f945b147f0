/** From the highest down. */
const RANKS = [
  '正部级',
  '副部级',
  '正厅级',
  '副厅级',
  '正处级',
  '副处级',
  '正科级',
  '副科级',
  '股级',
] as const;
export type Rank = (typeof RANKS)[number];
const DIVISION: readonly Rank[] = ['正处级', '副处级'];

/** What says a rank for certain; a post (处长, 科长) says none: the same post has another rank elsewhere. */
const WORDS: readonly (readonly [Rank, RegExp])[] = [
  ['正部级', /正(?:省)?部级?$|正(?:省)?部级|省部级正职/u],
  ['副部级', /副(?:省)?部级?$|副(?:省)?部级|省部级副职|副省级/u],
  ['正厅级', /正(?:地)?[厅司局]级|地?[厅司]局?级正职|正厅$/u],
  ['副厅级', /副(?:地)?[厅司局]级|地?[厅司]局?级副职|副厅$/u],
  ['正处级', /正县?处级?$|正县?处级|县?处级正职|正县级|县级正职/u],
  ['副处级', /副县?处级?$|副县?处级|县?处级副职|副县级|县级副职/u],
  ['正科级', /正乡?科级?$|正乡?科级|乡?科级正职/u],
  ['副科级', /副乡?科级?$|副乡?科级|乡?科级副职/u],
  ['股级', /[正副]?股级/u],
];

/** 处级 without 正 or 副: one of the two; of 科员 whichever of 科 and below. */
const EITHER: readonly (readonly [readonly Rank[], RegExp])[] = [
  [['正部级', '副部级'], /省?部级/u],
  [['正厅级', '副厅级'], /[厅司]局?级/u],
  [DIVISION, /县?处级|县级$/u],
  [['正科级', '副科级'], /乡?科级/u],
  [['正科级', '副科级', '股级'], /主任科员|科员|办事员/u],
];

/** 职级 of 职务与职级并行: with one, 职务 of a lower rank does not say that somebody is below these ranks. */
const GRADES: readonly (readonly [readonly Rank[], RegExp])[] = [
  [DIVISION, /调研员|巡视员/u],
  [['正厅级', '副厅级'], /巡视员/u],
];

/** More than that one rank is meant: the first that fits says which. */
const BEYOND: readonly (readonly [RegExp, (top: number, end: number) => readonly Rank[]])[] = [
  [/[非无~～]|(?<!及|甚|直)至(?!少)|不是|不属|不[高低]于|不超过|[内下所直][设属]/u, () => []],
  [/[高大]于|超[过出]|高[半一]级|>(?!=)/u, (top) => RANKS.slice(0, top)],
  [/以上|[≥⩾≧+]|>=|起$|至少|最低|不低/u, (_, end) => RANKS.slice(0, end + 1)],
  [/[低小]于|不到|不足|未[达到]|[<‹〈](?!=)/u, (_, end) => RANKS.slice(end + 1)],
  [/以下/u, (top) => RANKS.slice(top)],
];

function bareOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** Ranks that the words name by themselves. */
function namedIn(bare: string): readonly Rank[] {
  const found = WORDS.filter(([, words]) => words.test(bare)).map(([rank]) => rank);
  const either = EITHER.filter(([, words]) => words.test(bare)).flatMap(([all]) => all);
  return found.length === 1 ? found : [...found, ...either];
}

function beyondIn(bare: string) {
  return BEYOND.find(([words]) => words.test(bare))?.[1];
}

/** The rank that a text names; undefined where it names none, or several. */
export function rankOf(text: string): Rank | undefined {
  const bare = bareOf(text);
  const named = namedIn(bare);
  return named.length === 1 && !beyondIn(bare) ? named[0] : undefined;
}

/** Which ranks a text leaves possible: all where it says nothing of them. */
function possibleIn(text: string): readonly Rank[] {
  const bare = bareOf(text);
  const named = namedIn(bare);
  if (named.length === 0) return RANKS;
  const at = named.map((rank) => RANKS.indexOf(rank));
  const found = beyondIn(bare)?.(Math.min(...at), Math.max(...at)) ?? named;
  return found.length === 0 ? RANKS : found;
}

type Standing = 'within' | 'above' | 'unclear';

/** Whether what a text names is at most this rank: by 正 and 副 alike where it says neither. */
export function standsTo(text: string, highest: Rank): Standing {
  return standingOf(possibleIn(text), highest);
}

/** Whether all of these ranks are at most that one, or none. */
export function standingOf(possible: readonly Rank[], highest: Rank): Standing {
  const above = possible.filter((each) => RANKS.indexOf(each) < RANKS.indexOf(highest)).length;
  if (above === 0) return possible.length === 0 ? 'unclear' : 'within';
  return above === possible.length ? 'above' : 'unclear';
}

/** A 职级 of whose words none is known here (四级高级警长, 五级职员): it may stand above what the 职务 says. */
function isUnknown(grade: string): boolean {
  const bare = bareOf(grade).replace(/^[无—/-]+$/u, '');
  return (
    bare !== '' && possibleIn(grade).length === RANKS.length && !GRADES.some(([, words]) => words.test(bare))
  );
}

/** Of a rank that is not one's own: of what is given or lent (享受副处级待遇, 挂职副县长), of the unit (处级单位科长), of another time. */
const NOT_OWN =
  /享受|待遇|挂职|[比参]照|相当|按.*(?:对待|管理|执行)|级别?的?(?:单位|机构|部门|机关|局|事业)|后备|人选|拟[任提晋]|(?:^|[^\p{Script=Han}])[原曾前](?!则)|曾任|保留/u;

/** Whether ranks are named, of whomever they are, and all are 正处级 at most. */
function namesNoneAbove(texts: readonly string[]): boolean {
  const named = texts.flatMap((text) => [
    ...(namedIn(bareOf(text)).length > 0 ? possibleIn(text) : []),
    ...GRADES.flatMap(([ranks, words]) => (words.test(bareOf(text)) ? ranks : [])),
  ]);
  return standingOf(named, '正处级') === 'within';
}

/**
 * The ranks that somebody can have by all that is said: 职务, 职级, and whether 处级 (`said`). None where they contradict each
 * other. By a 职级 that goes with several 职务, or that is not known or not their own, nothing is decided.
 */
export function ranksBy(texts: readonly [post: string, grade: string], said?: boolean): readonly Rank[] {
  if (isUnknown(texts[1]) || texts.some((text) => NOT_OWN.test(bareOf(text)))) {
    // Whichever of the ranks is their own, none of them is above 处级.
    const isBelow = said !== undefined && !isUnknown(texts[1]) && namesNoneAbove(texts);
    const possible = isBelow ? RANKS.slice(RANKS.indexOf('正处级')) : RANKS;
    return possible.filter((rank) => said === undefined || said === DIVISION.includes(rank));
  }
  const stated = RANKS.filter((rank) => texts.every((text) => possibleIn(text).includes(rank)));
  if (stated.length === 0) return [];
  const open = GRADES.filter(
    ([ranks, words]) =>
      texts.some((text) => words.test(bareOf(text))) && !stated.some((rank) => ranks.includes(rank)),
  ).flatMap(([ranks]) => ranks);
  return [...stated, ...open].filter((rank) => said === undefined || said === DIVISION.includes(rank));
}

/** Whether these ranks are 处级; undefined where they can be as well as not. */
export function isDivision(possible: readonly Rank[]): boolean | undefined {
  const many = possible.filter((rank) => DIVISION.includes(rank)).length;
  if (many === 0) return possible.length === 0 ? undefined : false;
  return many === possible.length ? true : undefined;
}
