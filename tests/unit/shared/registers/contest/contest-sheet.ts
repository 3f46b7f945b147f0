type Cell = string | number;

export const HEAD: readonly Cell[] = ['队伍', '姓名', '理论成绩', '模拟执法成绩', '作弊'];

interface ContestSheet {
  readonly rows: readonly (readonly Cell[])[];
  /** "1 甲市队 88.00", by rank. */
  readonly places: readonly string[];
}

/** 300 persons of six teams: two of equal score, one cheat, one office that sat theory only. The names are numbers. */
export function contestSheet(): ContestSheet {
  const people = (team: string, count: number, mark: (at: number) => number): Cell[][] =>
    Array.from({ length: count }, (_, at) => [team, `${team}${at + 1}号`, mark(at)]);
  const [first, ...others] = people('丁市队', 50, () => 90);
  return {
    rows: [
      HEAD,
      ...people('甲市队', 60, (at) => 80 + (at % 3)),
      ...people('乙市队', 60, () => 81),
      // 90 × 49 ÷ 50 = 88.2; × 40 % + 90 × 60 % = 89.28.
      ...(first ? [[...first, '', '是']] : []),
      ...others,
      ...people('丙市队', 60, (at) => 70 + (at % 2)),
      ...people('戊市队', 60, () => 99.99),
      ...people('己局', 10, (at) => 85 + (at === 0 ? 0.05 : 0)),
      ...[
        ['甲市队', 90],
        ['乙市队', 90],
        ['丙市队', 100],
        ['丁市队', 90],
        ['戊市队', 60],
      ].map(([team = '', mark = '']): Cell[] => [team, '', '', mark]),
    ],
    places: [
      '1 丁市队 89.28',
      '2 丙市队 88.20',
      '3 甲市队 86.40',
      '3 乙市队 86.40',
      '5 己局 85.01',
      '6 戊市队 76.00',
    ],
  };
}
