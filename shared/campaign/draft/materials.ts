import type { MaterialLimits, MaterialRequirement } from '../schema.ts';
import { fieldOf, type Findings } from './finding.ts';
import type { DraftReader } from './read.ts';
import type { RowOf } from './schema.ts';

type Row = RowOf<'materials'>;

/** The materials that a draft asks for. */
export function materialsOf(
  rows: readonly Row[],
  read: DraftReader,
  findings: Findings,
): MaterialRequirement[] {
  const materials = rows.map((row) => {
    const title = read.needed(row.title, fieldOf('materials', row.code, 'title'), '材料名称');
    const limits = limitsOf(row, read, findings);
    const [checklist, themes] = coded(row, read.words(row.checklist), read.words(row.themes));
    return {
      ...{ code: row.code, title, kind: row.kind, required: row.required, checklist, themes },
      ...(row.summaryOf !== 'none' && { summaryOf: row.summaryOf }),
      ...(limits && { limits }),
      source: read.source(row, fieldOf('materials', row.code)),
    };
  });
  read.once(
    materials.map(({ code, title }) => ({ code, name: title })),
    ...(['materials', 'title'] as const),
  );
  return materials;
}

interface Point {
  readonly code: string;
  readonly label: string;
}

/** A point that was there before keeps its code, by which units have ticked it. */
function coded({ codes }: Row, checklist: readonly string[], themes: readonly string[]): [Point[], Point[]] {
  const taken = new Set(Object.values(codes));
  const next = (): string => {
    for (let n = 1; ; n += 1) {
      const code = `p${n}`;
      if (taken.has(code)) continue;
      taken.add(code);
      return code;
    }
  };
  const of = (label: string): Point => ({
    code: (Object.hasOwn(codes, label) && codes[label]) || next(),
    label,
  });
  return [checklist.map(of), themes.map(of)];
}

/** Undefined where the notice states none. */
function limitsOf(row: Row, read: DraftReader, findings: Findings): MaterialLimits | undefined {
  const number = (name: 'words' | 'minutes' | 'megabytes' | 'files', what: string, units: string[]) => {
    const value = read.count(row[name], fieldOf('materials', row.code, name), { what, units });
    return value === undefined ? {} : { [name]: value };
  };
  const formats = row.formats
    .toLowerCase()
    .split(/[\s、,，;；/]+/)
    .map((each) => each.replace(/^\./, ''))
    .filter((each) => each !== '');
  const strange = formats.filter((each) => !/^[a-z0-9]{1,8}$/.test(each));
  if (strange.length > 0) {
    const message = `文件类型只写扩展名，如 pdf、docx；“${strange.join('”“')}”不是`;
    findings.error(fieldOf('materials', row.code, 'formats'), message);
  }
  const limits = {
    ...number('words', '字数', ['字']),
    ...number('minutes', '分钟数', ['分钟', '分']),
    ...number('megabytes', '文件大小', ['MB', 'M', 'mb', 'm']),
    ...number('files', '份数', ['份', '个']),
  };
  return Object.keys(limits).length === 0 && formats.length === 0 ? undefined : { ...limits, formats };
}
