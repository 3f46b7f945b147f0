import { type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import { GIVEN, NO_NAMES, SURNAME } from '../person-names.ts';
import { type CaseText, placesOf } from '../text.ts';

const NAME = `(?:${SURNAME})(?:${GIVEN}{2}|${GIVEN})`;
const ROLE = `(?:当事人|姓名|相对人|经营者|经营户|经营业主|个体户|个体工商户|业主|店主|摊主|商户|商贩|车主|房东|租户|老板|负责人|法定代表人|投诉人|举报人|申请人|被申请人|被处罚人|违法行为人|驾驶员|司机|居民|村民|市民|群众|消费者|顾客)(?:为|是|系|叫|名叫)?[：:（(]?`;
/** What follows a name: the end of a clause, or a word that only a name or a person stands before. */
const BEHIND = `(?=$|[，,。、；;：:（(）)！？\\s“”"《]|(?:经营|开办|开设|表示|反映|陈述|承认|投诉|举报|申请|驾驶|从事|告诉|感慨|激动|主动|涉嫌|违|擅自|无证|拒|愿|认|没|不|已|也|又|来|找|拿|收|签|租|购|咨询|拨打|夫妇|两人|二人|本人|一家|说|称|道|因|在|向|等|的|到|将|未|对|与|和|及|于|系|是|为|从|把|被|名下))`;
/** Where no word says who it is: a clause begins, and the name's owner does what only owners do. */
const BEFORE = `(?<=^|[，,。、；;：:（(“"\\s对向由与和及])`;
const DOES = `(?=(?:经营的|开办的|开的|名下的|夫妇|表示|激动地|感慨地?|感慨|告诉|（[男女]，|\\([男女]))`;

const PERSONS = new RegExp(`(?<=${ROLE})${NAME}${BEHIND}|${BEFORE}${NAME}${DOES}`, 'g');

/** 不使用真实姓名，要进行技术处理，如“张XX”. What only looks like a name is seldom told: few sure patterns. */
export function checkPersons({ lines }: CaseText): CaseFinding[] {
  return placesOf(lines, PERSONS)
    .filter(({ found }) => !NO_NAMES.has(found))
    .map((at) => {
      const surname = new RegExp(`^(?:${SURNAME})`).exec(at.found)?.[0] ?? '';
      const message = `“${at.found}”疑似真实姓名，建议改为“${surname}XX”`;
      return error(at, { code: 'party-name', message, source: NOTES_CLAUSE });
    });
}
