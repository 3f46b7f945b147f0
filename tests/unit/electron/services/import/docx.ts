import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const NAMESPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly header?: string;
}

/** A .docx as Word writes it, of the insides of its parts. */
export function docx({ body, numbering = '', styles = '', header }: DocxParts): Promise<Buffer> {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels"
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
      ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1"
      Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/>
      <Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${styles}</w:styles>`,
    ...(header !== undefined && { 'word/header1.xml': `<w:hdr ${NAMESPACES}>${header}</w:hdr>` }),
  };
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

export const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

/** A paragraph; `list`: "list/level" of its own number. */
export function p(text: string, list = '', style = ''): string {
  const [id, level] = list.split('/');
  const number = list && `<w:numPr><w:ilvl w:val="${level ?? 0}"/><w:numId w:val="${id ?? ''}"/></w:numPr>`;
  return `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${number}</w:pPr>${text && run(text)}</w:p>`;
}

/** A table of cells that each hold paragraphs. */
export function tbl(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A level of a list. */
export function lvl(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}
