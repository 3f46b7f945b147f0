import { type Fault, faultAt, type Tag } from './template-tags.ts';

/** The tags that begin a loop or a condition and have an end, and what is wrong with those that have none. */
export function pairsOf(tags: readonly Tag[]): {
  readonly closed: ReadonlySet<Tag>;
  readonly faults: Fault[];
} {
  const closed = new Set<Tag>();
  const faults: Fault[] = [];
  const open: Tag[] = [];
  /** By a tag that is still open: the one that ended before it though it had begun before it. */
  const crossing = new Map<Tag, Tag>();
  for (const tag of tags) {
    if (tag.sign === '' || (tag.sign !== '/' && tag.name === '')) continue;
    if (tag.name === '') {
      // Said already; taken for the end that is meant.
      const begin = open.pop();
      if (begin) closed.add(begin);
      continue;
    }
    if (tag.sign !== '/') {
      open.push(tag);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === tag.name);
    const [begin] = at < 0 ? [] : open.splice(at, 1);
    if (!begin) {
      faults.push(faultAt(tag, `有${tag.words}，前面没有【#${tag.name}】`));
      continue;
    }
    closed.add(begin);
    for (const inner of open.slice(at)) if (!crossing.has(inner)) crossing.set(inner, begin);
    const outer = crossing.get(begin);
    if (outer)
      faults.push(
        faultAt(begin, `${outer.words}和${begin.words}交叉了；后开始的要先结束，先写【/${begin.name}】`),
      );
    else if (!isTogether(begin, tag))
      faults.push(
        faultAt(
          begin,
          `${begin.words}和${tag.words}一个在表格或文本框里，一个不在；要写在同一个单元格、同一行，或都写在表格外`,
        ),
      );
  }
  faults.push(...open.map((tag) => faultAt(tag, `有${tag.words}，后面没有【/${tag.name}】`)));
  return { closed, faults };
}

/** In one place, or in cells of one table: docxtemplater then takes whole rows. */
function isTogether(begin: Tag, end: Tag): boolean {
  return tableOf(begin) === tableOf(end);
}

function tableOf({ home }: Tag): string {
  return (home.at(-1)?.startsWith('w:tc') ? home.slice(0, -2) : home).join('/');
}
