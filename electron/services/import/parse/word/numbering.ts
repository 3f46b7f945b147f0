import { showNumber } from './list-formats.ts';
import { childOf, valueOf, type XmlElement, xmlTree } from './xml.ts';

/** What a paragraph's properties say of its number (ECMA-376, 17.3.1.19 numPr). */
export interface ListPlace {
  readonly style?: string | undefined;
  readonly list?: string | undefined;
  readonly level?: number | undefined;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** "（%1）", "%1.%2": each %n is the number of level n. */
  readonly text: string;
  /** The style whose paragraphs are of this level. */
  readonly style: string | undefined;
  /** Begins anew after a level below this one; undefined: after any above it. */
  readonly restart: number | undefined;
  /** Shows all numbers in digits. */
  readonly digits: boolean;
}
type Levels = ReadonlyMap<number, Level>;

interface List {
  readonly id: string;
  /** Lists of one kind count on from each other. */
  readonly kind: string;
  readonly levels: Levels;
  /** Levels that begin with another number where this list begins. */
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** Numbers that Word computes for paragraphs, in the order of the document. */
export class Numbering {
  readonly #numbering: XmlElement | undefined;
  readonly #styles = new Map<string, XmlElement>();
  readonly #lists = new Map<string, List | undefined>();
  /** By kind, the last number of each level. */
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  /** `numbering`, `styles`: the parts of these names. Throws where one is no XML. */
  constructor(numbering: string, styles: string) {
    this.#numbering = childOf(xmlTree(numbering), 'w:numbering');
    for (const style of childOf(xmlTree(styles), 'w:styles')?.children ?? []) {
      const id = style.attributes['w:styleId'];
      if (style.name === 'w:style' && id !== undefined) this.#styles.set(id, style);
    }
  }

  /** The number of the next paragraph, as it stands before its text; '' where it has none. */
  next(place: ListPlace): string {
    const { list, level } = this.#placeOf(place);
    const about = list?.levels.get(level);
    if (!list || !about) return '';
    const counts = this.#counts.get(list.kind) ?? new Map<number, number>();
    this.#counts.set(list.kind, counts);
    const startsAnew = list.starts.has(level) && !this.#begun.has(`${list.id} ${level}`);
    this.#begun.add(`${list.id} ${level}`);
    const last = startsAnew ? undefined : counts.get(level);
    counts.set(level, last === undefined ? (list.starts.get(level) ?? about.start) : last + 1);
    for (let below = level + 1; below < LEVELS; below += 1) {
      if (level < (list.levels.get(below)?.restart ?? below)) counts.delete(below);
    }
    return about.format === 'bullet' || about.format === 'none' ? '' : shown(about, list, counts);
  }

  #placeOf({ style, list, level }: ListPlace): { list: List | undefined; level: number } {
    if (list !== undefined) return { list: this.#list(list), level: level ?? 0 };
    // The style that the paragraph's style goes back to may bring the number.
    let id = style;
    for (let depth = 0; id !== undefined && depth < 20; depth += 1) {
      const own = childOf(this.#styles.get(id), 'w:pPr', 'w:numPr');
      const number = valueOf(own, 'w:numId');
      if (number !== undefined) {
        const found = this.#list(number);
        const linked = [...(found?.levels ?? [])].find(([, about]) => about.style === id)?.[0];
        return { list: found, level: level ?? linked ?? Number(valueOf(own, 'w:ilvl') ?? 0) };
      }
      id = valueOf(this.#styles.get(id), 'w:basedOn');
    }
    return { list: undefined, level: 0 };
  }

  #list(id: string): List | undefined {
    if (!this.#lists.has(id)) this.#lists.set(id, this.#readList(id));
    return this.#lists.get(id);
  }

  #readList(id: string): List | undefined {
    const number = this.#element('w:num', 'w:numId', id);
    let kind = valueOf(number, 'w:abstractNumId');
    let found = this.#element('w:abstractNum', 'w:abstractNumId', kind);
    // A kind may only name the style of lists that says what it is.
    for (let depth = 0; depth < 20; depth += 1) {
      const link = valueOf(found, 'w:numStyleLink');
      if (link === undefined) break;
      const next = valueOf(this.#styles.get(link), 'w:pPr', 'w:numPr', 'w:numId');
      kind = valueOf(this.#element('w:num', 'w:numId', next), 'w:abstractNumId');
      found = this.#element('w:abstractNum', 'w:abstractNumId', kind);
    }
    if (!number || !found || kind === undefined) return undefined;
    const levels = levelsIn(found);
    const starts = new Map<number, number>();
    for (const override of number.children.filter(({ name }) => name === 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl']);
      for (const [at, about] of levelsIn(override)) levels.set(at, about);
      const start = valueOf(override, 'w:startOverride');
      if (start !== undefined) starts.set(level, Number(start));
    }
    return { id, kind, levels, starts };
  }

  #element(name: string, attribute: string, id: string | undefined): XmlElement | undefined {
    return this.#numbering?.children.find(
      (child) => child.name === name && id !== undefined && child.attributes[attribute] === id,
    );
  }
}

function levelsIn(element: XmlElement): Map<number, Level> {
  const levels = element.children.filter(({ name }) => name === 'w:lvl');
  return new Map(
    levels.map((level) => {
      const restart = valueOf(level, 'w:lvlRestart');
      const legal = childOf(level, 'w:isLgl');
      return [
        Number(level.attributes['w:ilvl'] ?? 0),
        {
          start: Number(valueOf(level, 'w:start') ?? 0),
          // Where an alternative has it ('custom'), its fallback is digits.
          format: valueOf(level, 'w:numFmt') ?? 'decimal',
          text: valueOf(level, 'w:lvlText') ?? '',
          style: valueOf(level, 'w:pStyle'),
          restart: restart === undefined ? undefined : Number(restart),
          digits: legal !== undefined && !['0', 'false'].includes(legal.attributes['w:val'] ?? ''),
        },
      ];
    }),
  );
}

function shown(level: Level, { levels }: List, counts: ReadonlyMap<number, number>): string {
  const text = level.text.replace(/%([1-9])/g, (_, number: string) => {
    const at = Number(number) - 1;
    const about = levels.get(at);
    const format = level.digits ? 'decimal' : (about?.format ?? 'decimal');
    return showNumber(counts.get(at) ?? about?.start ?? 1, format);
  });
  // A digit or point would run into a number of the text: "1." and "5分" are not 1.5分.
  return /[\w.．]$/.test(text) ? `${text} ` : text;
}
