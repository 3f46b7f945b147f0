import * as z from 'zod';
import { type Points, pointsSchema, showPoints } from '../../values/points.ts';
import type { DraftNode, StandardDraft } from '../standard-draft.ts';
import { allNodes } from './nodes.ts';

/** The blocks that have a cap of their own, on all of their entries together. */
export const capSideSchema = z.enum(['bonus', 'penalty']);
export type CapSide = z.output<typeof capSideSchema>;
export const CAP_SIDES = capSideSchema.options;

/** A cap as it is typed; null: none. */
export const capSchema = pointsSchema.nullable();

export const CAP_LABELS: Record<CapSide, string> = { bonus: '加分上限', penalty: '扣分上限' };
const FIELDS = { bonus: 'bonusCap', penalty: 'penaltyCap' } as const;

/** The rows of a draft with the caps of its blocks: what a clerk puts right. */
export type Capped = Pick<StandardDraft, 'nodes' | 'bonusCap' | 'penaltyCap'>;

export function cappedOf({ nodes, bonusCap, penaltyCap }: StandardDraft): Capped {
  return { nodes, bonusCap, penaltyCap };
}

export function capOf(draft: Omit<Capped, 'nodes'>, side: CapSide): Points | undefined {
  return draft[FIELDS[side]];
}

export function withCap(draft: StandardDraft, side: CapSide, cap: Points | undefined): StandardDraft {
  return capOf(draft, side) === cap ? draft : { ...draft, [FIELDS[side]]: cap };
}

/** The side of which a field of the draft is the cap. */
export function sideOfField(field: string | undefined): CapSide | undefined {
  return CAP_SIDES.find((side) => FIELDS[side] === field);
}

/** 加分上限：5分, 加分没有上限. */
export function capWords(side: CapSide, cap: Points | undefined): string {
  return cap === undefined
    ? `${side === 'bonus' ? '加分' : '扣分'}没有上限`
    : `${CAP_LABELS[side]}：${showPoints(cap)}分`;
}

/** Of an entry, or a heading of nothing but entries of one side: the block that it is of. */
export function blockSideOf(node: DraftNode): CapSide | undefined {
  const kinds = new Set(allNodes([node]).flatMap(({ kind }) => (kind === 'section' ? [] : [kind])));
  return kinds.size === 1 ? CAP_SIDES.find((side) => kinds.has(side)) : undefined;
}

export function hasBlock({ nodes }: Pick<Capped, 'nodes'>, side: CapSide): boolean {
  return allNodes(nodes).some(({ kind }) => kind === side);
}
