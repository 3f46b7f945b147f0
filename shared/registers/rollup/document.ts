import { documentKind, type DocumentKind } from '../../document.ts';
import { documentWords } from '../../document-words.ts';
import { assertNever } from '../../values/assert-never.ts';
import { patched, patchedFields } from '../../values/patch.ts';
import { checkCaseEdit, replacedByCaseEdit, withCaseEdit, withoutUnit } from './collect/edits.ts';
import { type RollupEdit, rollupEditSchema } from './edits.ts';
import { type PointEntry, type Rollup, rollupSchema, rollupTitle, ROLLUP_VERSION } from './schema.ts';
import type { RollupUnit } from './schema.ts';

/** 年度任务汇总: many units' year, as an office sees it. */
export const rollupDocument: DocumentKind<Rollup, RollupEdit, undefined> = documentKind({
  file: 'rollup',
  version: ROLLUP_VERSION,
  schema: rollupSchema,
  edit: rollupEditSchema,
  words: documentWords({ title: '年度任务汇总', file: 'rollup', one: '这份年度任务汇总' }),
  check,
  merging: {
    apart: ({ updatedAt: _, title: __, ...parts }) => parts,
    together: (parts, current) => titled({ ...current, ...parts }),
    name: nameOf,
    show: (_, content) => wordsIn(content),
  },
  apply: (rollup, edit, _, updatedAt) => titled({ ...withEdit(rollup, edit), updatedAt }),
  replaces,
});

function titled(rollup: Rollup): Rollup {
  return { ...rollup, title: rollupTitle(rollup) };
}

function unitIn({ units }: Rollup, id: string): RollupUnit | undefined {
  return units.find((unit) => unit.id === id);
}

function pointIn({ points }: Rollup, id: string): PointEntry | undefined {
  return points.find((entry) => entry.id === id);
}

/** A unit or an entry may be gone: removed in another window. */
function check(rollup: Rollup, edit: RollupEdit): string | undefined {
  switch (edit.kind) {
    case 'setHead': {
      const { caseTop } = edit.fields;
      const over = rollup.cases.filter(({ mark }) => (mark ?? 0) > (caseTop ?? 0)).length;
      if (caseTop === undefined || over === 0) return undefined;
      return `有 ${over} 篇案例的得分高于这个满分，请先改它们的得分，再改满分`;
    }
    case 'addUnits':
      return edit.units.some(({ id }) => unitIn(rollup, id)) ? '这个单位已经在汇总里' : undefined;
    case 'setUnit':
      if (edit.fields.name?.trim() === '') return '单位名称不能为空';
      return unitIn(rollup, edit.id) ? undefined : GONE;
    case 'removeUnit':
    case 'forgetReport':
      return unitIn(rollup, edit.id) ? undefined : GONE;
    case 'putAway':
      return fileIn(rollup, edit) ? undefined : '这份进度表已经在别处处理';
    case 'correct':
      if (edit.correction?.reason.trim() === '') return '请写明更正的理由';
      return taskIn(rollup, edit) ? undefined : '这项任务已经在别处移除';
    case 'addPoint':
      return pointIn(rollup, edit.entry.id) ? '这一条已经登记过' : undefined;
    case 'setPoint':
    case 'removePoint':
      return pointIn(rollup, edit.id) ? undefined : '这一条已经在别处移除';
    case 'setCase':
    case 'removeCase':
    case 'setAttachment':
    case 'removeAttachment':
    case 'setDuties':
      return checkCaseEdit(rollup, edit);
    default:
      return assertNever(edit);
  }
}

const GONE = '这个单位已经在别处移除';

function taskIn(rollup: Rollup, { id, task }: { readonly id: string; readonly task: string }) {
  return unitIn(rollup, id)?.tasks.find((each) => each.id === task);
}

function fileIn(rollup: Rollup, { id, file }: { readonly id: string; readonly file: string }) {
  return unitIn(rollup, id)?.waiting?.find((each) => each.id === file);
}

