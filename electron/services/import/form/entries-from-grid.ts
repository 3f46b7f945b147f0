import {
  COUNTING,
  EFFECTS,
  FORMER_OPTIONAL,
  type FormRow,
  IS_OWN,
  ITEM_TYPE,
  LEVEL_TYPES,
  OPTIONAL,
  SIDES,
  VETO_TYPE,
} from './entries.ts';
import { fromLines, fromPair } from '../../../../shared/values/cell-lines.ts';
import { RULE_KINDS, RULES } from '../../../../shared/standard/rules.ts';
import type { Json } from '../../../../shared/standard/rules/kind.ts';
import {
  optionsFromWords,
  pointsFromWords,
  WordsError,
} from '../../../../shared/standard/rules/table-words.ts';

interface SectionJson extends Json {
  readonly code: string;
  readonly items: Json[];
  readonly sections: SectionJson[];
}

/** The tree and the entries outside it, as the JSON of a standard. `fault` is told of each row not understood. */
export function entriesFromGrid(
  rows: readonly { readonly row: number; readonly entry: FormRow }[],
  fault: (row: number, message: string) => void,
): Json {
  const sections: SectionJson[] = [];
  const path: SectionJson[] = [];
  const blocks: Partial<Record<keyof typeof SIDES, Json & { entries: Json[] }>> = {};
  const vetoes: Json[] = [];

  const place = (entry: FormRow): void => {
    const type = entry['类型'] ?? '';
    const level = levelOf(type);
    if (level !== undefined) {
      if (level > path.length) throw new WordsError(`“${type}”上面没有它的上级指标`);
      path.length = level;
      const siblings = path.at(-1)?.sections ?? sections;
      const section = sectionJson(entry, codeOf(entry, path.at(-1)?.code, siblings.length));
      siblings.push(section);
      path.push(section);
      return;
    }
    const side = sideOf(type);
    if (side) {
      const block = (blocks[side] ??= { title: SIDES[side].block, entries: [] });
      if (type === SIDES[side].block)
        Object.assign(block, { title: entry['名称'] ?? '' }, points('cap', entry));
      else block.entries.push(adjustmentJson(entry, codeOf(entry, SIDES[side].entry, block.entries.length)));
    } else if (type === VETO_TYPE) {
      vetoes.push(vetoJson(entry, codeOf(entry, VETO_TYPE, vetoes.length)));
    } else if (type === ITEM_TYPE) {
      const section = path.at(-1);
      if (!section) throw new WordsError('评分项上面没有指标');
      section.items.push(itemJson(entry, codeOf(entry, section.code, section.items.length)));
    } else throw new WordsError(`没有“${type}”这种类型，请从下拉框里选`);
  };
  for (const { row, entry } of rows) {
    try {
      place(entry);
    } catch (error) {
      if (!(error instanceof WordsError)) throw error;
      fault(row, entry['编号'] ? `编号 ${entry['编号']}，${error.message}` : error.message);
    }
  }
  return { sections, ...blocks, vetoes };
}

function levelOf(type: string): number | undefined {
  const known = LEVEL_TYPES.indexOf(type);
  if (known >= 0) return known;
  const deep = /^(\d{1,2})级指标$/.exec(type)?.[1];
  return deep === undefined ? undefined : Number(deep) - 1;
}

function sideOf(type: string): keyof typeof SIDES | undefined {
  if (type === SIDES.bonus.block || type === SIDES.bonus.entry) return 'bonus';
  return type === SIDES.penalty.block || type === SIDES.penalty.entry ? 'penalty' : undefined;
}

/** A number left empty counts on: "2.3" is the third below "2". */
function codeOf(entry: FormRow, above: string | undefined, before: number): string {
  const own = entry['编号'] ?? '';
  return own || (above === undefined ? String(before + 1) : `${above}.${before + 1}`);
}

function sectionJson(entry: FormRow, code: string): SectionJson {
  return {
    code,
    title: entry['名称'] ?? '',
    ...points('fullScore', entry),
    ...number('weight', entry['权重%'], '%'),
    ...optional('note', entry['备注']),
    sections: [],
    items: [],
  };
}

