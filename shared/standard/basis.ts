import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sortedJson } from '../values/sorted-json.ts';
import type { Authority, Standard } from './schema.ts';

/**
 * By what a score is given: an official standard that a person compared with its original, part by part; a reference
 * standard; or any other, an official text included that nobody has compared yet.
 */
export type Basis = Authority;

/** What is ticked one by one when a standard is compared with its original. */
export interface Part {
  readonly title: string;
  /** Says that this part was compared as it stands: SHA-256 of its content and its place, a line as sha256sum writes. */
  readonly tick: string;
}

/** What holds for the whole, the top-level sections, then the blocks outside the tree. */
export function partsOf(standard: Standard): Part[] {
  const { sections, bonus, penalty, vetoes } = standard;
  const { fullScore, passScore, notApplicable, unitCategories, facts, starBands } = standard;
  return [
    part('general', '总则：总分、推荐分数线、不适用、单位类别和职能、星级', {
      ...{ fullScore, passScore, notApplicable, unitCategories, facts, starBands },
      // Which parts there are, and in which order: none goes or comes unnoticed.
      parts: [...sections.map(({ code }) => code), bonus?.title, penalty?.title, vetoes.length > 0],
    }),
    ...sections.map((section) =>
      part(`section ${section.code}`, `${section.code} ${section.title}`, section),
    ),
    ...(bonus ? [part('bonus', bonus.title, bonus)] : []),
    ...(penalty ? [part('penalty', penalty.title, penalty)] : []),
    ...(vetoes.length > 0 ? [part('vetoes', '一票否决', vetoes)] : []),
  ];
}

function part(place: string, title: string, content: unknown): Part {
  return { title, tick: `${bytesToHex(sha256(utf8ToBytes(sortedJson(stated(content)))))}  ${place}` };
}

/** Without what says nothing, so that a field which a later edition of this program adds takes no tick. */
function stated(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(stated);
  if (typeof content !== 'object' || content === null) return content;
  const fields = Object.entries(content).map(([key, value]) => [key, stated(value)] as const);
  return Object.fromEntries(fields.filter(([, value]) => !saysNothing(value)));
}

function saysNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The parts that nobody has ticked as they stand now. */
export function uncheckedParts(standard: Standard): Part[] {
  const ticked = new Set(standard.check?.parts);
  return partsOf(standard).filter(({ tick }) => !ticked.has(tick));
}

/** 正式验收标准 is what was entered with its 文号 and ticked part by part; everything else gives no official verdict. */
export function basisOf(standard: Standard): Basis {
  if (standard.authority !== 'official') return standard.authority;
  const known = judged.get(standard);
  if (known) return known;
  const basis = isChecked(standard) ? 'official' : 'custom';
  judged.set(standard, basis);
  return basis;
}

/** A standard never changes, and every line on a screen asks. */
const judged = new WeakMap<Standard, Basis>();

function isChecked(standard: Standard): boolean {
  const { check, documentNumber } = standard;
  return (
    check !== undefined &&
    documentNumber !== '' &&
    check.documentNumber === documentNumber &&
    check.checkedBy !== '' &&
    uncheckedParts(standard).length === 0
  );
}

/** An official text that nobody has compared with its original, part by part: no official verdict yet. */
export function isUnchecked(standard: Standard): boolean {
  return standard.authority === 'official' && basisOf(standard) !== 'official';
}

/** What a standard says that it is, and what it is worth. */
export interface Rated {
  readonly authority: Authority;
  readonly basis: Basis;
}

export function ratedOf(standard: Standard): Rated {
  return { authority: standard.authority, basis: basisOf(standard) };
}

/** "按参考标准": how everything begins that is said of a score without an official standard; '' with one. */
export function byWords(standard: Standard): string {
  return wordsOfBasis(ratedOf(standard)).by;
}

/** The same, and what the line is called, of a standard that is not at hand. */
export function wordsOfBasis({ authority, basis }: Rated): { readonly by: string; readonly line: LineName } {
  return { by: by(authority, basis), line: basis === 'official' ? '推荐分数线' : '自查参考线' };
}

function by(authority: Authority, basis: Basis): string {
  if (basis === 'official') return '';
  if (basis === 'reference') return '按参考标准';
  return authority === 'official' ? '按未核对的标准' : '按自定义标准';
}

export type LineName = '推荐分数线' | '验收分数线' | '自查参考线';

/** What 90 is called where no campaign is at hand: a recommendation has a line by an official standard alone. */
export function lineName(standard: Standard): LineName {
  return wordsOfBasis(ratedOf(standard)).line;
}

/** A 推荐包 is made by an official standard; by any other one it is for checking oneself. */
export function packageName(standard: Standard): '推荐包' | '自查包' {
  return packageNameBy(basisOf(standard));
}

/** The same, of a standard that is not at hand. */
export function packageNameBy(basis: Basis): '推荐包' | '自查包' {
  return basis === 'official' ? '推荐包' : '自查包';
}
