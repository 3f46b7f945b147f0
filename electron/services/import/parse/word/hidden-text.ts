import { childOf, walkXml, type XmlElement, xmlTree } from './xml.ts';

/** A part's XML without what Word does not show. */
export interface ShownText {
  readonly xml: string;
  /** Whether words were left out. */
  readonly hasHidden: boolean;
}

interface Run {
  readonly from: number;
  /** What it says itself; absent: its styles decide. */
  vanish?: boolean;
  style?: string | undefined;
  hasText: boolean;
}

interface Paragraph {
  readonly from: number;
  style?: string | undefined;
  /** Of its mark: with it goes the number. */
  vanish?: boolean;
  isShown: boolean;
}

const OFF: readonly string[] = ['0', 'false', 'off', 'none'];

/**
 * Leaves out hidden text (ECMA-376, 17.3.2.41 vanish): of a run itself, of its character style, its paragraph's and its table's, which
 * cancel each other out (17.7.3; not what a table style says of its first row and the like), of the defaults; paragraphs and rows that show nothing. Throws where it is no XML.
 */
export function shownText(xml: string, styles: string): ShownText {
  const reader = new Reader(new Styles(styles));
  walkXml(xml, reader);
  let at = 0;
  let shown = '';
  for (const { from, to } of reader.cuts.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    shown += xml.slice(at, from);
    at = to;
  }
  return { xml: shown + xml.slice(at), hasHidden: reader.hasHidden };
}

class Reader {
  readonly cuts: { readonly from: number; readonly to: number }[] = [];
  hasHidden = false;
  readonly #styles: Styles;
  readonly #path: string[] = [];
  readonly #runs: Run[] = [];
  readonly #paragraphs: Paragraph[] = [];
  /** The style of each table that is open. */
  readonly #tables: { style?: string | undefined }[] = [];
  readonly #rows: { readonly from: number; isHidden: boolean }[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>, behind: number): void => {
    this.#path.push(name);
    const value = attributes['w:val'];
    const isOn = !OFF.includes(value ?? '');
    const run = this.#runs.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'w:r') this.#runs.push({ from: behind, hasText: false });
    else if (name === 'w:p') this.#paragraphs.push({ from: behind, isShown: false });
    else if (name === 'w:tbl') this.#tables.push({});
    else if (name === 'w:tblStyle' && this.#stands('w:tbl', 'w:tblPr')) {
      const table = this.#tables.at(-1);
      if (table) table.style = value;
    } else if (name === 'w:tr') this.#rows.push({ from: behind, isHidden: false });
    else if (run && name === 'w:vanish' && this.#stands('w:r', 'w:rPr')) run.vanish = isOn;
    else if (run && name === 'w:rStyle' && this.#stands('w:r', 'w:rPr')) run.style = value;
    else if (paragraph && name === 'w:pStyle' && this.#stands('w:p', 'w:pPr')) paragraph.style = value;
    else if (paragraph && name === 'w:vanish' && this.#stands('w:p', 'w:pPr', 'w:rPr'))
      paragraph.vanish = isOn;
    else if (name === 'w:hidden' && this.#stands('w:tr', 'w:trPr')) {
      const row = this.#rows.at(-1);
      if (row) row.isHidden = isOn;
    }
  };

  readonly text = (text: string): void => {
    if (text.trim() === '') return;
    // Words in a text box are also those of the run that holds it.
    if (this.#path.at(-1) === 'w:t') for (const run of this.#runs) run.hasText = true;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && this.#path.at(-1) === 'm:t') paragraph.isShown = true;
  };

  readonly close = (name: string, at: number): void => {
    this.#path.pop();
    if (name === 'w:r') this.#endRun(at);
    else if (name === 'w:p') this.#endParagraph(at);
    else if (name === 'w:tbl') this.#tables.pop();
    else if (name === 'w:tr') {
      const row = this.#rows.pop();
      if (row?.isHidden) this.#cut(row.from, at, true);
    }
  };

  #stands(...within: readonly string[]): boolean {
    return within.every((name, index) => this.#path.at(index - within.length - 1) === name);
  }

  #endRun(at: number): void {
    const run = this.#runs.pop();
    const paragraph = this.#paragraphs.at(-1);
    if (!run) return;
    if (run.vanish ?? this.#vanishes(paragraph?.style, run.style)) this.#cut(run.from, at, run.hasText);
    else if (paragraph && run.hasText) paragraph.isShown = true;
  }

  #endParagraph(at: number): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph || paragraph.isShown) return;
    const isHidden = paragraph.vanish ?? this.#vanishes(paragraph.style, undefined);
    if (isHidden) this.#cut(paragraph.from, at, false);
  }

  #vanishes(paragraph: string | undefined, run: string | undefined): boolean {
    return this.#styles.vanish({ table: this.#tables.at(-1), paragraph, run });
  }

  #cut(from: number, to: number, hasText: boolean): void {
    // An element without content ends where it begins.
    if (to > from) this.cuts.push({ from, to });
    if (hasText) this.hasHidden = true;
  }
}

/** Those that stand around a text; no table: it stands in none. */
interface StyleIds {
  readonly table: { readonly style?: string | undefined } | undefined;
  readonly paragraph: string | undefined;
  readonly run: string | undefined;
}

class Styles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #defaults: boolean;
  readonly #paragraph: string | undefined;
  readonly #table: string | undefined;

  constructor(xml: string) {
    const root = childOf(xmlTree(xml), 'w:styles');
    for (const style of root?.children ?? []) {
      const id = style.attributes['w:styleId'];
      if (style.name === 'w:style' && id !== undefined) this.#styles.set(id, style);
    }
    this.#defaults = vanishOf(childOf(root, 'w:docDefaults', 'w:rPrDefault')) ?? false;
    this.#paragraph = this.#default('paragraph');
    this.#table = this.#default('table');
  }

  vanish({ table, paragraph, run }: StyleIds): boolean {
    const levels = [
      this.#of(paragraph ?? this.#paragraph),
      this.#of(run),
      table !== undefined && this.#of(table.style ?? this.#table),
    ];
    return this.#defaults || levels.filter(Boolean).length % 2 === 1;
  }

  #default(type: string): string | undefined {
    return [...this.#styles.entries()].find(
      ([, { attributes }]) => attributes['w:type'] === type && !OFF.includes(attributes['w:default'] ?? '0'),
    )?.[0];
  }

  #of(style: string | undefined): boolean {
    let id = style;
    for (let depth = 0; id !== undefined && depth < 20; depth += 1) {
      const element = this.#styles.get(id);
      const own = vanishOf(element);
      if (own !== undefined) return own;
      id = childOf(element, 'w:basedOn')?.attributes['w:val'];
    }
    return false;
  }
}

function vanishOf(element: XmlElement | undefined): boolean | undefined {
  const vanish = childOf(element, 'w:rPr', 'w:vanish');
  return vanish && !OFF.includes(vanish.attributes['w:val'] ?? '');
}
