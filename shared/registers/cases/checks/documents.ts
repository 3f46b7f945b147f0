import { isPaper, type Mention, mentionsIn, shortsOf } from '../document-names.ts';
import { advice, type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import type { CaseText } from '../text.ts';

/**
 * 第一次出现的文件名称用规范全称，并标明“（以下简称《XX》）”，之后再出现时则用简称. Of a document that never comes again a short form
 * helps nobody: that one is advice is our reading.
 */
export function checkDocuments({ body }: CaseText): CaseFinding[] {
  const mentions = mentionsIn(body).filter(({ name }) => name !== '' && !isPaper(name));
  const givenShorts = new Set(mentions.flatMap(({ short }) => (short === undefined ? [] : [short])));
  /** By name, its first mention. */
  const firsts = new Map<string, Mention>();
  /** By what reads as its short form, the nearest one before. */
  const fulls = new Map<string, Mention>();
  const again = new Set<Mention>();
  const findings: CaseFinding[] = [];
  for (const mention of mentions) {
    const { name, short } = mention;
    const first = firsts.get(name);
    if (first) {
      again.add(first);
      if (first.short !== undefined && first.short !== name) findings.push(inFullAgain(mention, first.short));
    } else if (short === undefined && givenShorts.has(name)) continue;
    else {
      const full = short === undefined ? fulls.get(name) : undefined;
      if (full) again.add(full);
      else {
        firsts.set(name, mention);
        for (const end of shortsOf(name)) fulls.set(end, mention);
      }
    }
  }
  for (const first of firsts.values()) {
    if (first.short === undefined) findings.push(again.has(first) ? unnamed(first) : onlyOnce(first));
  }
  return findings;
}

function unnamed(at: Mention): CaseFinding {
  const message = `《${at.name}》后面还会提到，请在第一次出现处用全称并标明“（以下简称《XX》）”，之后用简称`;
  return error(at, { code: 'document-no-short-form', message, source: NOTES_CLAUSE });
}

function inFullAgain(at: Mention, short: string): CaseFinding {
  const message = `《${at.name}》前面已经标明简称，这里请用《${short}》`;
  return error(at, { code: 'document-full-again', message, source: NOTES_CLAUSE });
}

function onlyOnce(at: Mention): CaseFinding {
  const message = `《${at.name}》没有标明简称；后面不再提到，可以不标（本软件的理解），请确认用的是全称`;
  return advice(at, { code: 'document-mentioned-once', message, source: NOTES_CLAUSE });
}
