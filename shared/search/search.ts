import { type Searched, SEARCH_GROUPS, type SearchGroup, type SearchLine } from './line.ts';
import { foundIn, wordsOf } from './match.ts';

/** As many of a group as anybody looks through; the rest is counted. */
const SHOWN = 30;
/** Before and behind what is found in a long text. */
const [BEFORE, BEHIND] = [12, 48];

/** What was found, and in what. */
export interface Hit {
  readonly line: SearchLine;
  readonly document: Searched;
  /** Where it was found, if not in the title: that text, or what stands around the place in a long one. */
  readonly where?: string;
}

export interface HitGroup {
  readonly group: SearchGroup;
  readonly hits: readonly Hit[];
  /** Found besides, and not shown. */
  readonly more: number;
}

interface Candidate {
  readonly line: SearchLine;
  readonly document: Searched;
  /** Lower is better. */
  readonly rank: number;
  /** A word is found in the line itself, not in its document alone. */
  readonly isOwn: boolean;
  readonly where?: string;
}

/**
 * What holds every word of what is typed, a word of it by itself, the others perhaps by the name of its document.
 * `goesOn` is asked between two lines: it may let others work first, and answers false where nobody waits any more.
 */
export async function search(
  documents: readonly Searched[],
  typed: string,
  goesOn: () => boolean | Promise<boolean>,
): Promise<readonly HitGroup[] | undefined> {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  let left = documents.flatMap(candidatesOf);
  // Word by word: cutting a word up into syllables is done once for all lines.
  for (const word of words) {
    const inDocument = new Map(documents.map((each) => [each, isInDocument(each, word)]));
    const found: Candidate[] = [];
    for (const each of left) {
      const going = goesOn();
      if (!(typeof going === 'boolean' ? going : await going)) return undefined;
      const next = looked(each, word) ?? (inDocument.get(each.document) ? each : undefined);
      if (next) found.push(next);
    }
    left = found;
  }
  return grouped(left.filter(({ isOwn }) => isOwn));
}

function candidatesOf(document: Searched): Candidate[] {
  const { document: group, id, title, texts } = document;
  const lines = [{ group, id, title, texts }, ...document.lines];
  return lines.map((line) => ({ line, document, rank: 0, isOwn: false }));
}

const isInDocument = ({ title, texts }: Searched, word: string): boolean =>
  [title, ...texts].some((text) => foundIn(text, word));

/** The candidate where the word is found in it: best by its code, then at the beginning of its title, then in it. */
function looked(candidate: Candidate, word: string): Candidate | undefined {
  const { line } = candidate;
  const { code, title } = line;
  const ranked = (rank: number, where = candidate.where): Candidate => ({
    ...candidate,
    ...{ isOwn: true, rank: candidate.rank + rank },
    ...(where !== undefined && { where }),
  });
  if (code?.toLowerCase() === word) return ranked(0);
  if (code?.toLowerCase().startsWith(word)) return ranked(1);
  const mark = foundIn(title, word);
  if (mark) return ranked(mark[0] === 0 ? 2 : 3);
  for (const text of line.texts) {
    const place = foundIn(text, word);
    if (place) return ranked(4, excerpt(text, place[0], place[1]));
  }
  return undefined;
}

function excerpt(text: string, from: number, to: number): string {
  const start = from - BEFORE <= 0 ? 0 : from - BEFORE;
  const end = Math.min(text.length, to + BEHIND);
  const words = text.slice(start, end).replaceAll(/\s+/gu, ' ');
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`;
}

function grouped(found: readonly Candidate[]): HitGroup[] {
  const groups = Object.keys(SEARCH_GROUPS) as SearchGroup[];
  return groups.flatMap((group) => {
    const mine = found.filter(({ line }) => line.group === group);
    if (mine.length === 0) return [];
    const hits = mine
      .sort((a, b) => a.rank - b.rank)
      .slice(0, SHOWN)
      .map(({ line, document, where }): Hit => ({ line, document, ...(where !== undefined && { where }) }));
    return [{ group, hits, more: mine.length - hits.length }];
  });
}
