import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { MAX_POINTS, type Points, showPoints } from '../../../shared/values/points.ts';
import { checkDraft } from '../../../shared/tables/draft/check-draft.ts';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { standardFindings } from '../../../shared/tables/draft/standard-findings.ts';
import { draftToStandard } from '../../../shared/tables/draft/draft-to-standard.ts';
import { conditionsUnread } from '../../../shared/tables/import/conditions.ts';
import { noScoringWords } from '../../../shared/tables/import/no-scoring.ts';
import { fullScoreOf, proposeImport } from '../../../shared/tables/import/proposal.ts';
import type { MappedTable } from '../../../shared/tables/mapped-table.ts';
import { readTables } from '../../../shared/tables/reading/read-table.ts';
import { editionIn, type HeadWords, headOf, unstatedTotal } from '../../../shared/tables/import/head.ts';
import type {
  CellReport,
  ImportWarning,
  RowReport,
  StandardDraft,
} from '../../../shared/tables/standard-draft.ts';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { importFailure } from './import-failure.ts';

export interface Imported {
  readonly standard: Standard;
  /** What became of each row of the tables that were taken. */
  readonly rows: readonly RowReport[];
  /** What became of each filled cell of them. */
  readonly cells: readonly CellReport[];
  /** False where it has to be put right before anybody can score by it. */
  readonly isUsable: boolean;
  /** How sure the rules of its items are. */
  readonly confidence: { readonly sure: number; readonly likely: number; readonly byHand: number };
  readonly warnings: readonly ImportWarning[];
  /** The tables that were taken. */
  readonly tables: readonly SourceTable[];
}

/** Which table to take and what its columns mean, where somebody said so. */
export interface ImportChoice {
  readonly sheet?: number | undefined;
  readonly map?: (ColumnMap & { readonly table?: string | undefined }) | undefined;
}

/**
 * A standard from a file's tables without questions: what the wizard would propose, of authority `custom`. Throws
 * a UserError where no table is a scoring table, or the chosen one is not there.
 */
export function importStandard(
  tables: readonly SourceTable[],
  file: string,
  { sheet, map }: ImportChoice = {},
): Imported {
  const wanted = map?.table ?? sheet?.toString();
  const offered = wanted === undefined ? tables : tables.filter(({ id }) => id === wanted);
  if (offered.length === 0) throw noSuchTable(wanted ?? '', tables);
  const { mapped, appliesTo, warnings } = map ? byMap(offered, map) : byProposal(offered);
  if (mapped.length === 0) throw noScoringTable(offered);
  const draft = readTables(mapped, { appliesTo });
  if (allNodes(draft.nodes).every(({ kind }) => kind === 'section')) throw noScoringTable(offered);
  const head = headOf(
    draft,
    mapped.map(({ table }) => table),
    tables,
  );
  const fullScore = fullScoreOf(draft, head.fullScore);
  if (fullScore > MAX_POINTS) throw tooManyPoints(offered);
  const standard = draftToStandard(draft, identityOf(head, file, fullScore));
  const faults = unusable(standard);
  return {
    standard,
    isUsable: faults.length === 0,
    rows: draft.rows,
    cells: draft.cells,
    confidence: confidenceOf(draft),
    tables: mapped.map(({ table }) => table),
    warnings: [
      ...warnings,
      ...draft.warnings,
      ...conditionsUnread(draft),
      ...checkDraft(draft, fullScore).filter(({ code }) => code === 'totalSum'),
      ...unstatedTotal(
        draft,
        mapped.map(({ table }) => table),
        fullScore,
        head.fullScore,
      ),
      ...(head.passScore === undefined ? [passScoreAssumed(standard.passScore)] : []),
      // Of items without points the draft has told, each with its row.
      ...faults.filter(({ code }) => code !== 'noScore'),
    ],
  };
}

function confidenceOf({ nodes }: StandardDraft): Imported['confidence'] {
  const items = allNodes(nodes).filter(({ kind }) => kind === 'item');
  const count = (asked: string) => items.filter(({ proposal }) => proposal?.confidence === asked).length;
  const [sure, likely] = [count('sure'), count('likely')];
  return { sure, likely, byHand: items.length - sure - likely };
}

function byProposal(tables: readonly SourceTable[]) {
  const { chosen, maps, appliesTo, warnings } = proposeImport(tables);
  const mapped = tables.flatMap((table): MappedTable[] => {
    const map = maps[table.id];
    return map && chosen.includes(table.id) ? [{ table, map }] : [];
  });
  return { mapped, appliesTo, warnings };
}

function byMap([table]: readonly SourceTable[], { headerFrom, headerTo, roles }: ColumnMap) {
  if (table && (roles.length !== table.columns || headerFrom > headerTo || headerTo > table.rows)) {
    throw importFailure(
      'import-map',
      `各列的含义与“${table.name}”对不上：写了 ${roles.length} 列，表有 ${table.columns} 列、${table.rows} 行。`,
    );
  }
  const mapped = table ? [{ table, map: { headerFrom, headerTo, roles } }] : [];
  return { mapped, appliesTo: {}, warnings: [] };
}

function identityOf(head: HeadWords, file: string, fullScore: Points) {
  const name = basename(file, extname(file));
  const title = head.title || name;
  return {
    id: identifier(file),
    title,
    edition: editionIn(`${title}${name}`) || '1',
    issuer: '',
    documentNumber: head.documentNumber,
    authority: 'custom' as const,
    statement: `由文件“${basename(file)}”自动导入，未经人工核对`,
    fullScore,
    // 90 of 100 is the line of 标兵 (D1 二); a table that states another one is rare, so it is said.
    passScore: head.passScore ?? Math.round(fullScore * 0.9),
    notApplicable: { rule: 'forbidden' as const, scope: 'marked' as const },
  };
}

/** "标准 A v2.xlsx" -> "a-v2-1f0c…": stable for a file name, in the form of a standard's id. */
export function identifier(file: string): string {
  const name = basename(file, extname(file));
  const hash = createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 8);
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${slug || 'standard'}-${hash}`;
}

function passScoreAssumed(points: Points): ImportWarning {
  return {
    code: 'passScoreAssumed',
    table: '',
    row: 0,
    column: 0,
    message: `没有读到自查参考线，暂按总分的 90%（${showPoints(points)}分）填写，请核对`,
  };
}

/** Sums are told by row already; what would keep the standard from use is told besides. */
function unusable(standard: Standard): ImportWarning[] {
  return standardFindings(standard)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => ({ code, table: '', row: 0, column: 0, message }));
}

function noScoringTable(tables: readonly SourceTable[]) {
  return importFailure('import-no-table', noScoringWords(tables));
}

function tooManyPoints(tables: readonly SourceTable[]) {
  return importFailure(
    'import-no-table',
    `“${tables[0]?.name ?? ''}”里的数加起来超过${showPoints(MAX_POINTS)}，不像评分表的分值。`,
  );
}

function noSuchTable(wanted: string, tables: readonly SourceTable[]) {
  const names = tables.slice(0, 20).map(({ id, name }) => `${id} “${name}”`);
  return importFailure('import-no-table', `文件里没有第 ${wanted} 个表，有内容的是：${names.join('、')}。`);
}
