import { documentKind, type DocumentKind } from '../../document.ts';
import { documentWords } from '../../document-words.ts';
import { assertNever } from '../../values/assert-never.ts';
import type { Failure } from '../../values/errors.ts';
import { patched, patchedFields } from '../../values/patch.ts';
import { partName } from '../faults.ts';
import { type CampaignDraftEdit, campaignDraftEditSchema } from './edits.ts';
import { CAMPAIGN_DRAFT_VERSION, type CampaignDraft, campaignDraftSchema, type ListName } from './schema.ts';

const NOT_SAVED = '这次改动没有保存，以前填写的内容没有变化；推荐活动库没有变化。';

/** Another window has put it into the library. */
export const CAMPAIGN_DRAFT_ENDED: Failure = {
  code: 'campaign-draft-unknown',
  message: '这个推荐活动已在另一个窗口里保存。',
  effect: '这里不能再改，刚才的改动没有保存；那边保存的内容不受影响。',
  remedy: '请回到标准库刷新；还要改的，请重新编辑这个推荐活动。',
};

/** A campaign while it is made, until it is put into the library. */
export const campaignDraftDocument: DocumentKind<CampaignDraft, CampaignDraftEdit, undefined> = documentKind({
  file: 'campaign-draft',
  version: CAMPAIGN_DRAFT_VERSION,
  schema: campaignDraftSchema,
  edit: campaignDraftEditSchema,
  words: documentWords(
    { title: '编辑中的推荐活动', file: 'campaign-draft', one: '这个编辑中的推荐活动' },
    {
      saving: { action: '保存推荐活动的填写内容', effect: NOT_SAVED },
      unknown: {
        message: '找不到这个编辑中的推荐活动，它可能已经保存到推荐活动，或已放弃。',
        remedy: '请回到标准库刷新；需要时请重新编辑。',
      },
    },
  ),
  check,
  merging: {
    apart: ({ updatedAt: _, ...parts }) => parts,
    together: (parts, current) => ({ ...current, ...parts }),
    name: (path) => `推荐活动的${partName(path)}`,
    show: (_, content) => wordsIn(content).join('，'),
  },
  apply: (draft, edit, _, updatedAt) => ({ ...withEdit(draft, edit), updatedAt }),
  replaces,
});

/** What is chosen or only the program's says nothing to a reader. */
const UNTYPED = [
  'code',
  'codes',
  'by',
  'kind',
  'owner',
  'distinct',
  'includesDay',
  'channels',
  'levels',
  'previous',
];

/** All that was typed in a part, in its order. */
function wordsIn(content: unknown): string[] {
  if (typeof content === 'string') return content === '' ? [] : [content];
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, part]) => (UNTYPED.includes(name) ? [] : wordsIn(part)));
}

function rowsOf(draft: CampaignDraft, list: ListName): readonly { readonly code: string }[] {
  return draft[list];
}

/** A line may be gone: removed in another window. */
function check(draft: CampaignDraft, edit: CampaignDraftEdit): string | undefined {
  if (!('list' in edit)) return undefined;
  const codes = rowsOf(draft, edit.list).map(({ code }) => code);
  if (edit.kind === 'addRow') return codes.includes(edit.row.code) ? '已经有同样编号的一行' : undefined;
  return codes.includes(edit.code) ? undefined : '这一行已经在别处移除';
}

function withEdit(draft: CampaignDraft, edit: CampaignDraftEdit): CampaignDraft {
  switch (edit.kind) {
    case 'setHead':
      return patched(draft, edit.fields);
    case 'setTerm':
      return { ...draft, [edit.term]: patched<object>(draft[edit.term], edit.fields) };
    case 'addRow':
      return { ...draft, [edit.list]: [...draft[edit.list], edit.row] };
    case 'setRow':
      return {
        ...draft,
        [edit.list]: rowsOf(draft, edit.list).map((row) =>
          row.code === edit.code ? patched<object>(row, edit.fields) : row,
        ),
      };
    case 'removeRow':
      return { ...draft, [edit.list]: rowsOf(draft, edit.list).filter(({ code }) => code !== edit.code) };
    case 'moveUp':
      return { ...draft, [edit.list]: movedUp(rowsOf(draft, edit.list), edit.code) };
    default:
      return assertNever(edit);
  }
}

function movedUp<Row extends { readonly code: string }>(rows: readonly Row[], code: string): Row[] {
  const at = rows.findIndex((row) => row.code === code);
  const [before, moved] = [rows[at - 1], rows[at]];
  if (!before || !moved) return [...rows];
  return [...rows.slice(0, at - 1), moved, before, ...rows.slice(at + 1)];
}

function replaces(draft: CampaignDraft, edit: CampaignDraftEdit): unknown {
  switch (edit.kind) {
    case 'setHead':
      return patchedFields(draft, edit.fields);
    case 'setTerm':
      return patchedFields<object>(draft[edit.term], edit.fields);
    case 'addRow':
      return undefined;
    case 'setRow':
      return patchedFields<object>(
        rowsOf(draft, edit.list).find(({ code }) => code === edit.code),
        edit.fields,
      );
    case 'removeRow':
      return rowsOf(draft, edit.list).find(({ code }) => code === edit.code);
    case 'moveUp':
      return rowsOf(draft, edit.list).map(({ code }) => code);
    default:
      return assertNever(edit);
  }
}
