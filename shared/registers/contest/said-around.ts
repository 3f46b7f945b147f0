import { groupBy } from '../../values/pair.ts';
import { bare } from '../import/grid.ts';
import { ANY, CHEAT, isDenied, isNoCheat, plain, saysCheating, undenied, WORDS } from './cheat-words.ts';
import { type Mark, MARKS, SAYS } from './headings.ts';

/** What a rule is made of before the word for cheating: whoever is named is more than this. */
const GENERAL = [
  '注|说明|备注|附注|其中|凡是?|如果?|若|倘若|假如|一旦|一经|任何|所有|各|本次|对于?|经?查实|经|被|有|存在|出现|发现|发生|认定|视为|属于?|因|以',
  '考场|考试|测试|测验|考核|比赛|竞赛|比武|活动|理论|知识|模拟|执法|过程|期间|环节|现场|中|时|内|里|在',
  '所在队?|本队|参赛|参加|参考|人员|选手|队员|队伍|代表队|单位|个人|考生|者|人|的|等|行为|情形|情况|现象|问题|纪律|规定|规则|要求|违反|严重',
  '严禁|禁止|不得|不准|不许|不能|不可|请勿|切勿|勿|杜绝|防止|坚决|严肃|处理|查处|反|防|遵守',
  '本表|表中|填表|填报|一栏|栏|成绩|相关|其|该项?|均|一律|将|则|应当?|即|按|予以|作|并|取消|当场|直接|也|都|和|或者?|与|及|以及|填写?|是否|有无',
].join('|');
const BEFORE = new RegExp(
  `^(?:${GENERAL}|${WORDS}|[\\s\\d.、:：“”"'\\[\\]【】《》「」①-⑳_*＊※]|[一二三四五六七八九十]、)*$`,
  'u',
);
/** Says what would be, or must not be. */
const RULE = new RegExp(
  [
    `(?:${WORDS})(?:等)?(?:行为|情形|情况|现象|问题|成绩|人员|选手|队员|考生|队伍|单位|个人)*(?:[的者]|[，,]?(?:一律|均))`,
    '(?:^|[：:、.\\d）)，,])\\s*(?:凡|如|若|倘若|假如|一旦|一经|任何|对)',
    '严禁|禁止|不得|不准|不许|请勿|切勿|勿|杜绝|防止',
    `(?:${WORDS})[”"」]?(?:这?一)?[栏列]`,
    `^(?:注|说明|备注)\\d*[：:]\\s*(?:${CHEAT.source})(?:成绩)?按零分`,
  ].join('|'),
  'u',
);
/** 2人作弊, 已作弊, *作弊: of somebody, whoever it is. */
const OF_SOMEBODY = /[\d一二三四五六七八九十两几]\s*(?:名|人|位|个|队)|已|[*＊※]/u;

/** Takes somebody out of what is said of the others: 除李四外未发现作弊. */
const EXCEPT = /(?<![删扣去解免消排])除|其余|(?<![及和或与等、])其[他它]|仅|只有|唯/u;
const NO_MARK =
  /(?<![\d.])[零0０]分|作废|无效|不算|不作数|不予?计|不予认可|废卷|雷同|撤[销消]|没收|剔除|归零|抄答案|(?:取消|不参与|不计)(?:名次|排名)/u;

type Fields = Readonly<Partial<Record<string, string>>>;

/**
 * Whether a text around the rows says that somebody cheated, which no row of whom it names says: 注：张三作弊. A rule says it of
 * nobody: 作弊的按零分计; one who is named is in no rule.
 */
export function saidAround(text: string, rows: readonly Fields[]): boolean {
  return text
    .split(/[。；;！!？?\n]+(?![^。；;！!？?\n]*除外)/u)
    .some((sentence) => isOpen(sentence.trim(), rows));
}

function isOpen(sentence: string, rows: readonly Fields[]): boolean {
  const words = bare(sentence);
  const isExcept = EXCEPT.test(words) && isDenied(words);
  const isSaid = saysCheating(sentence);
  const isNaming = (part: string): boolean =>
    rows.some(({ name, team }) => isIn(part, name) || isIn(part, team));
  if (!isNaming(sentence)) return isExcept || (isSaid && !isRule(sentence));
  if (!isExcept && !isSaid && !NO_MARK.test(undenied(words))) return false;
  const ofAll = marksIn(sentence);
  return partsOf(sentence, isNaming).some((part) => {
    if (!isExcept && isDenied(bare(part)) && !saysCheating(part)) return false;
    const own = marksIn(part);
    const marks = own.length > 0 ? own : ofAll;
    return namedIn(part, rows).some((named) => !isAnswered(named, marks, rows));
  });
}

/** Cut at commas so that each part names somebody; what names nobody is said of the ones before it. */
function partsOf(sentence: string, isNaming: (part: string) => boolean): string[] {
  const parts: string[] = [];
  for (const clause of sentence.split(/[，,]/u)) {
    const last = parts.at(-1);
    if (last !== undefined && !(isNaming(last) && isNaming(clause)))
      parts[parts.length - 1] = `${last}，${clause}`;
    else parts.push(clause);
  }
  return parts;
}

const marksIn = (text: string): Mark[] => MARKS.filter((mark) => SAYS[mark].test(text));

function isIn(text: string, name = ''): boolean {
  const key = plain(name);
  return key.length > 1 && plain(text).includes(key);
}

/** The rows of each person, and of each team that is named without one. A person may have a row for each part. */
function namedIn(part: string, rows: readonly Fields[]): Fields[][] {
  const isOfNamed = ({ team }: Fields): boolean => isIn(part, team);
  const persons = groupBy(
    rows.filter(({ name }) => isIn(part, name)),
    ({ name }) => plain(name ?? ''),
  );
  const found = [...persons.values()].flatMap((same) => {
    const own = same.filter(isOfNamed);
    return own.length > 0 ? [...groupBy(own, teamOf).values()] : [same];
  });
  const teams = groupBy(rows.filter(isOfNamed), teamOf);
  const alone = [...teams].filter(([team]) => !found.flat().some((row) => teamOf(row).includes(team)));
  return [...found, ...alone.map(([, same]) => same)];
}

const teamOf = ({ team }: Fields): string => plain(team ?? '');

/** Whether rows of whom is named say so of each of these marks; the simulation's is the team's. */
function isAnswered(named: readonly Fields[], marks: readonly Mark[], rows: readonly Fields[]): boolean {
  const own = named.flatMap(voidIn);
  const teams = new Set(named.map(teamOf));
  const ofTeams = rows.filter((row) => teams.has(teamOf(row))).flatMap(voidIn);
  if (marks.length === 0) return own.length > 0;
  return marks.every((mark) => own.includes(mark) || (mark === 'simulation' && ofTeams.includes(mark)));
}

/** What a row says to be void: the marks that it names, or those that it has. */
function voidIn({ cheat = '', theory = '', simulation = '' }: Fields): Mark[] {
  if (isNoCheat(cheat)) return [];
  const said = marksIn(cheat);
  if (said.length > 0) return said;
  const isSimulated = /\d/u.test(plain(simulation));
  return MARKS.filter((mark) =>
    mark === 'simulation' ? isSimulated : !isSimulated || /\d/u.test(plain(theory)),
  );
}

function isRule(sentence: string): boolean {
  const rest = undenied(sentence);
  if (!RULE.test(rest)) return false;
  return rest.split(/[，,（）()]/u).every((clause) => {
    const at = clause.search(ANY);
    return at < 0 || (BEFORE.test(clause.slice(0, at)) && !OF_SOMEBODY.test(clause.slice(0, at)));
  });
}
