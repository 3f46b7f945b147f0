import { Button } from 'antd';
import { useMemo } from 'react';
import { rollupWeek, type WeekLine } from '../../../shared/registers/rollup/week.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { usePaper } from '../../ui/printing.ts';
import { WeekPaper } from './papers.tsx';
import { RollupBar } from './RollupBar.tsx';
import './rollup.css';

/** 本周: what is late, due within a week or missing, unit by unit; each line leads to where it is seen. */
export function RollupWeek() {
  const { value } = useOpenRollup();
  const { today, plans } = useRollup();
  const { office, units } = useMemo(() => rollupWeek(value, today, plans), [value, today, plans]);
  const { rows, more } = useShownRows(units);
  usePaper(() => <WeekPaper office={value.office} week={{ office, units }} />);
  return (
    <section className="registers-screen" aria-label="本周">
      <RollupBar />
      {office.length > 0 && (
        <ul className="rollup-office-lines" aria-label="办公室要办的">
          {office.map((line) => (
            <li key={line.words}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
      {units.length === 0 ? (
        <EmptyState
          text={
            value.units.length === 0
              ? '还没有单位。请导入各单位报来的进度表，或者先按名单添加单位。'
              : '各单位没有过期、7天内到期或者缺材料的事项。'
          }
        />
      ) : (
        <table className="registers-months rollup-units" aria-label="各单位本周">
          <thead>
            <tr>
              <th>单位（{units.length} 个）</th>
              <th>过期、到期、缺什么</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, lines }) => (
              <tr key={unit.id}>
                <td className="rollup-unit-name">{unit.name}</td>
                <td>
                  <ul className="rollup-lines">
                    {lines.map((line) => (
                      <li key={line.words}>
                        <Line line={line} unit={unit} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more}
    </section>
  );
}

interface LineProps {
  readonly line: WeekLine;
  readonly unit?: { readonly id: string; readonly name: string };
}

function Line({ line, unit }: LineProps) {
  return (
    <Button
      type="link"
      size="small"
      className={`ui-link-left rollup-line registers-${line.tone}`}
      {...(unit && { 'aria-label': `${unit.name}：${line.words}` })}
      onClick={() => go(line, unit?.id)}
    >
      {line.words}
    </Button>
  );
}

function go({ place }: WeekLine, unit: string | undefined): void {
  const { goTo, chooseUnit, showCases } = useRollup.getState();
  switch (place) {
    case 'tasks':
      chooseUnit(unit);
      return goTo('grid');
    case 'units':
      return goTo('units');
    case 'caseUnits':
      showCases('units');
      return goTo('cases');
    case 'caseList':
      showCases('list', unit);
      return goTo('cases');
    case 'noUnit':
      showCases('list', '');
      return goTo('cases');
    case 'disc':
      showCases('disc');
      return goTo('cases');
  }
}
