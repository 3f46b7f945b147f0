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
    <span className="items-rules-choice-line">
      {number <= 9 && (
        <kbd aria-hidden className="items-rules-choice-key">
          {number}
        </kbd>
      )}
      <span className="items-rules-choice-label">{label}</span>
      <span className="items-rules-choice-points">{showPoints(points)} 分</span>
    </span>
  );
}
