import type { Numbering } from './numbering.ts';
import { walkXml } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** A paragraph that is being read. */
interface Paragraph {
  style?: string | undefined;
  list?: string | undefined;
  level?: number | undefined;
  /** Its end was deleted: the next one goes on with its text. */
  joined: boolean;
  /** What stands in its text boxes. */
  readonly boxes: string[];
}

/** The text as written up to here. */
interface Output {
  text: string;
}

/**
 * A document's XML with everything as plain text that the converter leaves out: the numbers of lists, text boxes
 * (as paragraphs behind the one that holds them), formulas, columns that a row begins after. Throws where it is no XML.
 */
export function plainBody(xml: string, numbering: Numbering): string {
  const body = new Body(xml, numbering);
  walkXml(xml, body);
  return body.end();
}

class Body {
  readonly #xml: string;
  readonly #numbering: Numbering;
  /** Up to where the XML has been written or left out. */
  #at = 0;
  /** The document's own, then those of open text boxes. */
  readonly #outputs: Output[] = [{ text: '' }];
  readonly #path: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  /** Open elements whose content is not shown: deleted text and rows, the second form of what was read. */
  #muted = 0;
  /** Of each open row, whether it was deleted; of each open alternative, whether its first form had a text box. */
  readonly #deletedRows: boolean[] = [];
  readonly #readAlternatives: boolean[] = [];
  #formula: string | undefined;
  /** Columns of the grid before the first cell of the row. */
  #gridBefore = 0;

  constructor(xml: string, numbering: Numbering) {
    this.#xml = xml;
    this.#numbering = numbering;
  }

  end(): string {
    this.#write(this.#xml.length);
    return this.#outputs.map(({ text }) => text).join('');
  }

  readonly open = (name: string, attributes: Attributes, behind: number): void => {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    switch (name) {
      case 'w:p':
        this.#paragraphs.push({ joined: false, boxes: [] });
        break;
      case 'w:txbxContent':
        this.#write(behind);
        this.#outputs.push({ text: '' });
        break;
      case 'w:tr':
        this.#deletedRows.push(false);
        break;
      case 'w:gridBefore':
        this.#gridBefore = Number(attributes['w:val']);
        break;
      case 'mc:AlternateContent':
        this.#readAlternatives.push(false);
        break;
      case 'mc:Fallback':
        if (this.#readAlternatives.at(-1) === true) this.#muted += 1;
        break;
      case 'w:moveFrom':
      case 'w:del':
        this.#muted += 1;
        if (parent === 'w:trPr') this.#deleteRow();
        break;
      case 'm:oMathPara':
      case 'm:oMath':
        this.#formula ??= '';
        break;
      case 'm:d':
        this.#addToFormula('(');
        break;
      case 'm:den':
        this.#addToFormula('/');
        break;
    }
    this.#readProperties(name, attributes);
  };

  readonly text = (text: string): void => {
    if (this.#path.at(-1) === 'm:t') this.#addToFormula(text);
  };

  readonly close = (name: string, at: number, behind: number): void => {
    this.#path.pop();
    switch (name) {
      case 'w:pPr':
        if (this.#path.at(-1) === 'w:p') this.#addNumber(behind);
        break;
      case 'w:trPr':
        if (this.#gridBefore > 0) this.#write(behind, emptyCell(this.#gridBefore));
        this.#gridBefore = 0;
        break;
      case 'w:p':
        this.#endParagraph(behind);
        break;
      case 'w:txbxContent':
        this.#endBox(at);
        break;
      case 'w:tr':
        if (this.#deletedRows.pop() === true) this.#muted -= 1;
        break;
      case 'mc:AlternateContent':
        this.#readAlternatives.pop();
        break;
      case 'mc:Fallback':
        if (this.#readAlternatives.at(-1) === true) this.#muted -= 1;
        break;
      case 'w:moveFrom':
      case 'w:del':
        this.#muted -= 1;
        break;
      case 'm:d':
        this.#addToFormula(')');
        break;
      case 'm:oMathPara':
      case 'm:oMath':
        if (!this.#path.some((outer) => outer === 'm:oMathPara' || outer === 'm:oMath')) {
          this.#endFormula(behind);
        }
        break;
    }
  };

  #write(to: number, added = ''): void {
    const output = this.#outputs.at(-1);
    // An element without content ends where it begins.
    const end = Math.max(to, this.#at);
    if (output) output.text += this.#xml.slice(this.#at, end) + added;
    this.#at = end;
  }

  #deleteRow(): void {
    if (this.#deletedRows.at(-1) !== false) return;
    this.#deletedRows[this.#deletedRows.length - 1] = true;
    this.#muted += 1;
  }

  /** Those that hold now: the ones before a tracked change have a w:pPrChange between. */
  #readProperties(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const { 'w:val': value } = attributes;
    if (name === 'w:pStyle' && this.#stands('w:p', 'w:pPr')) paragraph.style = value;
    else if (name === 'w:numId' && this.#stands('w:p', 'w:pPr', 'w:numPr')) paragraph.list = value;
    else if (name === 'w:ilvl' && this.#stands('w:p', 'w:pPr', 'w:numPr')) paragraph.level = Number(value);
    else if (name === 'w:del' && this.#stands('w:p', 'w:pPr', 'w:rPr')) paragraph.joined = true;
  }

  #stands(...within: readonly string[]): boolean {
    return within.every((name, index) => this.#path.at(index - within.length - 1) === name);
  }

  #addNumber(behind: number): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || paragraph.joined || this.#muted > 0) return;
    const number = this.#numbering.next(paragraph);
    if (number !== '') this.#write(behind, run(number));
  }

  #endParagraph(behind: number): void {
    const boxes = this.#paragraphs.pop()?.boxes ?? [];
    if (boxes.length > 0) this.#write(behind, boxes.join(''));
  }

  #endBox(at: number): void {
    this.#write(at);
    const content = this.#outputs.pop()?.text ?? '';
    if (this.#muted > 0) return;
    this.#paragraphs.at(-1)?.boxes.push(content);
    const form = this.#path.findLast((name) => name === 'mc:Choice' || name === 'mc:Fallback');
    if (form === 'mc:Choice') this.#readAlternatives[this.#readAlternatives.length - 1] = true;
  }

  #addToFormula(text: string): void {
    if (this.#formula !== undefined) this.#formula += text;
  }

  #endFormula(behind: number): void {
    if (this.#formula) this.#write(behind, run(this.#formula));
    this.#formula = undefined;
  }
}

function run(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

function emptyCell(columns: number): string {
  return `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`;
}
