import { type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import {
  ANY_GIVEN,
  CALLED,
  CLASSICS,
  COMMON_GIVEN,
  FOREIGN_GIVEN,
  GIVEN,
  NO_NAMES,
  ONLY_GIVEN,
} from '../person-names.ts';
import {
  ANY_SURNAME,
  COMPOUND_SURNAME,
  NOUN_SURNAME,
  PLAIN_NOUN_SURNAME,
  SURNAME,
  WORD_SURNAME,
} from '../surnames.ts';
import { type CaseText, placesOf } from '../text.ts';
import type { Match } from '../blanks.ts';
import { beginsAsNoun, beginsAsWord, isWord } from '../words-like-names.ts';

const USUAL = `(?:${GIVEN}{2}|${GIVEN})`;
const NAME = `${SURNAME}${USUAL}`;
/** What a person does begins no part of a name: 令狐冲|承认. */
const VERB =
  '(?:经营|开办|开设|表示|反映|陈述|承认|投诉|举报|申请|驾驶|从事|告诉|接受|同意|配合|缴纳|提出|提供|携带|销售|主动|涉嫌|擅自|拒绝|签字|咨询|拨打|整改|改正|履行|办理|积极|夫妇)';
/** Whatever the given name: 孙悟空, 周杰伦. */
const ANY = `(?!${CALLED})(?:(?!${VERB})${ANY_GIVEN}){1,2}`;
const ANY_NAME = `${SURNAME}${ANY}`;
const PARTY =
  '(?:当事人|原告人?|被告人?|(?:犯罪)?嫌疑人|被执行人|上诉人|第三人|承包人|承包商|发包人|包?工头|雇主|报案人|证人|死者|伤者|姓名|相对人|经营者|经营户|经营业主|业户|个体户|个体工商户|业主|店主|摊主|商户|商贩|车主|船主|货主|户主|房主|房东|租户|承租人|出租人|老板|负责人|法定代表人|法人代表|法人(?!员)|实际控制人|投诉人|举报人|申请人|被申请人|被处罚人|违法行为人|嫌疑人|受害人|驾驶员|司机|摊贩|小贩|真名|本名|真实姓名|(?:居民|村民|群众|商户|业主|农户|消费者)代表|居民|村民|市民|群众|农户|消费者|顾客|股东|合伙人|邻居|其[妻夫子女]|妻子|丈夫|儿子|女儿|父亲|母亲)';
/** Of many at once as well, so that only a usual name is one. */
const MEMBER = '(?:家长|工人|职工|员工|店员|服务员|学生)';
const CALLS = '(?:名叫|叫做|名为|为|是|系|叫)';
const ROLE = `${PARTY}${CALLS}?(?:\\s{0,3}[：:（(“"])?\\s*`;
/** Without a word for a party: 一名叫张伟的男子, 该店系李建国经营. Not 关系, 联系, 体系; 呼叫. */
const CALLED_SO = '(?:(?<![呼喊吵大嚎尖召惨哭吼])叫做?|名叫|(?<![关联体派谱维院直])系)[“"]?\\s*';
/** What follows a name: the end of a clause, or a word that only a name or a person stands before. */
const BEHIND = `(?=$|[，,。、；;：:（(）)！？\\s“”"《]|(?:经营|开办|开设|表示|反映|陈述|承认|投诉|举报|申请|驾驶|从事|告诉|感慨|激动|主动|涉嫌|违|擅自|无证|拒|愿|认|没|不|已|也|又|来|找|拿|收|签|租|购|咨询|拨打|接受|同意|配合|缴纳|提出|提供|携带|销售|整改|改正|履行|办理|积极|自愿|当场|随后|立即|均|家中|夫妇|[两二三四五六七八九十]人|本人|一家|[男女](?:$|[，,。、；;）)\\s])|说|称|道|因|在|向|等|的|到|将|未|对|与|和|及|于|系|是|为|从|把|被|名下))`;
/** Where no word says who it is: a clause begins, and the name's owner does what only owners do. */
const BEFORE = `(?<=^|[，,。、；;：:（(“"\\s对向由与和及])`;
const DOES = `(?=(?:经营的|开办的|开的|名下的|夫妇|表示|激动地|感慨地?|感慨|告诉|（[男女]，|\\([男女]))`;

/** Likewise, but for a given name that is no usual one: only at the beginning of a clause, before what a person does. */
const CLAUSE = `(?<=^|[，,。、；;：:（(“"\\s])`;
const SAYS = `(?:称|说|道[，,：:]|表示|经营|开设|开办|驾驶|告诉|反映|承认|夫妇)`;
const SEX = `(?:、|，|,|（|\\()\\s*[男女](?:$|[，,。、；;）)\\s])`;

const PERSONS = new RegExp(
  `(?<=${ROLE}|${CALLED_SO}|${MEMBER})${NAME}${BEHIND}|${BEFORE}${NAME}${DOES}|(?<=由)${NAME}(?=经营|负责|承包|租用|驾驶)|${CLAUSE}${NAME}(?=自\\d|系[该本其涉当]|等\\d+[户人名])|${NAME}(?=${SEX})|(?<![线网以之])${COMPOUND_SURNAME}${USUAL}${BEHIND}`,
  'g',
);
const ANY_PERSONS = new RegExp(
  `(?<=${ROLE}|名叫|叫做)${ANY_NAME}${BEHIND}|${CLAUSE}${ANY_NAME}(?=${SAYS}|${SEX})`,
  'gu',
);

/** Surnames that are words: both characters of a usual given name, or what follows is what only people do. */
const WORD_PERSONS = new RegExp(
  [
    `(?<=${ROLE}|${CALLED_SO})${NOUN_SURNAME}${GIVEN}{2}${BEHIND}`,
    `(?<=${PARTY})${NOUN_SURNAME}${GIVEN}(?=${SAYS})`,
    `(?<=${PARTY}|${CLAUSE})${WORD_SURNAME}${GIVEN}{2}(?=${SAYS}|家中)`,
  ].join('|'),
  'gu',
);
/** Behind a colon or 名叫 nothing else than a name stands, up to the end of the clause; before 男 or 女 neither. */
const WORD_LABELLED = new RegExp(
  `(?<=${PARTY}\\s{0,3}[：:]\\s*|名叫|叫做)${WORD_SURNAME}${USUAL}(?=$|[，,。、；;（(）)\\s”"的])|(?<=${PARTY}|${CLAUSE})${WORD_SURNAME}${USUAL}(?=${SEX})`,
  'gu',
);

/** 买买提·吐尔逊: behind a word for a party whatever it is, elsewhere only of the characters that such names are written with. */
const DOT = '[·•・‧∙･․]';
const FOREIGN = new RegExp(
  [
    `(?<=${ROLE}|${CALLED_SO})(?!${CALLS})\\p{Script=Han}{1,7}(?:${DOT}(?![某X×])(?:${FOREIGN_GIVEN}{2,8}|\\p{Script=Han}{1,7}?)${BEHIND})`,
    `(?<=^|[^\\p{Script=Han}]|[对向由与和及给找叫是系被把将])${FOREIGN_GIVEN}{2,8}(?:${DOT}${FOREIGN_GIVEN}{2,8})+`,
  ].join('|'),
  'gu',
);

/** Names in a row: one that is known makes names of those beside it, of a party whose name was changed (张某、李伟) too. */
const JOIN = '(?:[、，,]|以?及|[和与])';
// One way to read each, or a long row is read in all ways at once.
const ITEM = `${ANY_SURNAME}(?:[^\\P{Script=Han}和与及等]|[XＸ×]){1,2}`;
const KNOWN = `${COMPOUND_SURNAME}(?!${CALLED})(?:(?!${VERB})${ANY_GIVEN}){1,2}`;
const END = `(?=$|${JOIN}|[。；;：:（(）)！？\\s]|等)`;
const COUNTED = `(?:等?[两二三四五六七八九十\\d]+[人名位]|等人)`;
const LISTED = new RegExp(
  [
    `(?<=(?:${ROLE}|${CLAUSE}(?=${COMPOUND_SURNAME}))${ITEM}(?:${JOIN}${ITEM}){0,12}${JOIN})(?:${NAME}|${ANY_NAME})${BEHIND}`,
    `${CLAUSE}${KNOWN}(?=${JOIN}${ITEM}${END})`,
    `${CLAUSE}(?:${NAME}|${ANY_NAME})(?=(?:${JOIN}${ITEM}){0,12}${JOIN}${KNOWN}${BEHIND})`,
    `${CLAUSE}${NAME}(?=(?:${JOIN}${NAME}){0,12}${COUNTED})`,
    `(?<=${CLAUSE}${NAME}(?:${JOIN}${NAME}){0,12}${JOIN})${NAME}(?=(?:${JOIN}${NAME}){0,12}${COUNTED})`,
  ].join('|'),
  'gu',
);

/**
 * Behind a word that only a person follows, surnames that are words count too: before a given name that hardly a word is
 * written with (于丽), that many have (党建国), or before what only people do.
 */
const ROLE_OF_ONE =
  '(?<=(?:当事人|原告人?|被告人?|嫌疑人|被执行人|上诉人|第三人|承包人|承包商|发包人|工头|雇主|报案人|证人|死者|伤者|相对人|经营者|业主|店主|摊主|车主|船主|货主|户主|房主|房东|租户|承租人|出租人|老板|负责人|法定代表人|法人代表|实际控制人|投诉人|举报人|申请人|被处罚人|违法行为人|受害人|驾驶员|司机|合伙人)(?:名叫|[为是系叫]|\\s{0,3}[：:（(“"])?\\s*)';
const ACTS = `(?=(?:进行)?(?:接受|同意|配合|拒绝|拒不|签字|到场|在场|承认|辩称|诉称|陈述|驾驶|自愿|当场|擅自|涉嫌)|表示|称|说[，,：:“]|[两二三四五六七八九]人|等[两二三四五六七八九])`;
const STRONG = new RegExp(
  [
    `${ROLE_OF_ONE}${WORD_SURNAME}${COMMON_GIVEN}(?:${BEHIND}|(?=诉|辩|不服|当庭|到庭|到场|在场))`,
    `${ROLE_OF_ONE}${WORD_SURNAME}${ONLY_GIVEN}(?:${BEHIND}|${ACTS})`,
    `${ROLE_OF_ONE}(?:${SURNAME}${USUAL}|${ANY_NAME})(?=诉|辩|不服|当庭|到庭|到场|在场|死亡|受伤)`,
  ].join('|'),
  'gu',
);
const STRONG_USUAL = new RegExp(`${ROLE_OF_ONE}${WORD_SURNAME}${USUAL}${ACTS}`, 'gu');
/** 水均益, 王可欣: of the first character of a given name less is known to be a word than of the last. */
const FIRST_GIVEN = `(?:${ANY_GIVEN}|[均可以之向从正曾如应同])`;
const STRONG_ANY = new RegExp(
  `${ROLE_OF_ONE}(?:${SURNAME}|${PLAIN_NOUN_SURNAME})(?!${CALLED}|.?${VERB})${FIRST_GIVEN}${ANY_GIVEN}(?:${BEHIND}|${ACTS})`,
  'gu',
);

/** 对张伟进行询问, 约谈了王建国: whom an organ deals with. */
const DEALT = '(?:进行|作出|予以|给予|处以|处罚|罚款|立案|开展|下达|实施)';
const ASKED = '(?:进行了?)?(?:询问|约谈|讯问|训诫|批评教育|说服教育|谈话|调查询问|问话)';
const TREATED = new RegExp(
  [
    `(?<=对)(?:${NAME}|${NOUN_SURNAME}${COMMON_GIVEN})(?=${DEALT}|${ASKED})`,
    `(?<=对)(?:${ANY_NAME}|${PLAIN_NOUN_SURNAME}${FIRST_GIVEN}${ANY_GIVEN}|${WORD_SURNAME}${COMMON_GIVEN})(?=${ASKED})`,
    `(?<=(?:约谈|询问|讯问|训诫|传唤)了?)(?:${NAME}|${NOUN_SURNAME}${COMMON_GIVEN})${BEHIND}`,
    `(?<=[向给]|找到?|会同|陪同)${NAME}(?=送达|谈话|了解|核实|宣读|告知|说明|询问|下达|出具|发放)`,
  ].join('|'),
  'gu',
);

/** 张某和李四, 李四与张某: whoever stands beside one whose name was changed. */
const CHANGED = `${ANY_SURNAME}[某XＸ×]{1,2}`;
const WITH = '(?:、|以?及|[和与跟同])';
const BOTH = `(?:${BEHIND}|(?=发生|签订|达成|共同|合伙|双方|之间|[两二]))`;
const BESIDE = new RegExp(
  [
    `(?<=${CHANGED}${WITH})(?:${NAME}|${ANY_NAME}|${NOUN_SURNAME}${COMMON_GIVEN})${BOTH}`,
    `${BEFORE}(?:${NAME}|${ANY_NAME}|${NOUN_SURNAME}${COMMON_GIVEN})(?=${WITH}${CHANGED})`,
  ].join('|'),
  'gu',
);

/** 张伟烧烤摊油烟扰民案, 张建国无证经营案: at the beginning of a title, before a small business or what is done wrong. */
const TRADE =
  '(?:(?:流动|占道|夜市|路边)?(?:烧烤|烤肉|烤串|小吃|早餐|早点|餐饮|水果|蔬菜|果蔬|百货|服装|五金|水产|熟食|卤肉|面馆|便民)?(?:摊|店|铺|馆|坊|超市|诊所|饭庄|经营部|商行)|等?[两二三四五六七八九十]人|(?:等人)?(?:涉嫌|擅自|违反|违法|违规|违章|无证|无照|占道|拒不|销售|经营|生产|未经|未按|驾驶|诉))';
const TITLED = new RegExp(
  `(?<=^(?:关于|对)?)${SURNAME}(?:${GIVEN}{2}(?<!镇)|${ONLY_GIVEN})(?=${TRADE})`,
  'gu',
);

/** 发现张建国、李卫东二人将…, 李卫东来到大队反映, 司机师傅马国强, 李建军同志: whole names; no 金水河. */
const WHOLE = `${SURNAME}(?:${GIVEN}|卫)${GIVEN}(?<![河江山水岭火土花铁银金洲岩园镇])`;
const MET = '(?:发现|查获|抓获|劝导|劝离|劝阻|制止|遇到)了?';
const TALKED = '(?:反映|投诉|举报|咨询|求助|申请|办理)';
const PLAIN = new RegExp(
  [
    `(?<=${MET}(?:${WHOLE}${JOIN}){0,12})${WHOLE}(?=(?:${JOIN}${WHOLE}){0,12}(?:[将把在又仍违]|正在|擅自|私自|无证|占道|未|${COUNTED}))`,
    `${CLAUSE}${WHOLE}(?=来到|前来|[来到][^，。；]{1,12}${TALKED}|[将把][^，。；]{1,12}[摆堆停搭放])`,
    `(?<=师傅|同志|先生|女士)${WHOLE}(?:${BEHIND}|(?=发放|送达|出具|讲解|宣传|介绍))`,
    `${WHOLE}(?=同志|师傅|先生|女士)`,
  ].join('|'),
  'gu',
);

/** 不使用真实姓名，要进行技术处理，如“张XX”. What only looks like a name is seldom told: few sure patterns. */
export function checkPersons({ lines, title }: CaseText): CaseFinding[] {
  const isUsual = ({ found }: Match) => !NO_NAMES.has(found) && !isWord(found);
  const isOther = ({ found }: Match) => !beginsAsWord(found) && !NO_NAMES.has(found.slice(0, 2));
  const isCommon = ({ found }: Match) => COMMON.test(found);
  const taken = new Set<number>();
  // What is surer comes first: 张三 of a row, not 张三三 of 张三三人.
  const places = [
    placesOf(lines, FOREIGN),
    placesOf(lines, PERSONS).filter(isUsual),
    placesOf(lines, WORD_LABELLED).filter((at) => at.found.length > 2 || isUsual(at)),
    placesOf(lines, WORD_PERSONS).filter(isUsual),
    placesOf(lines, STRONG).filter((at) => isCommon(at) || (isUsual(at) && isOther(at))),
    placesOf(lines, STRONG_USUAL).filter((at) => isUsual(at) && isOther(at)),
    placesOf(lines, ANY_PERSONS).filter(isOther),
    placesOf(lines, STRONG_ANY).filter((at) => isUsual(at) && !beginsAsNoun(at.found)),
    placesOf(lines, TREATED).filter((at) => isCommon(at) || (isUsual(at) && !beginsAsNoun(at.found))),
    placesOf(lines, BESIDE).filter((at) => isOther(at) && isUsual(at)),
    placesOf(lines, LISTED).filter(isOther),
    placesOf(lines, PLAIN).filter((at) => isUsual(at) && !beginsAsNoun(at.found)),
    placesOf(title ? [title] : [], TITLED).filter((at) => isOther(at) && isUsual(at)),
  ].flatMap((found) =>
    found.filter(({ from, to, found: name }) => {
      if (CLASSICS.test(name)) return false;
      const units = Array.from({ length: to - from }, (_, index) => from + index);
      if (units.some((unit) => taken.has(unit))) return false;
      for (const unit of units) taken.add(unit);
      return true;
    }),
  );
  return [...places, ...againIn(lines, places)].map((at) => {
    const message = `“${at.found}”疑似真实姓名，建议改为“${changedName(at.found)}”`;
    return error(at, { code: 'party-name', message, source: NOTES_CLAUSE });
  });
}

/** What a name of two characters stands between, where nothing else says that it is one: 高明的 may be no 高明. */
const ALONE = {
  before: `(?<=^|[^\\p{Script=Han}]|[对向由与和及给找叫是系被把将])`,
  behind: `(?!${GIVEN})`,
};

/** Whoever is known by one place is so at all others. */
function againIn(lines: CaseText['lines'], known: readonly Match[]): Match[] {
  const names = [...new Set(known.map(({ found }) => found))].sort((a, b) => b.length - a.length);
  const taken = [...known];
  for (const name of names) {
    const isShort = name.length < 3;
    if (isShort && NO_NAMES.has(name)) continue;
    const pattern = isShort ? `${ALONE.before}${name}${ALONE.behind}` : name;
    const free = placesOf(lines, new RegExp(pattern, 'gu')).filter(
      ({ from, to }) => !taken.some((at) => from < at.to && at.from < to),
    );
    taken.push(...free);
  }
  return taken.slice(known.length);
}

const COMMON = new RegExp(`^${ANY_SURNAME}${COMMON_GIVEN}$`, 'u');
const SURNAME_OF = new RegExp(`^${ANY_SURNAME}`, 'u');
const FIRST_PART = new RegExp(`^.+?(?=${DOT})`, 'u');

/** 张XX; 买买提·XX. */
function changedName(name: string): string {
  const [part] = FIRST_PART.exec(name) ?? [];
  return part === undefined ? `${SURNAME_OF.exec(name)?.[0] ?? ''}XX` : `${part}·XX`;
}
