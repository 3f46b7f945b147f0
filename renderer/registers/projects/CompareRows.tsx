import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ItemDifference } from '../../../shared/registers/projects/compare.ts';
import { itemName, sideWords, worth } from '../../../shared/registers/projects/difference-words.ts';
import './projects.css';

interface RowsProps {
  readonly rows: readonly ItemDifference[];
  readonly ticked: ReadonlySet<string>;
  /** Items that the project has already. */
  readonly known: readonly string[];
  readonly tick: (ticked: ReadonlySet<string>) => void;
}

/** Items to be ticked, with the points and reasons of both. */
export function CompareRows({ rows, ticked, known, tick }: RowsProps) {
  if (rows.length === 0) return <p>没有这样的评分项。</p>;
  const say = (code: string, isTicked: boolean) => {
    const others = [...ticked].filter((each) => each !== code);
    tick(new Set(isTicked ? [...others, code] : others));
  };
  return (
    <table className="registers-months projects-items" aria-label="得分不同的评分项">
      <thead>
        <tr>
          <th className="projects-item">评分项</th>
          <th>对方</th>
          <th>本单位</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((item) => (
          <tr key={item.code}>
            <td>
              <Checkbox
                checked={ticked.has(item.code)}
                onChange={({ target }) => say(item.code, target.checked)}
              >
                {itemName(item)}
              </Checkbox>
              <div className="ui-muted">
                {worth(item)}
                {known.includes(itemName(item)) && '，已经登记过'}
              </div>
            </td>
            {(['theirs', 'ours'] as const).map((side) => (
              <td key={side} className="projects-reason">
                <strong>{sideWords(item, side)}</strong>
                <Reason text={item[side].reason} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of a longer reason, that much is shown at first: the other columns keep their place. */
const SHOWN = 160;

function Reason({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false);
  if (text === '') return <div className="ui-muted">没有写自评说明</div>;
  if (text.length <= SHOWN) return <div>{text}</div>;
  return (
    <div>
      {isWhole ? text : `${text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/u, '')}…`}
      <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? '收起' : '全文'}
      </Button>
    </div>
  );
}
