/** A period that the title of a table names: 一季度, 第1季度, 上半年, 全年, 3月份, 三月. */
interface NamedPeriod {
  /** As `periodsOf` calls it. */
  readonly name: string;
  readonly text: string;
}

const DIGITS = '一二三四五六七八九十';
const NAMES =
  /第?\s*(?<quarter>[一二三四1-4１-４])\s*季(?:度|报)?|(?<half>[上下])半年|全年|(?<![\d至到—~、-])(?<month>1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月(?:份)?(?![\d一二三四五六七八九十至到—~、-])/gu;

const numberOf = (text: string): number => {
  const plain = text.normalize('NFKC');
  if (/^\d+$/u.test(plain)) return Number(plain);
  return [...plain].reduce((sum, digit) => sum + DIGITS.indexOf(digit) + 1, 0);
};

/** The same number's way of writing: 二 after 一, 2 after 1. */
function written(number: number, like: string): string {
  if (/^[\d１-４]/u.test(like)) return String(number);
  return number > 10 ? `十${DIGITS[number - 11]}` : (DIGITS[number - 1] ?? '');
}

function named(
  text: string,
  { quarter, half, month }: Readonly<Record<string, string | undefined>>,
): NamedPeriod {
  if (quarter !== undefined) return { text, name: `第${DIGITS[numberOf(quarter) - 1]}季度` };
  if (half !== undefined) return { text, name: `${half}半年` };
  return { text, name: month === undefined ? '全年' : `${numberOf(month)}月` };
}

export function periodsNamedIn(title: string): NamedPeriod[] {
  return [...title.matchAll(NAMES)].map(({ 0: text, groups = {} }) => named(text.trim(), groups));
}

/** The title with the period that follows in the place of the one that it names, written as that was. */
export function titleOfNext(title: string, now: string): string {
  return title.replace(NAMES, (text: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (named(text, groups).name !== now) return text;
    const { quarter, half, month } = groups;
    if (half !== undefined) return text.replace('上', '下');
    const digit = quarter ?? month ?? '';
    return text.replace(digit, written(numberOf(digit) + 1, digit));
  });
}
