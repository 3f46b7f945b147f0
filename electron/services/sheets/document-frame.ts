// The parts of a .docx that never change (ECMA-376 part 1, 17; part 2).

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const contentTypes =
  `<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>` +
  `<Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '</Types>';

export const packageRelations =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  '</Relationships>';

export const documentRelations =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/header" Target="header1.xml"/>` +
  `<Relationship Id="rId3" Type="${OFFICE}/footer" Target="footer1.xml"/>` +
  '</Relationships>';

/** `title` escaped; `date` YYYY-MM-DD. */
export function core(title: string, date: string): string {
  const time = `${date}T00:00:00Z`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${title}</dc:title><dc:creator>标兵自评</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`
  );
}

interface Style {
  readonly id: string;
  readonly name: string;
  /** In points. */
  readonly size: number;
  readonly look?: 'bold' | 'alert';
  readonly align?: 'center';
  /** Before and after, in points. */
  readonly space?: readonly [number, number];
  /** Stays with the paragraph after it. */
  readonly keep?: true;
  readonly outline?: number;
}

const STYLES: readonly Style[] = [
  { id: 'Title', name: 'Title', size: 20, look: 'bold', align: 'center', space: [0, 6] },
  { id: 'Subtitle', name: 'Subtitle', size: 14, look: 'bold', align: 'center', space: [0, 6] },
  { id: 'Mark', name: 'Mark', size: 10.5, look: 'alert', align: 'center', space: [0, 6] },
  { id: 'Heading1', name: 'heading 1', size: 12, look: 'bold', space: [12, 4], keep: true, outline: 0 },
  { id: 'TableHead', name: 'Table Head', size: 9, look: 'bold', align: 'center' },
  { id: 'TableText', name: 'Table Text', size: 9 },
  { id: 'TableCentre', name: 'Table Centre', size: 9, align: 'center' },
  { id: 'TableAlert', name: 'Table Alert', size: 9, look: 'alert', align: 'center' },
  { id: 'Signature', name: 'Signature', size: 12, space: [24, 0], keep: true },
  { id: 'Header', name: 'header', size: 8, look: 'alert', align: 'center' },
  { id: 'Footer', name: 'footer', size: 8, align: 'center' },
];

const FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>';

export const styles =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:sz w:val="21"/><w:szCs w:val="21"/>` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  `${STYLES.map(styleXml).join('')}</w:styles>`;

function styleXml({ id, name, size, look, align, space, keep, outline }: Style): string {
  const paragraph = [
    keep ? '<w:keepNext/>' : '',
    space ? `<w:spacing w:before="${space[0] * 20}" w:after="${space[1] * 20}"/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
  const run = [
    look ? '<w:b/>' : '',
    look === 'alert' ? '<w:color w:val="C00000"/>' : '',
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  ].join('');
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}
