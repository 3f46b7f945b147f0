import type { DocumentMerging } from '../../document.ts';
import { own } from '../../values/own.ts';
import { CAP_LABELS, type CapSide, capWords, sideOfField } from '../draft/block-caps.ts';
import { find } from '../draft/nodes.ts';
import type { DraftNode } from '../standard-draft.ts';
import type { ImportState } from './schema.ts';
import { plainText } from '../../values/text.ts';

const LABELS: Readonly<Record<string, string>> = {
  chosen: '采用的表格',
  unlike: '采用的表格',
  maps: '各列的用途',
  appliesTo: '适用的单位类别',
  identity: '标准的基本信息',
};

/** How two versions of an import are merged and told apart: nodes by their ids. Each window is at a step of its own. */
export const importMerging: DocumentMerging<ImportState, unknown> = {
  apart: ({ step: _, ...rest }) => rest,
  together: (parts, current) => ({ ...current, ...(parts as ImportState) }),
  name: (path, { value }) => {
    const cap = capOn(path);
    if (cap) return CAP_LABELS[cap];
    const node = nodeOn(path, value);
    return node ? `${node.code} ${node.title}`.trim() || '结构' : (own(LABELS, path[0] ?? '') ?? '结构');
  },
  show: (path, content, { value }) => {
    const cap = capOn(path);
    if (cap) return capWords(cap, typeof content === 'number' ? content : undefined);
    if (content === undefined || content === null) return '';
    if (typeof content !== 'object') return plainText(content);
    const { code, title, criterion } = content as Partial<DraftNode>;
    const words = [`${code ?? ''} ${title ?? ''}`.trim(), criterion ?? ''].filter((part) => part !== '');
    return words.join('：') || nodeOn(path, value)?.criterion || '已填写';
  },
};

/** The block whose cap a path leads to. */
function capOn([first, field]: readonly string[]): CapSide | undefined {
  return first === 'draft' ? sideOfField(field) : undefined;
}

/** The innermost node that a path leads into. */
function nodeOn(path: readonly string[], { draft }: ImportState): DraftNode | undefined {
  const ids = path.filter((_, index) => path[index - 1] === 'nodes' || path[index - 1] === 'children');
  return ids.length > 0 ? find(draft?.nodes ?? [], ids.at(-1) ?? '') : undefined;
}
