import { loopNamed, LOOP_FIELDS, SWITCH_FIELDS, TEXT_FIELDS } from '../../../shared/papers/fields.ts';
import { pairsOf } from './loop-faults.ts';
import { type Fault, faultAt, type Tag, tagsOf } from './template-tags.ts';
import { type PartText, placeWords } from './template-text.ts';

type Loop = NonNullable<ReturnType<typeof loopNamed>>;

/** What stands open at a place of a template: a loop with the fields of its rows, or a condition. */
interface Scope {
  readonly tag: Tag;
  readonly loop?: Loop;
}

/** All that can be told from the text of a template, in the order of its places, one Chinese sentence each. */
export function textFaults(texts: readonly PartText[]): string[] {
  return texts.flatMap((text) => {
    const { tags, faults } = tagsOf(text);
    const pairs = pairsOf(tags);
    return [...faults, ...pairs.faults, ...nameFaults(tags, pairs.closed)]
      .sort((a, b) => a.order - b.order)
      .map(({ words }) => words);
  });
}

/** What bars nothing but hardly can be meant. */
export function textRemarks(texts: readonly PartText[]): string[] {
  const remarks = texts.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      [...paragraph.text.matchAll(OTHER_BRACKETS)].flatMap(({ 0: words, 1: name = '', index }) =>
        isKnown(name)
          ? [`${placeWords(paragraph, index, words.length)}：“${words}”不是字段，不会填；字段用【】`]
          : [],
      ),
    ),
  );
  const isFixed = texts.every((text) => text.marks.length === 0);
  return [...(isFixed ? ['没有一个【字段】，生成的每一份都一样'] : []), ...new Set(remarks)];
}

/** 〔〕 is none of them: it is what we advise for words that are no field. */
const OTHER_BRACKETS = /[[{<［｛＜〖]\s*[#^/]?\s*([\p{Script=Han}]+)\s*[\]}>］｝＞〗]/gu;

function isKnown(name: string): boolean {
  return [TEXT_FIELDS, SWITCH_FIELDS, LOOP_FIELDS].some((fields) => Object.hasOwn(fields, name));
}

function nameFaults(tags: readonly Tag[], closed: ReadonlySet<Tag>): Fault[] {
  const open: Scope[] = [];
  return tags.flatMap((tag) => {
    const why = faultOf(tag, open, closed);
    return why === undefined ? [] : [faultAt(tag, why)];
  });
}

function faultOf(tag: Tag, open: Scope[], closed: ReadonlySet<Tag>): string | undefined {
  const { sign, name } = tag;
  if (name === '') {
    if (sign === '') return '【】里没有字段名';
    return sign === '/' ? '【/】里没有写要结束哪个循环或条件' : `【${sign}】里没有循环或条件的名称`;
  }
  if (sign === '') return isField(name, open) ? undefined : unknown(name);
  // docxtemplater takes the sign from the first place only, and compares names with their blanks.
  const isLoose = tag.words !== `【${sign}${name}】` ? `${tag.words}里不要有空格` : undefined;
  if (sign === '/') {
    const at = open.findLastIndex((scope) => scope.tag.name === name);
    if (at >= 0) open.splice(at, 1);
    return isLoose;
  }
  const loop = loopHere(name, open);
  const isNested = open.some((scope) => scope.loop && closed.has(scope.tag));
  const isCondition = loop === undefined && (Object.hasOwn(SWITCH_FIELDS, name) || isField(name, open));
  open.push({ tag, ...(loop && sign === '#' && { loop }) });
  if (loop && sign === '#' && isNested && isOutermost(loop)) return `【#${name}】不能放在别的循环里面`;
  return loop || isCondition ? isLoose : unknown(name);
}

/** A loop that may begin here: of the innermost one that is open, or of the outermost level. */
function loopHere(name: string, open: readonly Scope[]): Loop | undefined {
  const around = open.findLast((scope) => scope.loop)?.loop;
  return (around?.inner && loopNamed(name, around.inner)) ?? loopNamed(name);
}

function isOutermost(loop: Loop): boolean {
  return Object.values<unknown>(LOOP_FIELDS).includes(loop);
}

function isField(name: string, open: readonly Scope[]): boolean {
  return (
    Object.hasOwn(TEXT_FIELDS, name) || open.some(({ loop }) => loop && Object.hasOwn(loop.fields, name))
  );
}

function unknown(name: string): string {
  const loop = Object.entries(LOOP_FIELDS).find(([, { fields }]) => Object.hasOwn(fields, name))?.[0];
  if (loop !== undefined) return `“${name}”只能写在【#${loop}】和【/${loop}】之间`;
  if (loopNamed(name)) return `“${name}”是循环，要写成【#${name}】…【/${name}】`;
  if (Object.hasOwn(SWITCH_FIELDS, name)) return `“${name}”是条件，要写成【#${name}】…【/${name}】`;
  return `没有“${name}”这个字段；只是文字的，请不用【】而用〔〕`;
}
