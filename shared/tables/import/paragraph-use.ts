import { plainText } from '../../values/pair.ts';
import { readNumbering } from '../cells/numbering.ts';
import { allNodes } from '../draft/nodes.ts';
import type { DraftNode, StandardDraft } from '../standard-draft.ts';
import { saysUnread } from './conditions.ts';
import type { IdentityDraft } from './schema.ts';

interface Made {
  readonly draft: Pick<StandardDraft, 'nodes' | 'notes' | 'warnings'> | undefined;
  readonly identity: Pick<IdentityDraft, 'title' | 'notes' | 'documentNumber'>;
  /** As it was read, before anything was put right by hand; none where that is not known. */
  readonly read?: readonly DraftNode[] | undefined;
}

/** 附件1 and nothing else: it says nothing of the standard, though it is kept among the remarks. */
const LABEL = /^附[件表录][\d一二三四五六七八九十]*[:：.、]?$/;
/** The same before a name: 附件2 执法实施评分表. */
const LABELLED = /^附[件表录]\s*[\d一二三四五六七八九十]*[:：.、]?\s*/;
/** （40分）, （共40分，加分不超过5分）, （续） behind a name. */
const BEHIND = /^(?:[(（][^()（）]*(?:分|续)[^()（）]*[)）]|\d+(?:\.\d+)?分)*[:：]?$/;

/** What became of a paragraph beside the tables, in words; '' where it became nothing. */
export function paragraphUse({ draft, identity, read = [] }: Made): (text: string) => string {
  const nodes = allNodes(draft?.nodes ?? []);
  const held = new Set(nodes.map(({ id }) => id));
  // One that has another name by hand, or one by its name.
  const names = [...allNodes(read).filter(({ id }) => held.has(id)), ...nodes]
    .filter(({ kind, title }) => kind === 'section' && title !== '')
    .map(({ title }) => plainText(title));
  const notes = new Set((identity.notes ?? (draft?.notes ?? []).map(({ text }) => text)).map(plainText));
  const criteria = nodes.map(({ criterion }) => plainText(criterion)).filter((words) => words !== '');
  const [title, number] = [identity.title, identity.documentNumber].map(plainText);
  return (text) => {
    const words = plainText(text);
    const name = text.replace(LABELLED, '') || text;
    const bare = plainText(readNumbering(name)?.rest || name);
    if (
      names.some((each) =>
        [words, bare].some((own) => own.startsWith(each) && BEHIND.test(own.slice(each.length))),
      )
    )
      return '指标';
    if (title && (words === title || (words.length > 5 && title.includes(words)))) return '标准名称';
    if (number && words === number) return '文号';
    if (criteria.some((each) => each.includes(words) && words.length > 5)) return '评分标准';
    if (draft && saysUnread(draft.warnings, text)) return '';
    return notes.has(words) && !LABEL.test(words) ? '说明（保留）' : '';
  };
}
