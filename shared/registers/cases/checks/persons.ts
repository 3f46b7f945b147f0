import { type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import { ANY_GIVEN, CALLED, GIVEN, NO_NAMES, SURNAME } from '../person-names.ts';
import { type CaseText, placesOf } from '../text.ts';
import { beginsAsWord } from '../words-like-names.ts';

const NAME = `(?:${SURNAME})(?:${GIVEN}{2}|${GIVEN})`;
/** What a person does begins no part of a name: 令狐冲|承认. */
const VERB =
  '(?:经营|开办|开设|表示|反映|陈述|承认|投诉|举报|申请|驾驶|从事|告诉|接受|同意|配合|缴纳|提出|提供|携带|销售|主动|涉嫌|擅自|拒绝|签字|咨询|拨打|整改|改正|履行|办理|积极|夫妇)';
/** Whatever the given name: 孙悟空, 周杰伦. */
const ANY_NAME = `(?:${SURNAME})(?!${CALLED})(?:(?!${VERB})${ANY_GIVEN}){1,2}`;
const ROLE = `(?:当事人|姓名|相对人|经营者|经营户|经营业主|业户|个体户|个体工商户|业主|店主|摊主|商户|商贩|车主|船主|货主|房东|租户|老板|负责人|法定代表人|投诉人|举报人|申请人|被申请人|被处罚人|违法行为人|嫌疑人|受害人|驾驶员|司机|居民|村民|市民|群众|农户|消费者|顾客)(?:为|是|系|叫|名叫)?[：:（(]?\\s*`;
/** What follows a name: the end of a clause, or a word that only a name or a person stands before. */
const BEHIND = `(?=$|[，,。、；;：:（(）)！？\\s“”"《]|(?:经营|开办|开设|表示|反映|陈述|承认|投诉|举报|申请|驾驶|从事|告诉|感慨|激动|主动|涉嫌|违|擅自|无证|拒|愿|认|没|不|已|也|又|来|找|拿|收|签|租|购|咨询|拨打|接受|同意|配合|缴纳|提出|提供|携带|销售|家中|夫妇|两人|二人|本人|一家|[男女](?:$|[，,。、；;）)\\s])|说|称|道|因|在|向|等|的|到|将|未|对|与|和|及|于|系|是|为|从|把|被|名下))`;
/** Where no word says who it is: a clause begins, and the name's owner does what only owners do. */
const BEFORE = `(?<=^|[，,。、；;：:（(“"\\s对向由与和及])`;
const DOES = `(?=(?:经营的|开办的|开的|名下的|夫妇|表示|激动地|感慨地?|感慨|告诉|（[男女]，|\\([男女]))`;

/** Likewise, but for a given name that is no usual one: only at the beginning of a clause, before what a person does. */
const CLAUSE = `(?<=^|[，,。、；;：:（(“"\\s])`;
const ANY_DOES = `(?=(?:称|说|道[，,：:]|表示|经营|开设|开办|驾驶|告诉|反映|承认|夫妇|(?:、|，|,|（|\\()[男女](?:$|[，,。、；;）)\\s])))`;

const PERSONS = new RegExp(`(?<=${ROLE})${NAME}${BEHIND}|${BEFORE}${NAME}${DOES}`, 'g');
const ANY_PERSONS = new RegExp(`(?<=${ROLE})${ANY_NAME}${BEHIND}|${CLAUSE}${ANY_NAME}${ANY_DOES}`, 'gu');

/** 不使用真实姓名，要进行技术处理，如“张XX”. What only looks like a name is seldom told: few sure patterns. */
export function checkPersons({ lines }: CaseText): CaseFinding[] {
  const usual = placesOf(lines, PERSONS).filter(({ found }) => !NO_NAMES.has(found));
  const others = placesOf(lines, ANY_PERSONS).filter(
    (other) =>
      !beginsAsWord(other.found) &&
      !NO_NAMES.has(other.found.slice(0, 2)) &&
      !usual.some(({ from, to }) => other.from < to && from < other.to),
  );
  return [...usual, ...others].map((at) => {
    const surname = new RegExp(`^(?:${SURNAME})`).exec(at.found)?.[0] ?? '';
    const message = `“${at.found}”疑似真实姓名，建议改为“${surname}XX”`;
    return error(at, { code: 'party-name', message, source: NOTES_CLAUSE });
  });
}
