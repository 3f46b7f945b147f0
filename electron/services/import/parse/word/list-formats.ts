const DIGITS = '〇一二三四五六七八九';
const COUNTING = { digits: DIGITS, units: ['', '十', '百', '千'], tenIsBare: true };
const LEGAL = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], tenIsBare: false };
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Show = (value: number) => string | undefined;

/** Names of ECMA-376, 17.18.59 ST_NumberFormat. Each shows numbers from 1, as far as it goes. */
const FORMATS: Readonly<Record<string, Show>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  koreanCounting: counted,
  ideographDigital: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  japaneseDigitalTenThousand: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  taiwaneseDigital: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  chineseLegalSimplified: (value) => spelled(value, LEGAL),
  ideographLegalTraditional: (value) => spelled(value, LEGAL),
  japaneseLegal: (value) => spelled(value, LEGAL),
  ideographTraditional: (value) => STEMS[value - 1],
  ideographZodiac: (value) => BRANCHES[value - 1],
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => within(value, 20, 0x2474),
  decimalEnclosedFullstop: (value) => within(value, 20, 0x2488),
  ideographEnclosedCircle: (value) => within(value, 10, 0x3280),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => wide(digit)),
  decimalFullWidth2: (value) => String(value).replace(/\d/g, (digit) => wide(digit)),
};

/** A list's number as Word writes it; what a format does not reach, or an unknown one, in digits. */
export function showNumber(value: number, format: string): string {
  const show = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return (value >= 1 ? show?.(value) : undefined) ?? String(value);
}

function counted(value: number): string | undefined {
  return spelled(value, COUNTING);
}

/** 12 -> 十二, 110 -> 一百一十, 1003 -> 一千〇三. */
function spelled(
  value: number,
  { digits, units, tenIsBare }: typeof COUNTING | typeof LEGAL,
): string | undefined {
  if (value > 9999) return undefined;
  const zero = digits[0] ?? '';
  const places = [...String(value)].map(Number);
  let text = '';
  for (const [at, digit] of places.entries()) {
    const unit = units[places.length - 1 - at] ?? '';
    text += digit === 0 ? zero : `${digits[digit] ?? ''}${unit}`;
  }
  text = text.replace(new RegExp(`${zero}+$`), '').replace(new RegExp(`${zero}+`, 'g'), zero);
  return tenIsBare && value >= 10 && value < 20 ? text.slice(1) : text;
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 30));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string | undefined {
  if (value > 3999) return undefined;
  let rest = value;
  let text = '';
  for (const [worth, letter] of ROMAN) {
    text += letter.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

function circled(value: number): string | undefined {
  if (value <= 20) return within(value, 20, 0x2460);
  return value <= 35 ? within(value - 20, 15, 0x3251) : within(value - 35, 15, 0x32b1);
}

/** The character for a value of a block that begins with 1. */
function within(value: number, most: number, first: number): string | undefined {
  return value <= most ? String.fromCodePoint(first + value - 1) : undefined;
}

function wide(digit: string): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0);
}
