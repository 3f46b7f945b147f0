import { Button } from 'antd';
import type { Confirm } from '../../../shared/assessment/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { ChangedText } from '../../ui/ChangedText.tsx';
import type { Place } from '../../../shared/standard/places.ts';
import './scoring.css';

interface Props {
  readonly place: Place;
  readonly confirm: Confirm;
  /** How the answer at hand scores by the new edition; absent where there is none. */
  readonly answer: string | undefined;
  /** Absent where only a new answer settles it. */
  readonly onConfirm: (() => void) | undefined;
}

/** What the former edition said beside what this one says: the unit decides whether its answer still holds. */
export function ConfirmPanel({ place, confirm, answer, onConfirm }: Props) {
  const { formerCode, formerTitle, formerCriterion, formerFullScore, formerExplanation, details } = confirm;
  const rows: readonly (readonly [string, string, string])[] = [
    ['评分项', `${formerCode} ${formerTitle}`, `${place.code} ${place.title}`],
    ['分值', points(formerFullScore), place.kind === 'item' ? points(place.item.fullScore) : ''],
    ['评分标准', formerCriterion, place.criterion],
    ['得分', formerExplanation ?? '未评分', answer ?? '未评分'],
  ];
  return (
    <section className="scoring-confirm" aria-label="沿用确认">
      <header>
        <div>
          <strong>本项与旧版标准不同，请核对</strong>
          <div className="ui-muted">
            {onConfirm ? '原来的填写不再合适时，请在下方重新评分。' : '请在下方重新评分。'}
          </div>
        </div>
        {onConfirm && (
          <Button type="primary" onClick={onConfirm}>
            确认沿用
          </Button>
        )}
      </header>
      <ul>
        {details.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">旧版</th>
            <th scope="col">新版</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(([, old, fresh]) => old !== fresh)
            .map(([name, old, fresh]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <ChangedText text={old} against={fresh} />
                </td>
                <td>
                  <ChangedText text={fresh} against={old} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

const points = (value: number | undefined): string => (value === undefined ? '' : `${showPoints(value)} 分`);
