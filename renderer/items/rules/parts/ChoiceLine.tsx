import { type Points, showPoints } from '../../../../shared/values/points.ts';
import '../rules.css';

interface Props {
  /** The number key that picks it; shown up to 9. */
  readonly number: number;
  readonly label: string;
  readonly points: Points;
}

export function ChoiceLine({ number, label, points }: Props) {
  return (
    <span className="choice-line">
      {number <= 9 && (
        <kbd aria-hidden className="choice-key">
          {number}
        </kbd>
      )}
      <span className="choice-label">{label}</span>
      <span className="choice-points">{showPoints(points)} 分</span>
    </span>
  );
}
