import { isRequirement, namesEvil, vetoCasesOf } from '../cells/sides.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import { squeeze } from '../rule-text/compact.ts';
import { isOfTotal } from '../rule-text/total-scores.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';

/**
 * A veto is ticked where its case has come about. One that its table writes as what is asked for (未发生安全事故, 无违纪) is
 * named by the opposite; its own words stay below, and the clerk is told.
 */
export function nameVetoes({ roots, warn }: TableState): void {
  for (const node of allGrowing(roots)) {
    if (node.kind === 'veto') nameByCase(node);
    if (node.kind !== 'veto' || !isRequirement(node.title)) continue;
    const row = node.sourceRows[0]?.row ?? 0;
    const asked = node.title;
    node.criterion ||= asked;
    node.title = titleFrom(oppositeOf(asked));
    warn('vetoReversed', row, `“${asked}”写的是要求，一票否决按相反的情形“${node.title}”写入，请核对`);
  }
}

const CASE = /[的者]$|[未无没不违拒虚瞒伪假被]|发生|出现|存在|造成|受到/;

/** 评定：70分以下为不合格；发生事故的，一票否决: named by its case, not by what a total leads to. */
function nameByCase(node: GrowingNode): void {
  const [only, ...others] = vetoCasesOf(node.criterion);
  const [first = ''] = node.criterion.split(/\n\s*\n/);
  // 安全 | 发生重大事故: what it is about, and the case.
  if (!only && !CASE.test(node.title) && !namesEvil(node.title) && namesEvil(first)) {
    node.criterion = node.criterion.includes(node.title)
      ? node.criterion
      : `${node.title}\n\n${node.criterion}`;
    node.title = titleFrom(first);
  }
  if (!only || others.length > 0) return;
  const before = node.criterion.slice(0, node.criterion.indexOf(only.text));
  const isUse = before.split(/[。；;\n]/).some((sentence) => isOfTotal(squeeze(sentence)));
  if (isUse && before.includes(node.title)) node.title = titleFrom(only.text);
}

/** 未发生事故 -> 发生事故; 无违纪 -> 有违纪. */
function oppositeOf(asked: string): string {
  return asked
    .replace(/^(.{0,5}?)(?:未|没有|不)(?=发生|出现|存在|受到|被|有)/, '$1')
    .replace(/^(.{0,5}?)(?:无|没有)/, '$1有')
    .replace(/^(.{0,5}?)(?:杜绝|零)/, '$1发生');
}
