import { loopNamed, LOOP_FIELDS, SWITCH_FIELDS, TEXT_FIELDS } from '../../../shared/papers/fields.ts';
import { type Paragraph, placeWords } from './template-text.ts';

/** What stands open at a place of a template: a loop with the fields of its rows, or a condition. */
interface Scope {
  readonly name: string;
  readonly loop?: NonNullable<ReturnType<typeof loopNamed>>;
}

const TAG = /【([^【】]*)】/g;

/** Names that mean nothing where they stand, one sentence each. What is not closed is docxtemplater's to say. */
export function nameFaults(paragraphs: readonly Paragraph[]): string[] {
  const open: Scope[] = [];
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(TAG)].flatMap((found) => {
      const why = faultOf((found[1] ?? '').trim(), open);
      return why === undefined ? [] : [`${placeWords(paragraph, found.index, found[0].length)}：${why}`];
    }),
  );
}

function faultOf(tag: string, open: Scope[]): string | undefined {
  if (tag === '') return '【】里没有字段名';
  const sign = /^[#^/]/.exec(tag)?.[0] ?? '';
  const name = tag.slice(sign.length).trim();
  if (name === '')
    return sign === '/' ? '【/】里没有写要结束哪个循环或条件' : `【${sign}】里没有循环或条件的名称`;
  if (sign === '/') {
    const at = open.findLastIndex((scope) => scope.name === name);
    if (at >= 0) open.splice(at);
    return undefined;
  }
  if (sign === '') return isField(name, open) ? undefined : unknown(name);
  const loop = loopHere(name, open);
  const isCondition = loop === undefined && (Object.hasOwn(SWITCH_FIELDS, name) || isField(name, open));
  open.push({ name, ...(loop && sign === '#' && { loop }) });
  if (loop && sign === '#' && open.slice(0, -1).some((scope) => scope.loop) && isOutermost(loop))
    return `【#${name}】不能放在别的循环里面`;
  return loop || isCondition ? undefined : unknown(name);
}

/** A loop that may begin here: of the innermost one that is open, or of the outermost level. */
function loopHere(name: string, open: readonly Scope[]): Scope['loop'] {
  const around = open.findLast((scope) => scope.loop)?.loop;
  return (around?.inner && loopNamed(name, around.inner)) ?? loopNamed(name);
}

function isOutermost(loop: NonNullable<Scope['loop']>): boolean {
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
