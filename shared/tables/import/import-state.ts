import * as z from 'zod';
import { withoutOwn } from '../../standard/own-words.ts';
import { partsOf } from '../../standard/basis.ts';
import type { StandardFinding } from '../../standard/finding.ts';
import { type Standard, standardSchema } from '../../standard/schema.ts';
import { allNodes } from '../draft/nodes.ts';
import { cappedOf } from '../draft/block-caps.ts';
import { draftToStandard } from '../draft/draft-to-standard.ts';
import { standardFindings } from '../draft/standard-findings.ts';
import { columnMapSchema } from '../column-map.ts';
import type { MappedTable } from '../mapped-table.ts';
import { readTables } from '../reading/read-table.ts';
import { conditionsUnread } from './conditions.ts';
import { fullScoreOf } from './proposal.ts';
import type { IdentityDraft, ImportState } from './schema.ts';
import { editionIn, headOf, isStatedTotal, unstatedTotal } from './head.ts';
import type { DraftNode, RowReport, StandardDraft } from '../standard-draft.ts';
import type { Points } from '../../values/points.ts';
import type { SourceTable } from '../source-table.ts';
import { type Handwork, withHandwork } from './corrections.ts';
import { isReadingOf } from './traced-cells.ts';

type Reading = Pick<ImportState, 'chosen' | 'maps' | 'appliesTo'>;

/** Tells one reading of the tables from another: the draft is made anew where it changes. */
export function readingKey({ chosen, maps, appliesTo }: Reading): string {
  return JSON.stringify(chosen.map((table) => [table, maps[table], appliesTo[table] ?? []]));
}

const keySchema = z.array(z.tuple([z.string(), columnMapSchema, z.array(z.string())]));

/** What `readingKey` was made of; undefined where it is no such key. */
function settingsOf(key: string): Reading | undefined {
  const parts = key === '' ? undefined : keySchema.safeParse(JSON.parse(key)).data;
  return (
    parts && {
      chosen: parts.map(([table]) => table),
      maps: Object.fromEntries(parts.map(([table, map]) => [table, map])),
      appliesTo: Object.fromEntries(parts.map(([table, , units]) => [table, units])),
    }
  );
}

/** The draft of the tables taken, by the columns as they are set. */
export function readChosen(tables: readonly SourceTable[], state: Reading): StandardDraft {
  return readWithHead(tables, state).draft;
}

/** The draft, what the words around the tables say of it, and the full score that they make. */
function readWithHead(tables: readonly SourceTable[], state: Reading) {
  const draft = readTables(mappedTables(tables, state), { appliesTo: state.appliesTo });
  const chosen = tables.filter(({ id }) => state.chosen.includes(id));
  const head = headOf(draft, chosen, tables);
  const total = fullScoreOf(draft, head.fullScore);
  const warnings = [
    ...draft.warnings,
    ...conditionsUnread(draft),
    ...unstatedTotal(draft, chosen, total, head.fullScore),
  ];
  return { draft: { ...draft, warnings }, head, total };
}

/** A reading of the tables as they are set. The rows are left out: they are read again for the report. */
export function readAnew(
  tables: readonly SourceTable[],
  state: ImportState,
): Pick<ImportState, 'draft' | 'draftKey' | 'identity'> {
  const { draft, head, total } = readWithHead(tables, state);
  const { edition, fullScore, passScore, documentNumber } = state.identity;
  const name = state.source.replace(/\.[^.]+$/, '');
  const title = state.identity.title || head.title || name;
  return {
    draft: { ...draft, rows: [], cells: [] },
    draftKey: readingKey(state),
    identity: {
      ...state.identity,
      title,
      edition: edition || editionIn(`${title}${name}`),
      documentNumber: documentNumber || head.documentNumber,
      fullScore: fullScore ?? total,
      ...(passScore === undefined && head.passScore !== undefined ? { passScore: head.passScore } : {}),
    },
  };
}

/** The same, with what was put right by hand in the draft at hand, where that is known. */
export function readKeeping(tables: readonly SourceTable[], state: ImportState): ImportState {
  const hand = handworkOf(tables, state);
  const read = readAnew(tables, state);
  if (!hand || !read.draft) return { ...state, ...read, edited: false };
  return { ...state, ...read, draft: withHandwork(read.draft, hand).draft };
}

/** Undefined where nothing was changed by hand, or an earlier version has read the draft at hand. */
export function handworkOf(
  tables: readonly SourceTable[],
  { draft, draftKey, edited }: Pick<ImportState, 'draft' | 'draftKey' | 'edited'>,
): Handwork | undefined {
  const settings = edited && draft ? settingsOf(draftKey) : undefined;
  if (!settings || !draft) return undefined;
  const read = readChosen(tables, settings);
  return isReadingOf(read, draft) ? { was: cappedOf(read), mine: cappedOf(draft) } : undefined;
}

/**
 * The full score that the file itself states, `asked` where it states that: what the clerk has filled in, say. Undefined
 * where the scores were only added up.
 */
export function statedTotal(
  read: StandardDraft,
  tables: readonly SourceTable[],
  asked: Points | undefined,
): Points | undefined {
  const proposed = fullScoreOf(read, headOf(read, tables).fullScore);
  return [asked, proposed].find((points) => points !== undefined && isStatedTotal(read, tables, points));
}

