import type { Points } from '../values/points.ts';
import type { Adjustment, Source, Veto } from '../standard/schema.ts';
import type { Rule } from '../standard/rules.ts';

/** One cell of a table as its file gives it; merged cells appear once, with their spans. Indexes from 0. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Text as shown, line breaks kept, never evaluated. */
  readonly text: string;
}

/** One sheet, Word table, HTML table or pasted table. */
export interface SourceTable {
  /** Unique within the file: "1", "2", … in the file's order. */
  readonly id: string;
  /** Sheet name, or 表1, 表2, …; with the heading above it where there is one. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SourceCell[];
}

export const COLUMN_ROLES = [
  'ignore',
  'number',
  'level1',
  'level2',
  'level3',
  'level4',
  'content',
  'criterion',
  'fullScore',
  'weight',
  'method',
  'evidence',
  'department',
  'deadline',
  'veto',
  'appliesTo',
  'selfScore',
  'reviewScore',
  'note',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const COLUMN_ROLE_LABELS: Record<ColumnRole, string> = {
  ignore: '不使用',
  number: '序号',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  level4: '四级指标',
  content: '考核内容',
  criterion: '评分标准',
  fullScore: '分值',
  weight: '权重',
  method: '考核办法',
  evidence: '佐证材料',
  department: '责任部门',
  deadline: '完成时限',
  veto: '单项否决',
  appliesTo: '适用单位',
  selfScore: '自评分',
  reviewScore: '考核分',
  note: '备注',
};

/**
 * What each column means, and where the data begins. `roles.length` is the table's column count. A role may
 * stand more than once: texts are joined, and a second 分值 column states the score of the level before it.
 */
export interface ColumnMap {
  /** First header row and the row after the last; equal where the table has no header. */
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly roles: readonly ColumnRole[];
}

/** What became of a source row. No row is without one. */
export type RowFate = 'title' | 'header' | 'section' | 'item' | 'continued' | 'sum' | 'note' | 'empty';

export interface RowReport {
  readonly table: string;
  /** As people count: 1 is the table's first row. */
  readonly row: number;
  readonly fate: RowFate;
  /** Code of the section, item or entry that it became part of; '' where none. */
  readonly code: string;
  readonly text: string;
  /** Chinese, one sentence: why. */
  readonly reason: string;
}

/** Words of the original text that a proposal was read from: offsets into the criterion text. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
  /** Chinese: what was read there, e.g. "每处扣0.5分". */
  readonly meaning: string;
}

/**
 * A rule read from a criterion text.
 * - `sure`: every scoring phrase of the text was understood and the numbers fit the full score.
 * - `likely`: understood in part, or a number does not fit; shown for a decision.
 * - `hand`: not understood; the rule is `award` and the clerk decides.
 */
export interface RuleProposal {
  readonly confidence: 'sure' | 'likely' | 'hand';
  readonly rule: Rule;
  readonly spans: readonly TextSpan[];
  /** Chinese, one line: what was understood, and what was not. */
  readonly explanation: string;
}

/** An item, section or outside entry while it is being edited; becomes part of a Standard at the end. */
export interface DraftNode {
  readonly id: string;
  readonly kind: 'section' | 'item' | 'bonus' | 'penalty' | 'veto';
  readonly code: string;
  readonly title: string;
  readonly criterion: string;
  /** Items: the full score. Sections: the declared one. Undefined where the table states none. */
  readonly fullScore: Points | undefined;
  readonly evidence: readonly string[];
  readonly methods: readonly string[];
  readonly department: string;
  readonly deadline: string;
  readonly note: string;
  /** Codes of unit categories; empty: all. */
  readonly appliesTo: readonly string[];
  /** Hundredths of a percent; top-level sections only. */
  readonly weight: number | undefined;
  /** Items only. */
  readonly proposal: RuleProposal | undefined;
  /** True once the clerk (or "accept all sure ones") has taken the proposal. */
  readonly accepted: boolean;
  /** Bonus and penalty entries: options, counting, cap. Veto: effect. */
  readonly adjustment: Pick<Adjustment, 'options' | 'counting' | 'cap'> | undefined;
  readonly vetoEffect: Veto['effect'] | undefined;
  /** What no column of a table holds; nodes made of an existing standard carry it through. */
  readonly kept?: KeptFields | undefined;
  readonly children: readonly DraftNode[];
  /** Table id and row (as people count) of every source row in it. */
  readonly sourceRows: readonly { readonly table: string; readonly row: number }[];
}

export interface KeptFields {
  readonly basis: readonly Source[];
  readonly notApplicableWhen?: string | undefined;
  /** Titles among `evidence` that are 选交. */
  readonly optionalEvidence: readonly string[];
}

/** A 小计/合计/总计 row: a check, never an item. */
export interface DeclaredSum {
  readonly table: string;
  readonly row: number;
  readonly label: string;
  readonly points: Points;
  /** Code of the section that it sums, or '' for the whole standard. */
  readonly section: string;
}

export interface ImportWarning {
  readonly code: string;
  readonly table: string;
  /** As people count; 0 where the warning is about no single row. */
  readonly row: number;
  readonly message: string;
}

/** Everything that one or several tables became. */
export interface StandardDraft {
  readonly nodes: readonly DraftNode[];
  readonly sums: readonly DeclaredSum[];
  readonly notes: readonly { readonly table: string; readonly row: number; readonly text: string }[];
  readonly rows: readonly RowReport[];
  readonly warnings: readonly ImportWarning[];
  /** Caps of the whole blocks, where stated ("加分总和不超过10分"). */
  readonly bonusCap: Points | undefined;
  readonly penaltyCap: Points | undefined;
}
