import PizZip from 'pizzip';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A small .docx of these paragraphs; `others` adds parts or puts others in their place. */
export function docx(
  paragraphs: readonly string[],
  others: Readonly<Record<string, string | Buffer>> = {},
  compression: 'STORE' | 'DEFLATE' = 'STORE',
): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const overrides = ['document', 'header', 'footer']
    .map(
      (part) => `<Override PartName="/word/${nameOf(part)}.xml" ContentType="${WORD}.${typeOf(part)}+xml"/>`,
    )
    .join('');
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
    '_rels/.rels':
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
      'Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...others,
  };
  const zip = new PizZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: 'nodebuffer', compression });
}

const nameOf = (part: string): string => (part === 'document' ? part : `${part}1`);
const typeOf = (part: string): string => (part === 'document' ? 'document.main' : part);
