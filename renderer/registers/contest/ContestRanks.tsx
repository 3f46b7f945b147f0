import {
  cheatWords,
  contestIn,
  contestWords,
  rowNames,
  SHOWN_ROWS,
} from '../../../shared/registers/contest/entries.ts';
import type { RowWords } from '../../../shared/registers/contest/rows.ts';
import { type Contest, CONTEST_WORDS } from '../../../shared/registers/contest/score.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { formatPoints } from '../../../shared/values/points.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PrintHead } from '../../ui/Printed.tsx';
import { usePaper } from '../../ui/printing.ts';
import './contest.css';

/** 名次: what each team has by the rows that are registered, or what keeps that from being said. */
export function ContestRanks({ onShowRow }: { readonly onShowRow: () => void }) {
  const { value } = useOpenYear();
  const contest = contestIn(value);
  const { teams, faults, remarks } = contest;
  const words = contestWords(value, contest);
  const cheat = cheatWords(value);
  usePaper(() => (
    <div className="ui-paper">
      <PrintHead />
      <p>
        {value.unit}　名次　共 {teams.length} 队
      </p>
      {faults.length > 0 && <p>{faultWords(contest)}</p>}
      {words.faults.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {teams.length > 0 && <Ranks contest={contest} />}
      {words.remarks.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{CONTEST_WORDS}</p>
    </div>
  ));
  if (teams.length === 0 && faults.length === 0)
    return (
      <EmptyState text="还没有成绩。请在“登记”里导入成绩表，或者新增：理论测试一人一行，模拟执法一队一行。" />
    );
  const show = (id: string): void => {
    useYear.getState().jumpTo('contest', id);
    onShowRow();
    // The button goes with its view: the keys go on in the list.
    requestAnimationFrame(() =>
      document.getElementById(`entry-${id}`)?.closest<HTMLElement>('[role="grid"]')?.focus(),
    );
  };
  return (
    <div>
      {faults.length > 0 && <p role="status">{faultWords(contest)}</p>}
      <Sayings label="要改的行" of={faults} year={value} show={show} />
      {teams.length > 0 && <Ranks contest={contest} />}
      <Sayings label="提醒事项" of={remarks} year={value} show={show} />
      {cheat !== '' && <p>{cheat}</p>}
      <p className="ui-muted">{CONTEST_WORDS}</p>
    </div>
  );
}

function faultWords({ faults }: Contest): string {
  return `有 ${faults.length} 处要改，改好才有名次：少算一行，平均分就不对。登记的成绩没有改动。`;
}

function Ranks({ contest: { teams } }: { readonly contest: Contest }) {
  return (
    <table className="registers-months contest-table" aria-label="名次">
      <thead>
        <tr>
          <th>名次</th>
          <th>队伍</th>
          <th>理论测试人数</th>
          <th>理论平均分</th>
          <th>模拟执法</th>
          <th>得分</th>
          <th>说明</th>
        </tr>
      </thead>
      <tbody>
        {teams.map(({ name, people, theory, simulation, score, rank, note }) => (
          <tr key={name}>
            <td className="contest-number">{rank}</td>
            <th scope="row">{name}</th>
            <td className="contest-number">{people}</td>
            <td className="contest-number">{formatPoints(theory)}</td>
            <td className="contest-number">{simulation === undefined ? '—' : formatPoints(simulation)}</td>
            <td className="contest-number">{formatPoints(score)}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sayings({
  label,
  of,
  year,
  show,
}: {
  readonly label: string;
  readonly of: readonly RowWords[];
  readonly year: Year;
  readonly show: (id: string) => void;
}) {
  if (of.length === 0) return null;
  return (
    <ul aria-label={label} className="contest-sayings">
      {of.map((words) => {
        const names = rowNames(year, words);
        return (
          <li key={words.at.join(' ')}>
            {names.slice(0, SHOWN_ROWS).map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className="contest-row"
                title="到这一行"
                onClick={() => show(id)}
              >
                {name}
              </button>
            ))}
            {names.length > SHOWN_ROWS && `等 ${names.length} 行`}
            <span>{words.message}</span>
          </li>
        );
      })}
    </ul>
  );
}
