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

/** What says a rank for certain; a post (处长, 科长) says none: the same post has another rank elsewhere. */
const WORDS: readonly (readonly [Rank, RegExp])[] = [
  ['正部级', /正(?:省)?部级?$|正(?:省)?部级|省部级正职/u],
  ['副部级', /副(?:省)?部级?$|副(?:省)?部级|省部级副职|副省级/u],
  ['正厅级', /正(?:地)?[厅司局]级|地?[厅司]局?级正职|正厅$/u],
  ['副厅级', /副(?:地)?[厅司局]级|地?[厅司]局?级副职|副厅$/u],
  ['正处级', /正县?处级?$|正县?处级|县?处级正职|正县级/u],
  ['副处级', /副县?处级?$|副县?处级|县?处级副职|副县级/u],
  ['正科级', /正乡?科级?$|正乡?科级|乡?科级正职/u],
  ['副科级', /副乡?科级?$|副乡?科级|乡?科级副职/u],
  ['股级', /[正副]?股级/u],
];

/** 处级 without 正 or 副: one of the two. */
const EITHER: readonly (readonly [readonly Rank[], RegExp])[] = [
  [['正部级', '副部级'], /省?部级/u],
  [['正厅级', '副厅级'], /[厅司]局?级/u],
  [['正处级', '副处级'], /县?处级|县级$/u],
  [['正科级', '副科级'], /乡?科级/u],
];

function bareOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** The rank that a text names; undefined where it names none, or several. */
export function rankOf(text: string): Rank | undefined {
  const bare = bareOf(text);
  const found = WORDS.filter(([, words]) => words.test(bare)).map(([rank]) => rank);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether what a text names is at most this rank: by 正 and 副 alike where it says neither. */
export function standsTo(text: string, highest: Rank): 'within' | 'above' | 'unclear' {
  const rank = rankOf(text);
  const possible = rank
    ? [rank]
    : EITHER.filter(([, words]) => words.test(bareOf(text))).flatMap(([all]) => all);
  const above = possible.filter((each) => RANKS.indexOf(each) < RANKS.indexOf(highest)).length;
  if (possible.length === 0) return BELOW.test(bareOf(text)) ? 'within' : 'unclear';
  return above === 0 ? 'within' : above === possible.length ? 'above' : 'unclear';
}

/** Of 科 and below, whatever the grade: certainly not 处级. */
const BELOW = /科级|主任科员|科员|办事员|股级/u;
const DIVISION = /[正副]?县?处级|正处$|副处$|县级[正副]职/u;

/** Whether somebody is 处级, as far as the words of 职务 or 职级 say it for certain. */
export function isDivision(...texts: readonly string[]): boolean | undefined {
  const bare = texts.map(bareOf);
  if (bare.some((text) => DIVISION.test(text))) return true;
  return bare.some((text) => BELOW.test(text) || standsTo(text, '正处级') === 'above') ? false : undefined;
}
