import type {
  AdjustmentBlock,
  Adjustment,
  EvidenceRequest,
  Item,
  Section,
  Standard,
  Veto,
} from '../../../shared/standard/schema.ts';

/** What a code of the standard stands for. */
export type Target =
  | { readonly kind: 'item'; readonly code: string; readonly item: Item; readonly path: readonly Section[] }
  | {
      readonly kind: 'bonus' | 'penalty';
      readonly code: string;
      readonly block: AdjustmentBlock;
      readonly entry: Adjustment;
    }
  | { readonly kind: 'veto'; readonly code: string; readonly veto: Veto };

/** Every code that can be scored, in the standard's order: items, bonus, penalty, vetoes. */
export function targetsOf(standard: Standard): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const walk = (sections: readonly Section[], above: readonly Section[]): void => {
    for (const section of sections) {
      const path = [...above, section];
      for (const item of section.items) targets.set(item.code, { kind: 'item', code: item.code, item, path });
      walk(section.sections, path);
    }
  };
  walk(standard.sections, []);
  for (const kind of ['bonus', 'penalty'] as const) {
    const block = standard[kind];
    for (const entry of block?.entries ?? []) {
      if (block) targets.set(entry.code, { kind, code: entry.code, block, entry });
    }
  }
  for (const veto of standard.vetoes) targets.set(veto.code, { kind: 'veto', code: veto.code, veto });
  return targets;
}

/** The part of a target that all kinds have in common. */
export function titleOf(target: Target): string {
  switch (target.kind) {
    case 'item':
      return target.item.title;
    case 'veto':
      return target.veto.title;
    default:
      return target.entry.title;
  }
}

export function criterionOf(target: Target): string {
  switch (target.kind) {
    case 'item':
      return target.item.criterion;
    case 'veto':
      return target.veto.criterion;
    default:
      return target.entry.criterion;
  }
}

/** Evidence that the standard asks for; a veto asks for none. */
export function askedOf(target: Target): readonly EvidenceRequest[] {
  switch (target.kind) {
    case 'item':
      return target.item.evidence;
    case 'veto':
      return [];
    default:
      return target.entry.evidence;
  }
}
