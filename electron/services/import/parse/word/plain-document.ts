import { type StoredZip, storedZip } from '../stored-zip.ts';
import { shownText } from './hidden-text.ts';
import { Numbering } from './numbering.ts';
import { plainBody } from './plain-body.ts';

const BODY = 'word/document.xml';
/** What the converter puts behind the text. */
const NOTES: readonly string[] = ['word/footnotes.xml', 'word/endnotes.xml'];
const NUMBERING = 'word/numbering.xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Lists that the converter would number once more, and differently. */
const NO_LISTS = `<w:numbering xmlns:w="${WORD}"/>`;

interface PlainDocument {
  readonly bytes: Buffer;
  /** Whether hidden text was left out. */
  readonly hasHidden: boolean;
}

/**
 * The same .docx with its numbers, text boxes and formulas as plain text, where asked for without hidden text; as it is where
 * it cannot be read so.
 */
export function plainDocument(
  document: StoredZip,
  { shownOnly = false }: { readonly shownOnly?: boolean } = {},
): PlainDocument {
  let hasHidden = false;
  const text = (name: string, otherwise: string) => document.part(name)?.toString('utf8') ?? otherwise;
  const styles = text('word/styles.xml', `<w:styles xmlns:w="${WORD}"/>`);
  const shown = (xml: string): string => {
    if (!shownOnly) return xml;
    const found = shownText(xml, styles);
    hasHidden ||= found.hasHidden;
    return found.xml;
  };
  let body: string;
  let notes: Map<string, Buffer>;
  try {
    const numbering = new Numbering(text(NUMBERING, NO_LISTS), styles);
    body = plainBody(shown(text(BODY, '')), numbering);
    const there = NOTES.filter((name) => document.part(name) !== undefined);
    notes = new Map(there.map((name) => [name, Buffer.from(shown(text(name, '')))]));
  } catch {
    // Of what is no XML to one reader the converter may still read more, and says what is wrong with it.
    return { bytes: document.bytes, hasHidden: false };
  }
  const others = document.names.filter((name) => name !== BODY && name !== NUMBERING);
  const parts = [
    { name: BODY, content: Buffer.from(body) },
    ...(document.part(NUMBERING) ? [{ name: NUMBERING, content: Buffer.from(NO_LISTS) }] : []),
    ...others.map((name) => ({ name, content: notes.get(name) ?? document.part(name) ?? Buffer.alloc(0) })),
  ];
  const { bytes } = storedZip(
    parts.map(({ name, content }) => ({ name, size: content.length, content: () => content })),
  );
  return { bytes, hasHidden };
}
