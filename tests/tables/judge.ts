import type { Imported } from '../../electron/services/import/import-standard.ts';
import { countCells } from '../../shared/tables/reading/cells.ts';
import { checkStandard } from '../../shared/standard/check.ts';
import type { Adjustment, Item, Section, Standard } from '../../shared/standard/schema.ts';
import { showPoints } from '../../shared/values/points.ts';
import { chinese } from './numbers.ts';
import { isSameRule } from './same-rule.ts';
import { type EntryTruth, type ItemTruth, itemsOf, type SectionTruth, type Truth } from './truth.ts';

/** What one table is judged by. Each holds what differs; empty: exact. */
export interface Verdict {
  /** Refused what is none, taken what is one. */
  readonly taken: readonly string[];
  readonly tree: readonly string[];
  readonly items: readonly string[];
  readonly entries: readonly string[];
  /** Title, full score, pass score. */
  readonly head: readonly string[];
  readonly cells: readonly string[];
  readonly sums: readonly string[];
  readonly sureAndWrong: readonly string[];
}
export const PARTS = [
  'taken',
  'tree',
  'items',
  'entries',
  'head',
  'cells',
  'sums',
  'sureAndWrong',
] as const satisfies readonly (keyof Verdict)[];

const EXACT: Verdict = {
  taken: [],
  tree: [],
  items: [],
  entries: [],
  head: [],
  cells: [],
  sums: [],
  sureAndWrong: [],
};

/** What is said of a table that the program fell over. */
export function crashed(message: string): Verdict {
  const taken = [`the import fell over: ${message}`];
  return { ...EXACT, taken, tree: taken, items: taken, entries: taken };
}

const SUM_WARNINGS: ReadonlySet<string> = new Set(['declaredSum', 'sectionSum', 'totalSum']);

/** `imported`: undefined where it was refused. */
export function judge(truth: Truth, imported: Imported | undefined): Verdict {
  if (truth.refused) {
    const usable = imported && checkStandard(imported.standard).every(({ severity }) => severity !== 'error');
    return usable ? { ...EXACT, taken: ['is no standard, but was taken for one'] } : EXACT;
  }
  if (truth.entriesOnly) return judgeEntriesOnly(truth, imported);
  if (!imported) {
    const taken = ['is a standard, but was refused'];
    return { ...EXACT, taken, tree: taken, items: taken, entries: taken };
  }
  const { standard } = imported;
  return {
    taken: [],
    tree: judgeTree(truth, standard.sections),
    ...judgeItems(truth, standard),
    entries: [...judgeEntries(truth, standard), ...judgeAsked(truth, imported)],
    head: judgeHead(truth, standard),
    cells: judgeCells(imported),
    sums: judgeSums(truth, imported),
  };
}

function judgeEntriesOnly(truth: Truth, imported: Imported | undefined): Verdict {
  if (!imported) return { ...EXACT, taken: ['its entries were not read'] };
  const { standard } = imported;
  const count = standard.sections.flatMap(itemsIn).length;
  return {
    ...EXACT,
    entries: judgeEntries(truth, standard),
    items: count > 0 ? [`${count} items, but all are entries outside a full score`] : [],
    cells: judgeCells(imported),
    sums: judgeSums(truth, imported),
  };
}

function judgeAsked({ isAsked }: Truth, { warnings }: Imported): string[] {
  const others = warnings.filter(
    ({ code }) => !SUM_WARNINGS.has(code) && code !== 'passScoreAssumed' && code !== 'totalUnstated',
  );
  return isAsked && others.length === 0 ? ['a range of points is not warned about'] : [];
}

const squashed = (text: string) => text.replace(/\s+/g, '');

/** Without its number before and its score behind: both may be kept in the title or apart from it. */
function bare(title: string): string {
  return squashed(title)
    .replace(/^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d+(?:[.．-]\d+)*[）)、.．]?)/, '')
    .replace(/(?:[（(]共?\d+(?:\.\d+)?分?[）)]|，共\d+(?:\.\d+)?分)$/, '');
}

