import { EmptyState } from '../../ui/EmptyState.tsx';
import { useOpen } from '../../state/derived.ts';
import { MaterialCard } from './MaterialCard.tsx';

/** 材料: what the campaign asks for beside the scores. */
export function MaterialsScreen() {
  const { campaign } = useOpen().assessment;
  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>材料</h2>
        <span className="ui-muted">{campaign.title}</span>
      </div>
      {campaign.materials.length === 0 && <EmptyState text="这个活动不要求另交材料。" />}
      {campaign.materials.map((requirement) => (
        <MaterialCard key={requirement.code} requirement={requirement} />
      ))}
    </div>
  );
}
