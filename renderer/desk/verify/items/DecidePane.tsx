import { useState } from 'react';
import { Button, Tag } from 'antd';
import { ExpandOutlined } from '@ant-design/icons';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import { type ReviewEntry, reviewEntryOf } from '../../../../shared/review/schema.ts';
import { FieldScope } from '../../../ui/fields/drafts.tsx';
import { EvidenceContent } from '../../../items/evidence/preview/EvidenceContent.tsx';
import { EvidencePreview } from '../../../items/evidence/preview/EvidencePreview.tsx';
import { OpenOutside } from '../../../items/evidence/preview/OpenOutside.tsx';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import type { Use } from '../../../assessment/evidence/uses.ts';
import type { Place } from '../../../../shared/standard/places.ts';
import { Pane } from '../../../items/Panes.tsx';
import { useDeskFile } from '../use-desk-file.ts';
import { type Decision, DecisionRow } from './DecisionRow.tsx';
import '../../../items/panes.css';

interface Props {
  readonly place: Place;
  /** What the unit linked to the entry. */
  readonly pieces: readonly Evidence[];
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly shown: Evidence | undefined;
  readonly onShow: (sha256: string) => void;
  readonly onDecide: (sha256: string, decision: Decision, reason: string) => Promise<boolean>;
}

/** The evidence of the entry at hand: each piece with its decision, and one of them to be looked at. */
export function DecidePane({ place, pieces, uses, shown, onShow, onDecide }: Props) {
  const { review } = useOpenCandidate();
  const file = useDeskFile();
  const [large, setLarge] = useState(false);
  const { code } = place;
  const entry = reviewEntryOf(review, code);
  const undecided = pieces.filter(({ sha256 }) => entry.evidence[sha256] === undefined);
  const asked = place.asked;
  return (
    <Pane name="evidence" label="本项佐证材料" className="items-right">
      <header className="verify-items-evidence-head">
        <h3>佐证 {pieces.length} 份</h3>
        {undecided.length > 0 && (
          <Button size="small" onClick={() => void acceptAll(code, entry, undecided)}>
            {undecided.length === pieces.length ? '全部认可' : `其余 ${undecided.length} 份都认可`}
          </Button>
        )}
      </header>
      {asked.length > 0 && (
        <p className="ui-muted">
          要求：
          {asked.map(({ title, required }) => `${title}（${required ? '必备' : '选备'}）`).join('；')}
        </p>
      )}
      {pieces.length === 0 && (
        <p>单位没有为本项附材料。{asked.some(({ required }) => required) && <Tag>缺必备佐证</Tag>}</p>
      )}
      {pieces.length > 0 && (
        <FieldScope name={code}>
          <ul className="verify-items-pieces" aria-label="佐证材料">
            {pieces.map((evidence) => (
              <DecisionRow
                key={evidence.sha256}
                evidence={evidence}
                decision={entry.evidence[evidence.sha256]}
                otherUses={(uses.get(evidence.sha256) ?? [])
                  .map((use) => (use.kind === 'entry' ? use.code : use.title))
                  .filter((other) => other !== code)}
                shown={evidence === shown}
                onShow={() => onShow(evidence.sha256)}
                onDecide={(decision, reason) => onDecide(evidence.sha256, decision, reason)}
              />
            ))}
          </ul>
        </FieldScope>
      )}
      {shown && (
        <section className="verify-items-preview" aria-label={`预览：${shown.label}`}>
          <div className="preview">
            <EvidenceContent key={shown.sha256} {...file} evidence={shown} />
          </div>
          <footer>
            <Button icon={<ExpandOutlined aria-hidden />} onClick={() => setLarge(true)}>
              放大看
            </Button>
            <OpenOutside {...file} evidence={shown} />
          </footer>
        </section>
      )}
      {large && shown && <EvidencePreview {...file} evidence={shown} onClose={() => setLarge(false)} />}
    </Pane>
  );
}

/** One step of undo for all of them. */
function acceptAll(code: string, entry: ReviewEntry, pieces: readonly Evidence[]): Promise<boolean> {
  const accepted = pieces.map(({ sha256 }) => [sha256, { decision: 'accepted', reason: '' }] as const);
  const evidence = { ...entry.evidence, ...Object.fromEntries(accepted) };
  return useReview.getState().edit({ kind: 'takeEntries', entries: { [code]: { ...entry, evidence } } });
}
