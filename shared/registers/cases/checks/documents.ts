import { isCutOf, isPaper, isWholeOf, type Mention, mentionsIn, shortsOf } from '../document-names.ts';
import { advice, type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import type { CaseText } from '../text.ts';

/**
 * 第一次出现的文件名称用规范全称，并标明“（以下简称《XX》）”，之后再出现时则用简称. Of a document that never comes again a short form
 * helps nobody: that one is advice is our reading.
 */
export function checkDocuments({ body }: CaseText): CaseFinding[] {
  const all = mentionsIn(body).filter(({ name }) => name !== '');
  const given = all.filter(({ short }) => short !== undefined);
  const givenShorts = new Set(given.flatMap(({ short = '' }) => short));
  // A paper is called by its title, but where it is given a short form.
  const called = new Set([...givenShorts, ...given.map(({ name }) => name)]);
  const mentions = all.filter(({ name }) => !isPaper(name) || called.has(name));
  /** By name, its first mention. */
  const firsts = new Map<string, Mention>();
  /** By what reads as its short form, the nearest one before. */
  const fulls = new Map<string, Mention>();
  const again = new Set<Mention>();
  /** Of what was called by a short form first: its whole name, which comes later. */
  const whole = new Map<Mention, string>();
  /** By short form, the document that it was given so far. */
  const owners = new Map<string, string>();
  const early = new Set<string>();
  const findings: CaseFinding[] = [];
  for (const mention of mentions) {
    const { name, short } = mention;
    const owner = short === undefined ? undefined : owners.get(short);
    if (short !== undefined && owner !== undefined && owner !== name)
      findings.push(givenTwice(mention, { short, owner }));
    else if (short !== undefined) owners.set(short, name);
    const first = firsts.get(name);
    if (first) {
      again.add(first);
      if (first.short !== undefined && first.short !== name) findings.push(inFullAgain(mention, first.short));
    } else if (short === undefined && givenShorts.has(name)) {
      if (owners.has(name) || early.has(name)) continue;
      early.add(name);
      findings.push(beforeGiven(mention));
    } else {
      const full = short === undefined ? (fulls.get(name) ?? cutOf(name, firsts)) : undefined;
      if (full) {
        again.add(full);
        if (isOtherShort(name, full, firsts)) findings.push(otherShort(mention, full.short));
      } else {
        for (const before of firsts.values())
          if (before.short === undefined && isWholeOf(name, before.name)) whole.set(before, name);
        firsts.set(name, mention);
        for (const end of shortsOf(name)) fulls.set(end, mention);
      }
    }
  }
  for (const first of firsts.values()) {
    const full = whole.get(first);
    if (first.short !== undefined) continue;
    if (full === undefined) findings.push(again.has(first) ? unnamed(first) : onlyOnce(first));
    else findings.push(notWhole(first, full));
  }
  return findings;
}

function cutOf(name: string, firsts: ReadonlyMap<string, Mention>): Mention | undefined {
  return [...firsts.values()].findLast((first) => isCutOf(name, first.name));
}

/** 《处罚法》 where 《行政处罚法》 was declared: of a bare kind (《办法》) only where nothing else ends so. */
function isOtherShort(
  name: string,
  full: Mention,
  firsts: ReadonlyMap<string, Mention>,
): full is Mention & { short: string } {
  const { short } = full;
  if (short === undefined || !(shortsOf(short).includes(name) || isCutOf(name, short))) return false;
  return name.length > 2 || [...firsts.keys()].filter((each) => each.endsWith(name)).length === 1;
}

function otherShort(at: Mention, short: string): CaseFinding {
  const message = `前面标明的简称是《${short}》，这里的《${at.name}》请改用《${short}》`;
  return error(at, { code: 'document-other-short', message, source: NOTES_CLAUSE });
}

function notWhole(at: Mention, full: string): CaseFinding {
  const message = `《${at.name}》第一次出现时请用全称（后面写的是《${full}》），并标明“（以下简称《XX》）”，之后用简称`;
  return error(at, { code: 'document-no-short-form', message, source: NOTES_CLAUSE });
}

function unnamed(at: Mention): CaseFinding {
  const message = `《${at.name}》后面还会提到，请在第一次出现处用全称并标明“（以下简称《XX》）”，之后用简称`;
  return error(at, { code: 'document-no-short-form', message, source: NOTES_CLAUSE });
}

function inFullAgain(at: Mention, short: string): CaseFinding {
  const message = `《${at.name}》前面已经标明简称，这里请用《${short}》`;
  return error(at, { code: 'document-full-again', message, source: NOTES_CLAUSE });
}

function beforeGiven(at: Mention): CaseFinding {
  const message = `《${at.name}》是后面才标明的简称：第一次出现请用全称，并标明“（以下简称《${at.name}》）”`;
  return error(at, { code: 'document-short-early', message, source: NOTES_CLAUSE });
}

function givenTwice(at: Mention, { short, owner }: { short: string; owner: string }): CaseFinding {
  const message = `《${short}》前面已经是《${owner}》的简称，分不清是哪一个，《${at.name}》请另用简称`;
  return error(at, { code: 'document-short-twice', message, source: NOTES_CLAUSE });
}

function onlyOnce(at: Mention): CaseFinding {
  const message = `《${at.name}》没有标明简称；后面不再提到，可以不标（本软件的理解），请确认用的是全称`;
  return advice(at, { code: 'document-mentioned-once', message, source: NOTES_CLAUSE });
}
