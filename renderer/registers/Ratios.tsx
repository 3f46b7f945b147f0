import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Ratio } from '../../shared/registers/kind.ts';
import type { RegisterName } from '../../shared/registers/kinds.ts';
import { showShare } from '../../shared/registers/share.ts';
import { ratiosWithNotes } from '../../shared/registers/year-rows.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { showTime } from '../ui/show.ts';
import { FillRatio } from './FillRatio.tsx';

/** What a register says of items that are scored by a ratio, how it was counted, and where it was filled in last. */
export function Ratios({ name }: { readonly name: RegisterName }) {
  const { value } = useOpenYear();
  const [filling, setFilling] = useState<Ratio>();
  const today = useYear((state) => state.today);
  // Typing into a field draws this anew: the rows are looked through once a change of theirs.
  const { ratios, notes } = useMemo(() => ratiosWithNotes(value, name, today), [value, name, today]);
  if (ratios.length === 0) return null;
  return (
    <ul className="registers-ratios" aria-label="比例">
      {ratios.map((ratio) => {
        const { code, label, numerator, denominator, counted: words } = ratio;
        const last = value.fills.findLast((fill) => fill.register === name && fill.ratio === code);
        return (
          <li key={code}>
            <strong>
              {label}：{denominator === 0 ? '没有可以计算的' : showShare(numerator, denominator)}
            </strong>{' '}
            <span className="ui-muted">
              （分子：{words.numerator}；分母：{words.denominator}）
            </span>{' '}
            <Button size="small" disabled={denominator === 0} onClick={() => setFilling(ratio)}>
              填入自评…
            </Button>
            {last && (
              <div className="ui-muted">
                {showTime(last.at)} 已把 {last.numerator} ÷ {last.denominator} 填入 {last.assessment} 的{' '}
                {last.code} {last.title}
                {last.basis !== 'official' && '（不是正式标准，得分仅供自查）'}
                {last.before && `，原来是 ${last.before.numerator} ÷ ${last.before.denominator}`}
                {(last.numerator !== numerator || last.denominator !== denominator) && '；台账此后有变化'}
              </div>
            )}
          </li>
        );
      })}
      {notes.length > 0 && <li className="registers-soon">{notes.join('；')}</li>}
      {filling && <FillRatio name={name} ratio={filling} onClose={() => setFilling(undefined)} />}
    </ul>
  );
}
