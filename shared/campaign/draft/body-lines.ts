import { isSameName } from '../../values/bare-name.ts';
import { withoutUnseen } from '../../values/text.ts';

/** A recommending body of a list, and its own number as it stands there; '' where it has none. */
export interface BodyLine {
  readonly name: string;
  readonly count: string;
}

/** "郑州市	3", "郑州市 3个", "郑州市（3个）": a name, and its number behind it. */
const COUNTED = /^(.+?)(?:[\s,，、:：]+|[(（]\s*)(\d{1,6})\s*[个家名]?\s*[)）]?$/u;

/** "1", "1、", "（五）", "7." before a name, as tables and lists number their lines. */
const NUMBERED =
  /^\s*(?:\d+\s*[、.)）\t]|\d+\s+(?=\D)|[(（][\d一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)\s*/u;
/** Lines of a table that are no body: its head, its sum, what stands below it. */
const BESIDE = /^(序\s*号|单\s*位|推荐单位|名\s*称|合\s*计|总\s*计|共\s*计|附\s*[:：]|备\s*注)/u;

/** A list that was pasted, a body in each line; those that are there already (`known`) and repeated ones are left out. */
export function bodyLines(text: string, known: readonly string[]): BodyLine[] {
  const found: BodyLine[] = [];
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/u)) {
    const bare = withoutUnseen(line.replace(NUMBERED, '').replaceAll('\t', ' ')).trim();
    const plain = BESIDE.test(bare) ? '' : bare;
    const [, name = plain, count = ''] = COUNTED.exec(plain.normalize('NFKC')) ?? [];
    const isThere = [...known, ...found.map((each) => each.name)].some((each) => isSameName(each, name));
    if (name !== '' && !isThere) found.push({ name: name.trim(), count });
  }
  return found;
}
