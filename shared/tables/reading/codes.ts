import { safeCode } from '../draft/safe-code.ts';
import { readNumber } from '../rule-text/numbers.ts';
import { allGrowing, grown, type GrowingNode } from './growing-node.ts';
import type { Warn } from './warn.ts';
import type { DraftNode } from '../standard-draft.ts';

const SIDE_PREFIX = { bonus: '加分', penalty: '扣分', veto: '否决' } as const;

/**
 * Gives every node its id and code. The table's own numbers are kept where they are complete and no two items share
 * one; otherwise items are numbered by their place (1.2.3), with their own number as its last part where all beside
 * them have one, so that repeated numbering stays unique.
 */
export function withCodes(roots: readonly GrowingNode[]): DraftNode[] {
  const nodes = allGrowing(roots);
  const items = nodes.filter(({ kind }) => kind === 'item');
  const sections = nodes.filter(
    ({ kind, children }) => kind === 'section' && allGrowing(children).some((child) => child.kind === 'item'),
  );
  const ownItems = areUsable(items);
  const ownSections = areUsable(sections) && ownItems;
  const counts = { bonus: 0, penalty: 0, veto: 0 };
  let id = 0;

  const give = (node: GrowingNode, place: string): DraftNode => {
    const { number, children } = node;
    const fields = grown(node);
    const { kind } = fields;
    id += 1;
    const nodeId = `n${id}`;
    let code: string;
    if (kind === 'item') code = ownItems ? safeCode(number) : place;
    else if (kind === 'section') code = (ownSections && safeCode(number)) || place;
    else {
      counts[kind] += 1;
      code = `${SIDE_PREFIX[kind]}${counts[kind]}`;
    }
    return { ...fields, id: nodeId, code, children: codesOf(children, place) };
  };
  const codesOf = (children: readonly GrowingNode[], prefix: string): DraftNode[] => {
    const inTree = children.filter(({ kind }) => kind === 'item' || kind === 'section');
    const own = inTree.map(({ number }) => lastPart(number));
    // A name that is the item's and the section's has the section's number.
    const isOwn =
      (own.length > 1 || /[.-]/.test(inTree[0]?.number ?? '')) &&
      own.every((part) => part !== undefined) &&
      new Set(own).size === own.length;
    let position = 0;
    return children.map((child) => {
      if (child.kind === 'item' || child.kind === 'section') position += 1;
      const part = isOwn ? (own[position - 1] ?? position) : position;
      return give(child, prefix === '' ? String(part) : `${prefix}.${part}`);
    });
  };
  return codesOf(roots, '');
}

/** 3, 三 and 1.2.3 end in 3. */
export function lastPart(number: string): number | undefined {
  const last = number.split(/[.-]/).at(-1) ?? '';
  if (/^\d{1,4}$/.test(last)) return Number(last);
  const points = readNumber(last);
  return points === undefined || points % 100 !== 0 ? undefined : points / 100;
}

/** Numbers that can be codes: every node has one, and no two the same. */
function areUsable(nodes: readonly GrowingNode[]): boolean {
  const codes = nodes.map(({ number }) => safeCode(number));
  return codes.every((code) => code !== '' && code.length <= 40) && new Set(codes).size === codes.length;
}

/** A spreadsheet stores 1.10 as 1.1 and 1.20 as 1.2: said again after 1.9 or 1.19, they are what they were. */
export function restoreNumbers(roots: readonly GrowingNode[], warn: Warn): void {
  let before = '';
  const seen = new Set<string>();
  for (const node of allGrowing(roots)) {
    if (!/^\d+(?:\.\d+)+$/.test(node.number)) continue;
    const [, head = '', last = ''] = /^(.*\.)(\d)9$|^(.*\.)9$/.exec(before) ? splitLast(before) : [];
    const next = last === '' ? '' : `${head}${Number(last) + 1}`;
    if (next !== '' && next.replace(/0$/, '') === node.number && seen.has(node.number)) {
      const row = node.sourceRows[0]?.row ?? 0;
      warn(
        'codeRestored',
        row,
        `第${row}行的编号在原文件里存成了数字${node.number}，接着${before}按${next}写入，请核对`,
      );
      node.number = next;
    }
    before = node.number;
    seen.add(node.number);
  }
  tellLost(roots, warn);
}

/** 1.1, 1.2, …, then 1.1 once more below the same section: what it was cannot be known. */
function tellLost(siblings: readonly GrowingNode[], warn: Warn): void {
  const seen = new Set<string>();
  for (const { number, kind, sourceRows, children } of siblings) {
    if (kind === 'item' && seen.has(number) && /^\d+\.\d$/.test(number)) {
      const row = sourceRows[0]?.row ?? 0;
      const message = `第${row}行的编号${number}和前面的重复，可能是原文件把${number}0存成了${number}；已按顺序重新编号，请核对`;
      warn('codeLost', row, message);
    }
    seen.add(number);
    tellLost(children, warn);
  }
}

function splitLast(number: string): [string, string, string] {
  const at = number.lastIndexOf('.') + 1;
  return [number, number.slice(0, at), number.slice(at)];
}
