import { own } from '../../../shared/values/own.ts';
import { Button, Checkbox } from 'antd';
import type { Adjustment } from '../../../shared/standard/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { CountList } from './parts/CountList.tsx';
import type { InputOf } from '../../../shared/assessment/rule-input.ts';
import { useDropNumbers } from '../../ui/fields/drafts.tsx';
import type { InputProps } from './view.ts';
import './rules.css';

interface Props extends InputProps<InputOf<'claims'>> {
  readonly entry: Adjustment;
  readonly kind: 'bonus' | 'penalty';
}

/** Claimed options of a bonus or penalty entry. Where only the highest counts, how often does not matter. */
export function ClaimsInput({ entry, kind, input, onChange }: Props) {
  const verb = kind === 'bonus' ? '加' : '扣';
  const dropNumbers = useDropNumbers();
  const counts = input?.counts ?? {};
  const state = (next: Record<string, number>): void => onChange({ kind: 'claims', counts: next });
  const rules = [
    entry.counting === 'highest' ? '只按最高的一项计' : '可累计',
    entry.cap !== undefined && `最多${verb} ${showPoints(entry.cap)} 分`,
  ].filter(Boolean);

  return (
    <div role="group" aria-label={kind === 'bonus' ? '填写加分情形' : '填写减分情形'}>
      <p className="items-rules-field-hint">{rules.join('，')}</p>
      {entry.counting === 'highest' ? (
        <div className="items-rules-choices">
          {entry.options.map((option) => (
            <Checkbox
              key={option.code}
              checked={(own(counts, option.code) ?? 0) > 0}
              onChange={(event) => {
                const others = Object.entries(counts).filter(([code]) => code !== option.code);
                state(Object.fromEntries(event.target.checked ? [...others, [option.code, 1]] : others));
              }}
            >
              <span className="items-rules-choice-line">
                <span className="items-rules-choice-label">{option.label}</span>
                <span className="items-rules-choice-points">
                  {verb} {showPoints(option.points)} 分
                </span>
              </span>
            </Checkbox>
          ))}
        </div>
      ) : (
        <CountList
          lines={entry.options.map((option) => ({
            code: option.code,
            label: option.label,
            terms: `每次${verb} ${showPoints(option.points)} 分`,
            unit: '次',
          }))}
          counts={input?.counts}
          onChange={state}
        />
      )}
      <Button
        onClick={() => {
          dropNumbers();
          state({});
        }}
      >
        没有（0 分）
      </Button>
    </div>
  );
}