function itemJson(entry: FormRow, code: string): Json {
  const appliesTo = fromLines(entry['适用单位'] ?? '');
  const needs = fromLines(entry['需要职能'] ?? '');
  const gapFor = fromLines(entry['不适用单位'] ?? '');
  const gapBasis = sourcesJson(entry['不适用依据']);
  return {
    ...placeJson(entry, code),
    ...{ fullScore: '', ...points('fullScore', entry) },
    rule: ruleFromCells(entry['评分规则'] ?? '', entry['规则内容'] ?? ''),
    evidence: evidenceJson(entry),
    methods: fromLines(entry['评价方式'] ?? ''),
    ...(appliesTo.length > 0 ? { appliesTo } : {}),
    ...(needs.length > 0 ? { needs } : {}),
    ...optional('notApplicableWhen', entry['不适用情形']),
    ...(gapFor.length > 0 ? { notApplicableFor: gapFor } : {}),
    ...(gapBasis.length > 0 ? { notApplicableBasis: gapBasis } : {}),
    ...optional('own', entry['自拟内容']),
    ...optional('department', entry['责任部门']),
    ...optional('deadline', entry['完成时限']),
    ...optional('note', entry['备注']),
  };
}

function adjustmentJson(entry: FormRow, code: string): Json {
  return {
    ...placeJson(entry, code),
    counting: keyOf(COUNTING, entry['评分规则'] || COUNTING.sum),
    ...points('cap', entry),
    options: optionsFromWords(entry['规则内容'] ?? ''),
    ...optional('consequence', entry['另有规定']),
    ...optional('own', entry['自拟内容']),
    evidence: evidenceJson(entry),
  };
}

function vetoJson(entry: FormRow, code: string): Json {
  const own = entry['自拟内容'] ?? '';
  if (own !== '' && own !== IS_OWN) {
    throw new WordsError(`自拟内容写的是“${own}”，否决项自拟的填“${IS_OWN}”，文件有规定的不填`);
  }
  return {
    ...placeJson(entry, code),
    effect: keyOf(EFFECTS, entry['评分规则'] || EFFECTS.notEligible),
    own: own === IS_OWN,
  };
}

/** What every place has, whatever its kind. */
function placeJson(entry: FormRow, code: string): Json {
  return {
    code,
    title: entry['名称'] ?? '',
    criterion: entry['评分标准'] ?? '',
    basis: sourcesJson(entry['依据']),
  };
}

function keyOf(labels: Readonly<Record<string, string>>, label: string): string {
  const found = Object.entries(labels).find(([, text]) => text === label);
  if (!found) throw new WordsError(`评分规则写的是“${label}”，这里只能是${Object.values(labels).join('、')}`);
  return found[0];
}

function points(key: string, entry: FormRow): Json {
  return number(key, entry['分值'], '分');
}

/** Throws a WordsError. */
function number(key: string, text: string | undefined, unit: string): Json {
  return text === undefined || text === '' ? {} : { [key]: pointsFromWords(text, { units: [unit] }) };
}

function optional(key: string, text: string | undefined): Json {
  return text === undefined || text === '' ? {} : { [key]: text };
}

function evidenceJson(entry: FormRow): Json[] {
  return fromLines(entry['佐证材料'] ?? '').map((line) => {
    const mark = [OPTIONAL, FORMER_OPTIONAL].find((each) => line.startsWith(each));
    return mark === undefined
      ? { title: line, required: true }
      : { title: line.slice(mark.length).trim(), required: false };
  });
}

function sourcesJson(cell: string | undefined): Json[] {
  return fromLines(cell ?? '').map((line) => {
    const [document, clause] = fromPair(line);
    return { document, clause };
  });
}

/** The cells 评分规则 and 规则内容. */
export function ruleFromCells(label: string, words: string): Json {
  const kind = label === '' ? 'award' : RULE_KINDS.find((each) => RULES[each].label === label);
  if (!kind) throw new WordsError(`没有“${label}”这种评分规则，请从下拉框里选`);
  return { kind, ...RULES[kind].table.read(words) };
}