function withEdit(rollup: Rollup, edit: RollupEdit): Rollup {
  const { units, points } = rollup;
  switch (edit.kind) {
    case 'setHead':
      return patched(rollup, edit.fields);
    case 'addUnits':
      return { ...rollup, units: [...units, ...edit.units] };
    case 'setUnit':
      return withUnit(rollup, edit.id, (unit) => ({
        ...patched(unit, edit.fields),
        ...(edit.tasks && { tasks: edit.tasks }),
      }));
    case 'removeUnit':
      return {
        ...rollup,
        units: units.filter(({ id }) => id !== edit.id),
        ...withoutUnit(rollup, edit.id),
      };
    case 'forgetReport':
      return withUnit(rollup, edit.id, ({ received: _, ...unit }) => ({
        ...unit,
        tasks: unit.tasks.map((task) => ({ ...task, state: '未开始', doneOn: '', formal: false })),
      }));
    case 'putAway':
      return withUnit(rollup, edit.id, ({ waiting = [], ...unit }) => {
        const left = waiting.filter((each) => each.id !== edit.file);
        return { ...unit, ...(left.length > 0 && { waiting: left }) };
      });
    case 'correct':
      return withUnit(rollup, edit.id, (unit) => ({
        ...unit,
        tasks: unit.tasks.map((task) => {
          return task.id === edit.task ? patched(task, { correction: edit.correction }) : task;
        }),
      }));
    case 'addPoint':
      return { ...rollup, points: [...points, edit.entry] };
    case 'setPoint':
      return {
        ...rollup,
        points: points.map((entry) => (entry.id === edit.id ? patched(entry, edit.fields) : entry)),
      };
    case 'removePoint':
      return { ...rollup, points: points.filter(({ id }) => id !== edit.id) };
    case 'setCase':
    case 'removeCase':
    case 'setAttachment':
    case 'removeAttachment':
    case 'setDuties':
      return withCaseEdit(rollup, edit);
    default:
      return assertNever(edit);
  }
}

function withUnit(rollup: Rollup, id: string, change: (unit: RollupUnit) => RollupUnit): Rollup {
  return { ...rollup, units: rollup.units.map((unit) => (unit.id === id ? change(unit) : unit)) };
}

function replaces(rollup: Rollup, edit: RollupEdit): unknown {
  switch (edit.kind) {
    case 'setHead':
      return patchedFields(rollup, edit.fields);
    case 'addUnits':
    case 'addPoint':
      return undefined;
    case 'setUnit': {
      const unit = unitIn(rollup, edit.id);
      return [patchedFields(unit, edit.fields), ...(edit.tasks ? [unit?.tasks] : [])];
    }
    case 'removeUnit':
    case 'forgetReport':
      return unitIn(rollup, edit.id);
    case 'putAway':
      return fileIn(rollup, edit);
    case 'correct':
      return taskIn(rollup, edit)?.correction;
    case 'setPoint':
      return patchedFields(pointIn(rollup, edit.id), edit.fields);
    case 'removePoint':
      return pointIn(rollup, edit.id);
    case 'setCase':
    case 'removeCase':
    case 'setAttachment':
    case 'removeAttachment':
    case 'setDuties':
      return replacedByCaseEdit(rollup, edit);
    default:
      return assertNever(edit);
  }
}

/** 单位“示例市教育局”. */
function nameOf(path: readonly string[], { value }: { readonly value: Rollup }): string {
  const [part, id = '', , task = ''] = path;
  if (part === 'office' || part === 'year') return part === 'office' ? '办公室名称' : '年份';
  const head = HEADS.get(part ?? '');
  if (head !== undefined) return head;
  if (part === 'cases') return `典型案例${quoted(value.cases.find((each) => each.id === id)?.title)}`;
  if (part === 'attachments')
    return `案例附件${quoted(value.attachments.find((each) => each.id === id)?.file.fileName)}`;
  if (part === 'points') return `督查、通报、加扣分${quoted(pointIn(value, id)?.unit)}`;
  const { matter } = taskIn(value, { id, task }) ?? {};
  return `单位${quoted(unitIn(value, id)?.name)}${matter === undefined ? '' : `的任务${quoted(matter)}`}`;
}

/** What is said of the collection of 典型案例. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['caseDay', '案例截止日期'],
  ['caseSource', '案例征集依据'],
  ['caseLeast', '每个单位至少几篇'],
  ['caseTop', '案例满分'],
]);

const quoted = (text = ''): string => (text === '' ? '' : `“${text.slice(0, 20)}”`);

/** What nobody typed, and the text of a case, which is as its file says. */
const UNTOLD: readonly string[] = ['id', 'origin', 'text', 'sha256', 'bytes', 'mediaType'];

/** All that was typed in a part, in its order. */
function wordsIn(content: unknown): string {
  if (typeof content === 'string') return content;
  if (typeof content === 'number') return String(content);
  if (typeof content !== 'object' || content === null) return '';
  return Object.entries(content)
    .filter(([name]) => !UNTOLD.includes(name))
    .map(([, part]) => wordsIn(part))
    .filter((words) => words !== '')
    .join('，');
}
