// Fields (ECMA-376 part 1, 17.16): instructions that Word carries out when a document is opened or printed.

/** Fetch or start something; a HYPERLINK only where it leads out of the document. */
const FETCHING =
  /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD|MACROBUTTON|HYPERLINK(?!\s*\\l))\b/i;
/** Give nothing but numbers and days: what they give cannot spell another field's name. */
const PLAIN = /^\s*(?:(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|DATE|TIME)\b|=)/i;

const TOKEN =
  /<(?:\w+:)?fldChar\b[^>]*?fldCharType\s*=\s*["'](begin|separate|end)["']|<(?:\w+:)?instrText\b[^>]*>([^<]*)<|<(?:\w+:)?fldSimple\b[^>]*?\binstr\s*=\s*("[^"]*"|'[^']*')/g;

interface Field {
  words: string;
  isInstruction: boolean;
  /** Its result is a part of another one's instruction. */
  readonly spells: boolean;
}

/** True for a field that fetches, and for one whose instruction is put together by another field (QUOTE and the like). */
export function hasFetchingField(content: Buffer): boolean {
  const open: Field[] = [];
  const instructions: string[] = [];
  for (const [, mark, words, simple] of content.toString('utf8').matchAll(TOKEN)) {
    const around = open.at(-1);
    if (mark === 'begin') {
      open.push({ words: '', isInstruction: true, spells: around?.isInstruction === true });
    } else if (mark === 'separate' && around) around.isInstruction = false;
    else if (mark === 'end') {
      if (around?.spells && !PLAIN.test(around.words)) return true;
      open.pop();
    } else if (words !== undefined) {
      instructions.push(decoded(words));
      if (around) around.words += decoded(words);
    } else if (simple !== undefined) {
      const instruction = decoded(simple.slice(1, -1));
      if (FETCHING.test(instruction) || (around?.isInstruction && !PLAIN.test(instruction))) return true;
    }
  }
  // A field's words may be spread over several runs.
  return [instructions.join(''), instructions.join(' ')].some((words) => FETCHING.test(words));
}

/** A letter may stand by its number. */
function decoded(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, number?: string) => {
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}