function judgeTree({ sections, items }: Truth, found: readonly Section[]): string[] {
  if (sections.length > 0) return sectionsDiffer(sections, found, '');
  // A sheet without sections: one that holds all.
  const [only, ...others] = found;
  if (only && others.length === 0 && only.sections.length === 0 && only.items.length === items.length)
    return [];
  return [`no sections, but ${outline(found)}`];
}

function outline(sections: readonly Section[]): string {
  return sections
    .map(({ title, sections: below, items }) => {
      const inner = below.length > 0 ? `[${outline(below)}]` : '';
      return `${title}${inner}${items.length > 0 ? `:${items.length}` : ''}`;
    })
    .join(' ');
}

function sectionsDiffer(wanted: readonly SectionTruth[], found: readonly Section[], where: string): string[] {
  if (wanted.length !== found.length) {
    return [`${where || 'top'}: ${wanted.length} sections wanted, found ${outline(found).slice(0, 200)}`];
  }
  return wanted.flatMap((truth, index) => {
    const section = found[index];
    return section ? sectionDiffers(truth, section) : [];
  });
}

function sectionDiffers(truth: SectionTruth, section: Section): string[] {
  const { title, declared, mayDeclare } = truth;
  const isNamed = [bare(section.title), squashed(section.title)].some(
    // 一组织领导: the number has no stop.
    (name) => name === title || name.replace(/^[一二三四五六七八九十]+/, '') === title,
  );
  const sum = itemsOf(truth).reduce((all, { points }) => all + points, 0);
  const right = declared === undefined ? [undefined, sum, mayDeclare] : [declared];
  const holds = right.includes(section.fullScore);
  return [
    ...(isNamed ? [] : [`section ${section.title} is not ${title}`]),
    ...(holds ? [] : [`${title} declares ${shown(declared)}, not ${shown(section.fullScore)}`]),
    ...(section.items.length === truth.items.length
      ? []
      : [`${title} has ${truth.items.length} items, not ${section.items.length}`]),
    ...sectionsDiffer(truth.sections, section.sections, title),
  ];
}

const shown = (points: number | undefined) => (points === undefined ? 'none' : showPoints(points));

function judgeItems(truth: Truth, standard: Standard): Pick<Verdict, 'items' | 'sureAndWrong'> {
  const wanted = itemsOf(truth);
  const found = standard.sections.flatMap(itemsIn);
  if (wanted.length !== found.length) {
    return { items: [`${wanted.length} items wanted, ${found.length} found`], sureAndWrong: [] };
  }
  const pairs = wanted.flatMap((item, index): [ItemTruth, Item][] => {
    const other = found[index];
    return other ? [[item, other]] : [];
  });
  return {
    items: pairs.flatMap(([item, other]) => itemDiffers(item, other, { truth, standard })),
    sureAndWrong: pairs.flatMap(([item, other]) => ruleDiffers(item, other)),
  };
}

const itemsIn = ({ sections, items }: Section): Item[] => [...sections.flatMap(itemsIn), ...items];

interface Context {
  readonly truth: Truth;
  readonly standard: Standard;
}

function itemDiffers(truth: ItemTruth, item: Item, { truth: whole, standard }: Context): string[] {
  const units = standard.unitCategories.filter(({ code }) => item.appliesTo?.includes(code));
  const text = squashed([item, units].flatMap(textsIn).join('\n'));
  const known = squashed([truth.title, ...truth.words].join('\n'));
  const title = squashed(item.title).replaceAll('★', '');
  const hasNumber = truth.code !== undefined && title !== truth.title && title.startsWith(truth.code);
  return [
    ...(title.includes(truth.title) ? [] : [`item ${item.title} is not ${truth.title}`]),
    ...(hasNumber ? [`${item.title} keeps its number ${truth.code ?? ''} in the title`] : []),
    ...(truth.code === undefined || plainCode(item.code) === plainCode(truth.code)
      ? []
      : [`${truth.title} has the code ${item.code}, not ${truth.code}`]),
    ...(item.fullScore === truth.points
      ? []
      : [`${truth.title} has ${shown(item.fullScore)} points, not ${shown(truth.points)}`]),
    ...truth.words
      .filter((word) => !text.includes(squashed(word)))
      .map((word) => `${truth.title} lacks “${word}”`),
    ...whole.outside
      // 汇总计划 holds 总计 by itself.
      .filter((word) => text.includes(squashed(word)) && !known.includes(squashed(word)))
      .map((word) => `${truth.title} holds “${word}”`),
  ];
}

