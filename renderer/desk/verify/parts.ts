import type { ComponentType } from 'react';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { VerifyPart } from '../../state/review-store.ts';
import { ComprehensivePart } from './beyond/ComprehensivePart.tsx';
import { ConclusionPart } from './beyond/ConclusionPart.tsx';
import { MaterialsPart } from './beyond/MaterialsPart.tsx';
import { PublicityPart } from './beyond/PublicityPart.tsx';
import { SurveyPart } from './beyond/SurveyPart.tsx';
import { VisitsPart } from './beyond/VisitsPart.tsx';
import { ItemsPart } from './items/ItemsPart.tsx';
import { MergePart } from './merge/MergePart.tsx';

interface PartEntry {
  readonly label: string;
  readonly Part: ComponentType;
}

export const PARTS: Record<VerifyPart, PartEntry> = {
  items: { label: '逐项核验', Part: ItemsPart },
  materials: { label: '申报材料', Part: MaterialsPart },
  visits: { label: '实地核验', Part: VisitsPart },
  survey: { label: '满意度调查', Part: SurveyPart },
  comprehensive: { label: '综合评价', Part: ComprehensivePart },
  publicity: { label: '公示与确认', Part: PublicityPart },
  conclusion: { label: '核验结论', Part: ConclusionPart },
  merge: { label: '合并与读回', Part: MergePart },
};

/** Without weights of the campaign there is no 综合评价 to show. */
export function partsFor({
  comprehensive,
}: Pick<Campaign, 'comprehensive'>): Partial<Record<VerifyPart, PartEntry>> {
  if (comprehensive) return PARTS;
  return Object.fromEntries(Object.entries(PARTS).filter(([part]) => part !== 'comprehensive'));
}
