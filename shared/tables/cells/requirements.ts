import { squeeze } from '../rule-text/compact.ts';
import { EVIL, namesEvil, vetoEffectOf } from './sides.ts';

/** What comes about, and is asked not to: 未发生, 不存在, 没有受到. */
const COMES = '(?:发生|出现|存在|受到|受过|受(?!理)|被|有(?!效)|因|引发|引起|造成|产生)过?';
const NOT = `(?:从?未曾?经?|没有|不曾?)(?=${COMES})`;
const NONE =
  '(?:无(?![故证照视理序效]|正当|资质|人(?!员))|没有(?!处|受|按|落|报|整|开|建|履|执|及|向|对|制))';
/** What may stand before: a time, whoever is meant; no fault of theirs. */
const LEAD = `(?:(?!发生|出现|存在|造成|导致|引发|${EVIL})[^。;未无没不拒瞒伪虚])*?`;
const HARM = `(?:${EVIL}|败诉|撤销|纠错|约谈|失信|警告|纠纷|冲突|赔偿|诉讼)`;
const END = '(?:发生|情况|情形|现象|执法|行为|记录|问题|责任|处理|后果|影响)*';
const ASKED = new RegExp(
  `^${LEAD}(?:${NOT}${COMES}[^,。;]*${HARM}[^,。;]*` +
    `|(?:${NONE}(?!因)|杜绝|零(?=${EVIL}))(?:(?!发生|出现|造成|导致|引发)[^,。;的])*${HARM}${END}` +
    `|无因[^,。;]*${HARM}${END})$`,
);
/** 不得弄虚作假: what may not be done; 不得评为示范点 is what a case leads to. */
const FORBIDDEN = new RegExp(`^${LEAD}(?:不得|不准|严禁|禁止)(?!分)[^。;]+$`);

/** A case ends so: what is asked for does not. */
const IS_CASE = /[的者]$/;

/** No case says more in one sentence. */
const LONGEST = 200;

function wordsOf(title: string): string {
  return squeeze(title.slice(0, LONGEST)).replace(/[。;,]+$/, '');
}

/**
 * Says what is asked for, so that its opposite is the fault: 未发生安全事故, 近三年来无违纪违法案件, 不得弄虚作假; not 无证上岗,
 * 未报告事故的.
 */
export function isRequirement(title: string): boolean {
  const words = wordsOf(title);
  if (IS_CASE.test(words)) return false;
  return ASKED.test(words) || (FORBIDDEN.test(words) && vetoEffectOf(title) === undefined);
}

/** 未发生事故 -> 发生事故; 无违纪 -> 有违纪; 不得弄虚作假 -> 弄虚作假. */
export function oppositeOf(asked: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`^([^未没不无]*?)${NOT}`), '$1'],
    [/^(.*?)(?:不得|不准|严禁|禁止)/, '$1'],
    [/^(.*?)(?:无|没有)/, '$1有'],
    [/^(.*?)(?:杜绝|零)/, '$1发生'],
  ];
  const rule = rules.find(([pattern]) => pattern.test(asked));
  return rule ? asked.replace(...rule) : asked;
}

const GOOD =
  /均|全部|必须|应当|[应须](?=[^对急]{2})|持证上岗|健全|完善|严格|落实|确保|保证|具[备有]|达到|符合|按[时期照]|(?:优秀|良好|合格|称职|达标|[A-C]级)[^以]{0,4}以上/;
const FAULT = /[未无没不违拒虚瞒伪假被超]|发生|出现|存在|造成|受到|低于|不足|以下|逾期|败诉/;

/** Reads as what is asked for, or may: 执法人员均持证上岗, 未发生事故，群众满意. */
export function mayBeRequirement(title: string): boolean {
  const words = wordsOf(title);
  const bare = words.replace(IS_CASE, '');
  if (bare !== words) return ASKED.test(bare);
  if (new RegExp(`${NOT}${COMES}`).test(words)) return true;
  return GOOD.test(words) && !FAULT.test(words) && !namesEvil(words);
}
