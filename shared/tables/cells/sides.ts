import type { Veto } from '../../standard/schema.ts';
import { squeeze } from '../rule-text/compact.ts';
import { readNumbering, valueOf } from './numbering.ts';
import { isNoCase } from '../rule-text/no-case.ts';
import { vetoIn } from '../rule-text/veto.ts';

/** Whether a title or section names points outside the full score. */
export type Side = 'bonus' | 'penalty' | 'both' | undefined;

const BOTH = /奖扣分|加减分|(?<!附)加扣分|奖惩(?:分|项)|奖罚(?:分|项)|加[(、\/]?减分|加\/扣分/;
const BONUS =
  /加分(?!比例)|附加分|(?<![费税])附加(?:项目?|部分|指标|内容|题)?(?=[(:]|$)|奖励分|奖分|奖励(?:项|指标)|创新分|^奖励$|正[面向](?:清单|积分|激励)/;
const PENALTY =
  /扣分(?:项|指标|事项|情形|内容|因素|$)|减分|罚分|倒扣|负面清单|负向(?:指标|积分)|反向扣分|惩罚/;

/** Reads titles only: a criterion speaks of 扣分 without being a penalty. */
export function sideOf(title: string): Side {
  // 违规记录按条扣分 tells how the item is scored, inside its full score.
  const text = squeeze(title)
    .replace(/(?:按|逐|每|酌情|视情|据实|累计|适当|予以|可以|可|不)[^,。;]{0,4}(?:[加扣减]分|奖分)/g, '')
    .replace(/\([-+]?[\d.]+分?\)$/, '');
  if (text.length > 30) return undefined;
  if (BOTH.test(text)) return 'both';
  const bonus = BONUS.test(text);
  const penalty = PENALTY.test(text);
  return bonus && penalty ? 'both' : bonus ? 'bonus' : penalty ? 'penalty' : undefined;
}

/** 加分项, 奖励分: the name of such a block and nothing more. */
export function isBareSide(title: string): boolean {
  return /^(?:加减?|扣|减|奖励?|附加|奖扣|倒扣)分?(?:项目?|事项|情形|指标|内容)?[:]?$/.test(squeeze(title));
}

type Effect = Veto['effect'];

const GRADES =
  /(?:\d分?(?:\([^)]*\))?(?:及?以[上下]|[-~至到]+\d+分?)|[<≤]\d+分?|(?:不足|低于|不满)\d+分)[^,。;]{0,10}(?:为|定为|评为|属)/;

/** One case that is vetoed, and what that brings about; undefined where the words do not say: 直接0分. */
export interface VetoCase {
  readonly text: string;
  readonly effect: Effect | undefined;
}

/** The cases that a text vetoes; what is quoted or negated is none. */
export function vetoCasesOf(text: string): VetoCase[] {
  // 90分以上为优秀，60分以下为不合格 tells grades; □合格 □不合格 is a form to tick.
  const told = vetoIn(text).filter(({ text: words }) => !GRADES.test(squeeze(words)) && !/[□☐☑■]/.test(text));
  return told.map(({ text: words, effect }) => ({
    text: words,
    effect: effect === 'ask' ? undefined : effect === 'noTopGrade' ? 'notRated' : effect,
  }));
}

/** The cases of a text: those that it vetoes one by one or numbers one after another, else all of it. */
export function vetoesIn(text: string): readonly string[] {
  const told = vetoCasesOf(text);
  if (told.length > 1) return told.map(({ text: words }) => words);
  const all = text.split(NEXT_CASE).filter((line) => line.trim() !== '');
  const lines = all.filter((line, at) => at === 0 || !isNoCase(line));
  // The first may have lost its number to the column of numbers.
  const isCounted = lines.every((line, at) => {
    const number = readNumbering(line)?.number;
    return number === undefined ? at === 0 && !/[:：]\s*$/.test(line) : valueOf(number) === at + 1;
  });
  return isCounted && (lines.length > 1 || lines.length < all.length) ? lines : [text];
}

/** In a line of its own, or behind the one before: 1.…；2.…. */
const NEXT_CASE = /\n|(?<=[；;。])\s*(?=[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[①-⑳])/;

/** What a veto text brings about, or undefined where the text is none. */
export function vetoEffectOf(text: string): Effect | undefined {
  return vetoCasesOf(text).find(({ effect }) => effect !== undefined)?.effect;
}

/** "有下列情形之一的，一票否决：" with its cases below. */
export function isVetoHeading(text: string): boolean {
  return (
    vetoEffectOf(text) !== undefined &&
    (/下列|(?<![\d分%％]\s*)以下|[:：]$/.test(text) || /否决(?:项|指标|事项|情形|内容)?$/.test(text))
  );
}

/** 一票否决项, 六、一票否决： as the name of a block or of a row, without a case. */
export function isVetoName(title: string): boolean {
  return VETO_NAME.test(squeeze(readNumbering(title)?.rest ?? title));
}

/** 加分项, 六、一票否决: what a block outside the full score is called. */
export function namesBlock(text: string): boolean {
  const name = readNumbering(text)?.rest ?? text;
  return sideOf(name) !== undefined || isVetoName(name);
}

/** 加分事项：获市级表彰加2分: the block and its entries in one cell. */
export function saysEntryAfterName(text: string): boolean {
  return namesBlock(text.split(/[：:]/)[0] ?? '') && /[：:].*[加扣减奖]\s*\d/s.test(text);
}

const VETO_NAME =
  /^[★※*]?(?:(?:一票|单项)?否决(?:项目?|指标|事项|情形|内容|条件|条款|类)*|(?:(?:不得|不予)(?:推荐|申报|参评|评为|评定|命名|授牌|评选|评优|通过验收)|取消[^,。;:]{0,8}(?:资格|称号|命名))[^,。;:(]{0,8}(?:情形|事项|情况|清单|条件|条款)|负面清单(?=\((?:实行)?一票否决))(?:[(].*[)])?[:：]?$/;

/** What nobody wants to come about. */
export const EVIL =
  '(?:事故|案件|事件|违[纪法规]|处(?:罚|分)|投诉|上访|舆情|通报|批评|问责|追究|犯罪|造假|腐败|伤亡|火灾|泄密|污染|隐患|曝光|脱管|漏管|辍学)';

/** Names a fault itself: 发生事故的，一票否决; not 发生一起即不予命名. */
export function namesEvil(text: string): boolean {
  return new RegExp(EVIL).test(squeeze(text));
}

/** A cell of a 一票否决 column that says a case in words; a mark (是, √, 否决) does not. */
export function isVetoCase(cell: string): boolean {
  const text = squeeze(cell);
  return isYes(cell) && !/^(?:是|有|[√✓✔☑●★■]+|y|yes|\d+)$/i.test(text) && !isVetoName(cell);
}

/** 是, √, 有 in a 单项否决 column. */
export function isYes(cell: string): boolean {
  const squeezed = squeeze(cell);
  return squeezed !== '' && !/^(?:否|无|不|×|x|n|no|[-/]+)$/i.test(squeezed);
}
