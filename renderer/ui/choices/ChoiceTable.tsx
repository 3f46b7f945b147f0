import { Button, Radio, Space } from 'antd';
import { type ChoiceRow, isOpenChoice, type Picks, pickAll } from './choices.ts';
import './choices.css';

interface Props {
  readonly rows: readonly ChoiceRow[];
  readonly picks: Picks;
  readonly onPicks: (picks: Picks) => void;
  /** What the two sides are called: 我的 and 同事的, 现在的 and 表格里的. */
  readonly ours: string;
  readonly theirs: string;
}

/** Both sides beside each other with a pick for each conflict; what only one side has is kept. */
export function ChoiceTable({ rows, picks, onPicks, ours, theirs }: Props) {
  const open = rows.filter(isOpenChoice);
  const left = open.filter(({ path }) => picks[path] === undefined).length;
  return (
    <>
      {open.length > 0 && (
        <Space wrap>
          <span role="status">
            {open.length} 处两边不同，{left > 0 ? `还有 ${left} 处没有选` : '都已选定'}
          </span>
          <Button size="small" onClick={() => onPicks(pickAll(rows, 'ours'))}>
            都用{ours}
          </Button>
          <Button size="small" onClick={() => onPicks(pickAll(rows, 'theirs'))}>
            都用{theirs}
          </Button>
        </Space>
      )}
      <table className="ui-terms choices-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">{ours}</th>
            <th scope="col">{theirs}</th>
          </tr>
        </thead>
        <tbody>
          {[...open, ...rows.filter((row) => !isOpenChoice(row))].map((row) => (
            <tr key={row.path}>
              <th scope="row">{row.title}</th>
              {isOpenChoice(row) ? (
                (['ours', 'theirs'] as const).map((side) => (
                  <td key={side}>
                    <Radio
                      name={row.path}
                      aria-label={`${row.title}：用${side === 'ours' ? ours : theirs}`}
                      checked={picks[row.path] === side}
                      onChange={() => onPicks({ ...picks, [row.path]: side })}
                    >
                      {row[side] || <span className="ui-muted">（没有）</span>}
                    </Radio>
                  </td>
                ))
              ) : (
                <>
                  <td>{row.ours || <span className="ui-muted">没有，采用{theirs}</span>}</td>
                  <td>{row.theirs || <span className="ui-muted">没有，保留{ours}</span>}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
