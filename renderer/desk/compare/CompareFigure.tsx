import { Select } from 'antd';
import { useState } from 'react';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { titleOf } from '../table/candidate-words.ts';
import { SectionChart } from './SectionChart.tsx';
import './compare.css';

/** One of the compared units, drawn by section. */
export function CompareFigure({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const [drawn, setDrawn] = useState<string>();
  const figure = candidates.find(({ key }) => key === drawn) ?? candidates[0];
  if (!figure) return null;
  return (
    <div className="compare-figures">
      <SectionChart candidate={figure}>
        {candidates.length > 1 && (
          <Select<string>
            size="small"
            aria-label="图中的单位"
            style={{ width: 260 }}
            value={figure.key}
            onChange={setDrawn}
            options={candidates.map((each) => ({ value: each.key, label: titleOf(each) }))}
          />
        )}
      </SectionChart>
    </div>
  );
}
