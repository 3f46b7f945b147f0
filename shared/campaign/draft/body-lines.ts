import { isSameName } from '../../values/bare-name.ts';
import { withoutUnseen } from '../../values/text.ts';

/** A recommending body of a list, and its own number as it stands there; '' where it has none. */
export interface BodyLine {
  readonly name: string;
  readonly count: string;
}

/** "郑州市	3", "郑州市 3个", "郑州市（3个）": a name, and its number behind it. */
const COUNTED = /^(.+?)(?:[\s,，、:：]+|[(（]\s*)(\d{1,6})\s*[个家名]?\s*[)）]?$/u;

/** A list that was pasted, a body in each line; those that are there already (`known`) and repeated ones are left out. */
export function bodyLines(text: string, known: readonly string[]): BodyLine[] {
  const found: BodyLine[] = [];
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/u)) {
    const plain = withoutUnseen(line.replaceAll('\t', ' ')).trim();
    const [, name = plain, count = ''] = COUNTED.exec(plain.normalize('NFKC')) ?? [];
    const isThere = [...known, ...found.map((each) => each.name)].some((each) => isSameName(each, name));
    if (name !== '' && !isThere) found.push({ name: name.trim(), count });
  }
  return found;
}
