import type { Source } from '../../standard/schema.ts';

/** What is found of an entry or of a whole list, in Chinese without a full stop. */
export interface Saying {
  /** Of which entry; absent: of the list. */
  readonly id?: string;
  /** Advice is what could not be checked, or what the notice leaves open. */
  readonly severity: 'error' | 'advice';
  readonly message: string;
  /** Absent: the program's own. */
  readonly source?: Source;
}

/** What was found, and what was looked at to find it. */
export interface Checked {
  readonly sayings: readonly Saying[];
  readonly checked: readonly string[];
}

/** Of one rule. `what`: what it looks at; undefined where it could not look, or the notice asks for nothing. */
export function ruled(what: string | undefined, sayings: readonly Saying[] = []): Checked {
  return { sayings, checked: what === undefined ? [] : [what] };
}

export function together(all: readonly Checked[]): Checked {
  return { sayings: all.flatMap(({ sayings }) => sayings), checked: all.flatMap(({ checked }) => checked) };
}

/** Of all rows: what was looked at of every one of them. */
export function ofEvery(rows: readonly Checked[]): Checked {
  const [first, ...others] = rows;
  const isOfAll = (what: string) => others.every(({ checked }) => checked.includes(what));
  return { ...together(rows), checked: first?.checked.filter(isOfAll) ?? [] };
}

type Words = Omit<Saying, 'severity'>;

export function error(words: Words): Saying {
  return { ...words, severity: 'error' };
}

export function advice(words: Words): Saying {
  return { ...words, severity: 'advice' };
}

/** 2 处要改，1 处要核对; or that nothing was found, and by looking at what. */
export function checkedWords({ sayings, checked }: Checked): string {
  const errors = sayings.filter(({ severity }) => severity === 'error').length;
  const open = sayings.length - errors;
  const found = [...(errors > 0 ? [`${errors} 处要改`] : []), ...(open > 0 ? [`${open} 处要核对`] : [])];
  if (found.length > 0) return found.join('，');
  return checked.length === 0 ? '没有核对' : `未发现问题（已核对：${checked.join('、')}）`;
}
