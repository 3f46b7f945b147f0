import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { UnitStatements } from './UnitStatements.tsx';
import { VisitCard } from './VisitCard.tsx';

/** 实地核验: each visit with its people, findings and photos. */
export function VisitsPart() {
  const { review } = useOpenCandidate();
  const add = (): void => {
    const visit = { id: crypto.randomUUID(), date: '', people: [], findings: [] };
    void useReview.getState().edit({ kind: 'addFieldVisit', visit });
  };
  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>实地核验</h2>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={add}>
          添加一次实地核验
        </Button>
      </div>
      <UnitStatements />
      {review.fieldVisits.length === 0 && <EmptyState text="还没有实地核验记录" />}
      {review.fieldVisits.map((visit, index) => (
        <VisitCard key={visit.id} visit={visit} number={index + 1} />
      ))}
    </div>
  );
}
