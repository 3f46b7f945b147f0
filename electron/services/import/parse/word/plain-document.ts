import { type StoredZip, storedZip } from '../stored-zip.ts';
import { Numbering } from './numbering.ts';
import { plainBody } from './plain-body.ts';

const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Lists that the converter would number once more, and differently. */
const NO_LISTS = `<w:numbering xmlns:w="${WORD}"/>`;

/** The same .docx with its numbers, text boxes and formulas as plain text; as it is where it cannot be read so. */
export function plainDocument(document: StoredZip): Buffer {
  const text = (name: string, otherwise: string) => document.part(name)?.toString('utf8') ?? otherwise;
  let body: string;
  try {
    const numbering = new Numbering(
      text(NUMBERING, NO_LISTS),
      text('word/styles.xml', `<w:styles xmlns:w="${WORD}"/>`),
    );
    body = plainBody(text(BODY, ''), numbering);
  } catch {
    // Of what is no XML to one reader the converter may still read more, and says what is wrong with it.
    return document.bytes;
  }
  const others = document.names.filter((name) => name !== BODY && name !== NUMBERING);
  const parts = [
    { name: BODY, content: Buffer.from(body) },
    ...(document.part(NUMBERING) ? [{ name: NUMBERING, content: Buffer.from(NO_LISTS) }] : []),
    ...others.map((name) => ({ name, content: document.part(name) ?? Buffer.alloc(0) })),
  ];
  return storedZip(parts.map(({ name, content }) => ({ name, size: content.length, content: () => content })))
    .bytes;
}
