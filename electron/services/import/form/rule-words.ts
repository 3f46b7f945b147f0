import { assertNever } from '../../../../shared/values/assert-never.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { type Rule, RULE_LABELS, type RuleKind } from '../../../../shared/standard/rules.ts';
import { fromLines, toLines } from './lines.ts';

export interface Option {
  readonly code: string;
  readonly label: string;
  readonly points: number;
}
/** A rule or a list of options as its JSON stands in a standard's file: points as decimal strings. */
export type Json = Record<string, unknown>;

/** The cell 规则内容: readable, and read back by `ruleFromWords`. */
export function ruleCell(rule: Rule): string {
  switch (rule.kind) {
    case 'award':
      return `步长：${showPoints(rule.step)}分`;
    case 'tiers':
      return optionWords(rule.options);
    case 'checklist':
      return optionWords(rule.points);
    case 'deduct': {
      const faults = rule.faults.map(({ code, label, points, unit, cap, zeroes }) => {
        const most = cap === undefined ? '' : `，最多扣${showPoints(cap)}分`;
        return `[${code}] 每${unit}扣${showPoints(points)}分${most}${zeroes ? '，出现即零分' : ''}：${label}`;
      });
      return toLines([...faults, ...(rule.floor === 0 ? [] : [`最低得分：${showPoints(rule.floor)}分`])]);
    }
    case 'ratio': {
      const { numerator, denominator, target, minimum } = rule;
      return toLines([
        `分子：${numerator}`,
        `分母：${denominator}`,
        `目标：${showPoints(target)}%`,
        ...(minimum === undefined ? [] : [`下限：${showPoints(minimum)}%`]),
      ]);
    }
    default:
      return assertNever(rule);
  }
}

export function optionWords(options: readonly Option[]): string {
  return toLines(options.map(({ code, label, points }) => `[${code}] ${showPoints(points)}分：${label}`));
}

const NUMBER = String.raw`\d+(?:\.\d{1,2})?`;
const OPTION = new RegExp(String.raw`^(?:\[(.+?)\]\s*)?(${NUMBER})\s*分\s*[：:]\s*([\s\S]+)$`);
const FAULT = new RegExp(
  String.raw`^(?:\[(.+?)\]\s*)?每(.{1,4}?)扣(${NUMBER})分(?:[，,]最多扣(${NUMBER})分)?([，,]出现即零分)?\s*[：:]\s*([\s\S]+)$`,
);
const FLOOR = new RegExp(`^最低得分[：:](-?${NUMBER})分$`);

/** A sentence for the person who wrote the cell. */
export class WordsError extends Error {}

/** Reads 评分规则 and 规则内容. Throws a WordsError that says which line is not understood. */
export function ruleFromWords(label: string, words: string): Json {
  const kind = label === '' ? 'award' : kindOf(label);
  const lines = fromLines(words);
  switch (kind) {
    case 'award': {
      const step = value(lines, '步长', '分');
      return { kind, ...(step === undefined ? {} : { step }) };
    }
    case 'tiers':
      return { kind, options: optionsFromWords(words) };
    case 'checklist':
      return { kind, points: optionsFromWords(words) };
    case 'deduct':
      return deduction(lines);
    case 'ratio': {
      const minimum = value(lines, '下限', '%');
      return {
        kind,
        numerator: value(lines, '分子', ''),
        denominator: value(lines, '分母', ''),
        target: value(lines, '目标', '%') ?? '100',
        ...(minimum === undefined ? {} : { minimum }),
      };
    }
    default:
      return assertNever(kind);
  }
}

export function optionsFromWords(words: string): Json[] {
  const options = fromLines(words).map((line, index) => {
    const match = OPTION.exec(line);
    if (!match) throw new WordsError(`“${line}”应写成“5分：情形”，一行一种`);
    const [, code = String(index + 1), points, label] = match;
    return { code, points, label };
  });
  if (options.length === 0) throw new WordsError('没有写规则内容，应写成“5分：情形”，一行一种');
  return options;
}

function deduction(lines: readonly string[]): Json {
  let floor: string | undefined;
  const faults: Json[] = [];
  for (const line of lines) {
    const lowest = FLOOR.exec(line);
    const fault = FAULT.exec(line);
    if (lowest) floor = lowest[1];
    else if (fault) {
      const [, code = String(faults.length + 1), unit, points, cap, zeroes, label] = fault;
      faults.push({
        code,
        unit,
        points,
        label,
        zeroes: zeroes !== undefined,
        ...(cap === undefined ? {} : { cap }),
      });
    } else throw new WordsError(`“${line}”应写成“每处扣0.5分：情形”，一行一种`);
  }
  if (faults.length === 0) throw new WordsError('没有写规则内容，应写成“每处扣0.5分：情形”，一行一种');
  return { kind: 'deduct', faults, ...(floor === undefined ? {} : { floor }) };
}

function value(lines: readonly string[], name: string, unit: string): string | undefined {
  const line = lines.find((one) => one.startsWith(name));
  const text = line
    ?.slice(name.length)
    .replace(/^[：:]/, '')
    .trim();
  return text === undefined || unit === '' || !text.endsWith(unit)
    ? text
    : text.slice(0, -unit.length).trim();
}

function kindOf(label: string): RuleKind {
  const found = Object.entries(RULE_LABELS).find(([, text]) => text === label);
  if (!found) throw new WordsError(`没有“${label}”这种评分规则，请从下拉框里选`);
  return found[0] as RuleKind;
}
