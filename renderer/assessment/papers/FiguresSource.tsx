import { Button } from 'antd';
import { useState } from 'react';
import { EMPTY_PROFILE } from '../../../shared/assessment/profile.ts';
import { standingFigures } from '../../../shared/registers/put-figures.ts';
import { useOpen } from '../../state/derived.ts';
import { useDraft } from '../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import { showTime } from '../../ui/show.ts';
import { FillFigures } from './FillFigures.tsx';

/** Below the field 数据: the way to fill it from a year's registers, and where what was filled comes from. */
export function FiguresSource({ field }: { readonly field: string }) {
  const { unit } = useOpen().assessment;
  const [filling, setFilling] = useState(false);
  const [, draft] = useDraft(field);
  const put = standingFigures(unit.profile ?? EMPTY_PROFILE);
  // Words that are refused stay in the field, over whatever is filled in below them.
  const isRefused = draft?.told === true;
  const open = () => {
    flushTypedText();
    setFilling(true);
  };
  return (
    <div className="ui-wide papers-figures-source">
      <Button size="small" disabled={isRefused} onClick={open}>
        从年度工作填数据…
      </Button>
      {isRefused && <span className="ui-field-problem">“数据”里有没保存的文字，请先改好。</span>}
      {put.length > 0 && (
        <details>
          <summary>有 {put.length} 句由年度工作填入，查看出处</summary>
          <ul>
            {put.map(({ figure, text, trace, at }) => (
              <li key={figure}>
                {text}
                <div className="ui-muted">
                  {showTime(at)}，{trace}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {filling && <FillFigures onClose={() => setFilling(false)} />}
    </div>
  );
}