function mappedTables(tables: readonly SourceTable[], { chosen, maps }: Reading): MappedTable[] {
  return tables.flatMap((table) => {
    const map = maps[table.id];
    return map && chosen.includes(table.id) ? [{ table, map }] : [];
  });
}

/** What is still to be filled in, and in which field. */
export interface IdentityGap {
  readonly field: keyof IdentityDraft;
  /** Chinese. */
  readonly message: string;
}

/** What is still to be filled in, none where the standard can be saved. */
export function identityGaps(identity: IdentityDraft, draft: StandardDraft): IdentityGap[] {
  const { id, title, edition, fullScore, passScore, authority, documentNumber, checkedBy, ticked } = identity;
  const gaps: IdentityGap[] = [];
  const ask = (field: IdentityGap['field'], message: string) => gaps.push({ field, message });
  if (title.trim() === '') ask('title', '请填写标准名称');
  if (edition.trim() === '') ask('edition', '请填写版次');
  if (!standardSchema.shape.id.safeParse(id).success) {
    ask('id', '标识只用小写字母、数字和连字符，2 到 64 个');
  }
  if (!fullScore) ask('fullScore', '请填写总分');
  if (passScore === undefined) {
    ask('passScore', `请填写${authority === 'official' ? '推荐分数线' : '自查参考线'}`);
  }
  if (authority === 'official') {
    if (documentNumber.trim() === '') ask('documentNumber', '正式标准须填写文号');
    if (checkedBy.trim() === '') ask('checkedBy', '正式标准须写明由谁对照原件核对');
    const open = partsOf(standardOf(draft, identity).standard).filter(({ tick }) => !ticked.includes(tick));
    const own = ownVetoes(draft);
    if (own.length > 0) {
      ask('ticked', `有${own.length}条否决事项是自拟的，原件有的请逐条确认，没有的请删除`);
    }
    if (open.length > 0) ask('ticked', `正式标准须对照原件逐部分核对并勾选，还有${open.length}部分`);
  }
  if (authority === 'reference' && identity.statement.trim() === '') {
    ask('statement', '参考标准须有一句说明，写明它不是官方标准');
  }
  return gaps;
}

/** The same as sentences. */
export function identityProblems(identity: IdentityDraft, draft: StandardDraft): string[] {
  return identityGaps(identity, draft).map(({ message }) => message);
}

/** Vetoes that no document states, as far as anybody has said. */
export function ownVetoes(draft: StandardDraft): DraftNode[] {
  return allNodes(draft.nodes).filter(({ kind, kept }) => kind === 'veto' && kept?.isOwnVeto === true);
}

/**
 * The standard that an import stands for, and what is wrong with it. Only for an identity without problems. `today`
 * (YYYY-MM-DD): the day of the check record of an official one; without it there is none yet.
 */
export function standardOf(
  draft: StandardDraft,
  identity: IdentityDraft,
  today?: string,
): { standard: Standard; findings: StandardFinding[] } {
  const standard = madeStandard(draft, identity, today);
  return { standard, findings: standardFindings(standard) };
}

/** The same without what is wrong with it. */
export function madeStandard(draft: StandardDraft, identity: IdentityDraft, today?: string): Standard {
  const { id, title, edition, issuer, documentNumber, authority, statement, checkedBy, ticked } = identity;
  const { fullScore = 0, passScore = 0, notApplicable, unitCategories, facts } = identity;
  const { starBands, sources, notes } = identity;
  const made = draftToStandard(draft, {
    ...{ id, issuer: issuer.trim(), documentNumber: documentNumber.trim(), authority },
    ...{ title: title.trim(), edition: edition.trim(), statement: statement.trim() },
    ...{ fullScore, passScore, notApplicable, unitCategories, facts, sources },
    ...(notes === undefined ? {} : { notes }),
    ...(starBands === undefined ? {} : { starBands }),
  });
  return authority === 'official' ? checkedText(made, { checkedBy, ticked }, today) : made;
}

/** What is compared with the original has nothing of its maker's own, and a record once it is saved. */
function checkedText(
  made: Standard,
  { checkedBy, ticked }: Pick<IdentityDraft, 'checkedBy' | 'ticked'>,
  today: string | undefined,
): Standard {
  const standard = withoutOwn(made);
  if (today === undefined) return standard;
  const ticks = partsOf(standard).map(({ tick }) => tick);
  const check = {
    ...{ documentNumber: made.documentNumber, checkedBy: checkedBy.trim(), date: today },
    parts: ticks.filter((tick) => ticked.includes(tick)),
  };
  return { ...standard, check };
}

/** What became of each row in the end: what the clerk moved has its new code, what was deleted is named so. */
export function finalRows(read: StandardDraft, edited: StandardDraft): RowReport[] {
  const codes = new Map<string, string[]>();
  for (const { code, sourceRows } of allNodes(edited.nodes)) {
    for (const { table, row } of sourceRows) {
      const key = `${table}:${row}`;
      codes.set(key, [...(codes.get(key) ?? []), code]);
    }
  }
  const wasUsed = new Set(
    allNodes(read.nodes).flatMap(({ sourceRows }) => sourceRows.map(({ table, row }) => `${table}:${row}`)),
  );
  return read.rows.map((report) => {
    const key = `${report.table}:${report.row}`;
    const now = codes.get(key);
    if (now) return { ...report, code: now.join('、') };
    return wasUsed.has(key) ? { ...report, code: '', reason: '在“结构”一步里由经办人删除' } : report;
  });
}
