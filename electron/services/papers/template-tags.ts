import { type Bracket, type Paragraph, type PartText, placeWords } from './template-text.ts';

/** What stands between 【 and 】. */
export interface Tag {
  readonly sign: '' | '#' | '^' | '/';
  readonly name: string;
  /** As it is written, with its brackets. */
  readonly words: string;
  /** By which faults are put in order. */
  readonly order: number;
  readonly paragraph: Paragraph;
  readonly at: number;
  readonly home: Bracket['home'];
}

export interface Fault {
  readonly order: number;
  readonly words: string;
}

/** The tags of a part in their order, and the brackets that make none: 【】 belong together within one paragraph. */
export function tagsOf({ marks }: PartText): { readonly tags: Tag[]; readonly faults: Fault[] } {
  const tags: Tag[] = [];
  const faults: Fault[] = [];
  const open = new Map<Paragraph, { readonly order: number; readonly bracket: Bracket }>();
  const unclosed = (paragraph: Paragraph, next?: Bracket) => {
    const from = open.get(paragraph);
    if (!from) return;
    const isTwice = next?.at === from.bracket.at + 1;
    const why = isTwice ? '连着写了两个【' : '有【，后面没有】；【】要写在同一段里';
    faults.push({ order: from.order, words: `${placeWords(paragraph, from.bracket.at, 1)}：${why}` });
  };
  for (const [order, mark] of marks.entries()) {
    const { kind, paragraph } = mark;
    if (kind === 'beyond') {
      const place = placeWords(paragraph, 0, paragraph.text.length);
      faults.push({
        order,
        words: `${place}：写在${beyondWords(paragraph)}里的字段填不进去，请改成普通文字`,
      });
    } else if (kind === '【') {
      unclosed(paragraph, mark);
      open.set(paragraph, { order, bracket: mark });
    } else {
      const from = open.get(paragraph);
      open.delete(paragraph);
      if (from) tags.push(tagOf(from.order, from.bracket, mark));
      else faults.push({ order, words: `${placeWords(paragraph, mark.at, 1)}：有】，前面没有【` });
    }
  }
  for (const paragraph of open.keys()) unclosed(paragraph);
  return { tags: tags.sort((a, b) => a.order - b.order), faults };
}

function beyondWords({ where }: Paragraph): string {
  return where === '尾注' || where === '图表' ? where : '域代码';
}

function tagOf(order: number, { paragraph, at, home }: Bracket, end: Bracket): Tag {
  const words = paragraph.text.slice(at, end.at + 1);
  const inside = words.slice(1, -1).trim();
  const sign = (/^[#^/]/.exec(inside)?.[0] ?? '') as Tag['sign'];
  return { sign, name: inside.slice(sign.length).trim(), words, order, paragraph, at, home };
}

/** A fault at a tag. */
export function faultAt({ order, paragraph, at, words }: Tag, why: string): Fault {
  return { order, words: `${placeWords(paragraph, at, words.length)}：${why}` };
}
