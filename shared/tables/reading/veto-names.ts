import { isRequirement, mayBeRequirement, oppositeOf } from '../cells/requirements.ts';
import { namesEvil, vetoCasesOf } from '../cells/sides.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import { squeeze } from '../rule-text/compact.ts';
import { isOfTotal } from '../rule-text/total-scores.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';
import { shortly } from './warn.ts';

/**
 * A veto is ticked where its case has come about. One that its table writes as what is asked for (未发生安全事故, 无违纪) is
 * named by the opposite; its own words stay below, and the clerk is told, also of one that only may be so.
 */
export function nameVetoes({ roots, warn }: TableState): void {
  for (const node of allGrowing(roots)) {
    if (node.kind === 'veto') nameByCase(node);
    if (node.kind !== 'veto') continue;
    const row = node.sourceRows[0]?.row ?? 0;
    if (!isRequirement(node.title)) {
      if (mayBeRequirement(node.title))
        warn(
          'vetoMaybeAsked',
          row,
          `“${shortly(node.title)}”像是要求，不像否决的情形；是要求的，请把这项一票否决改成相反的情形`,
        );
      continue;
    }
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
  const isSaid = namesEvil(first) || isRequirement(first) || mayBeRequirement(first);
  if (!only && !CASE.test(node.title) && !namesEvil(node.title) && isSaid) {
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
