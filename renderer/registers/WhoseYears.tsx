import { useArea } from '../ui/area-store.ts';
import { Segments } from '../ui/Segments.tsx';

/** What the area shows in place of the unit's own years. */
export const ROLLUPS = 'rollups';

/** A unit's own years, or what an office knows of those of many. */
export function WhoseYears() {
  const { inner, show } = useArea();
  return (
    <Segments
      aria-label="看谁的年度工作"
      value={inner === ROLLUPS ? ROLLUPS : 'own'}
      options={[
        { value: 'own', label: '本单位' },
        { value: ROLLUPS, label: '多单位汇总' },
      ]}
      onChange={(value) => show(value === ROLLUPS ? ROLLUPS : undefined)}
    />
  );
}