/** "（三）" and "3." are the same number. */
function plainCode(code: string): string {
  const plain = code.replace(/[（）()、.．\s]+$|^[（(]/g, '');
  const at = NUMBERS.indexOf(plain);
  return at === -1 ? plain : String(at + 1);
}
const NUMBERS = Array.from({ length: 40 }, (_, index) => chinese(index + 1));

/** Every text inside a value, whatever its field. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** A rule in the standard is a sure one: no clerk has taken it. */
function ruleDiffers({ title, rules }: ItemTruth, { rule }: Item): string[] {
  if (!rules || rule.kind === 'award' || rules.some((truth) => isSameRule(rule, truth))) return [];
  return [`${title}: ${JSON.stringify(rule)}`];
}

function judgeEntries(truth: Truth, { bonus, penalty, vetoes }: Standard): string[] {
  return [
    ...entriesDiffer('bonus', truth.bonus, bonus?.entries ?? []),
    ...entriesDiffer('penalty', truth.penalty, penalty?.entries ?? []),
    ...(truth.bonusCap === undefined || bonus?.cap === truth.bonusCap
      ? []
      : [`the bonus is capped at ${shown(bonus?.cap)}, not ${shown(truth.bonusCap)}`]),
    ...(vetoes.length === truth.vetoes.length
      ? []
      : [`${truth.vetoes.length} vetoes wanted, ${vetoes.length} found`]),
    ...truth.vetoes
      .filter((word) => !vetoes.some((veto) => textsIn(veto).join('\n').includes(word)))
      .map((word) => `no veto ${word}`),
  ];
}

function entriesDiffer(side: string, wanted: readonly EntryTruth[], found: readonly Adjustment[]): string[] {
  if (wanted.length !== found.length) {
    return [`${wanted.length} ${side} entries wanted, ${found.length} found`];
  }
  return wanted.flatMap(({ title, points, words }, index) => {
    const entry = found[index];
    const text = squashed(textsIn(entry).join('\n'));
    const options = entry?.options.map((option) => option.points).join() ?? '';
    return [
      ...words.filter((word) => !text.includes(word)).map((word) => `${side} ${title} lacks “${word}”`),
      ...(options === points.join() ? [] : [`${side} ${title} has ${options}, not ${points.join()}`]),
    ];
  });
}

function judgeHead(
  { title, fullScore, passScore, documentNumber, sums }: Truth,
  standard: Standard,
): string[] {
  return [
    ...(title === undefined || squashed(standard.title) === title
      ? []
      : [`the title is ${standard.title}, not ${title}`]),
    ...(sums === 'wrong' || standard.fullScore === fullScore
      ? []
      : [`the full score is ${shown(standard.fullScore)}, not ${shown(fullScore)}`]),
    ...(documentNumber === undefined || standard.documentNumber === documentNumber
      ? []
      : [`the document number is ${standard.documentNumber}, not ${documentNumber}`]),
    ...(passScore === undefined || standard.passScore === passScore
      ? []
      : [`the pass score is ${shown(standard.passScore)}, not ${shown(passScore)}`]),
  ];
}

function judgeCells(imported: Imported): string[] {
  const { unaccounted } = countCells(imported.cells);
  const isWarned = imported.warnings.some(({ code }) => code === 'unaccounted');
  return unaccounted > 0 && !isWarned ? [`${unaccounted} cells unaccounted for`] : [];
}

function judgeSums({ sums }: Truth, { warnings }: Imported): string[] {
  const about = warnings.filter(({ code }) => SUM_WARNINGS.has(code));
  if (sums === 'wrong') return about.length > 0 ? [] : ['a wrong sum is not warned about'];
  return about.map(({ code, message }) => `a false warning ${code}: ${message}`);
}
