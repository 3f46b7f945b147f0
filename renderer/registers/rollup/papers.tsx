import { dayOfTask } from '../../../shared/registers/rollup/standing.ts';
import {
  DOUBT_MARK,
  type Grid,
  type LateTask,
  markedWords,
  MARKS_LEGEND,
  othersWords,
} from '../../../shared/registers/rollup/grid.ts';
import type { PointEntry, Rollup } from '../../../shared/registers/rollup/schema.ts';
import { countedWords } from '../../../shared/registers/rollup/uncounted.ts';
import type { Week } from '../../../shared/registers/rollup/week.ts';
import { lateWords } from '../../../shared/registers/rollup/words.ts';
import { PrintHead } from '../../ui/Printed.tsx';
import { doubtWords, type useDoubtfulUnits } from './Doubts.tsx';
import { pointWords } from './point-words.ts';

interface LateProps {
  readonly rollup: Rollup;
  readonly late: readonly LateTask[];
  readonly doubtful: ReturnType<typeof useDoubtfulUnits>;
}

/** Who is late with what, on paper. */
export function LatePaper({ rollup, late, doubtful }: LateProps) {
  return (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>
        {rollup.office}　{new Set(late.map(({ unit }) => unit.id)).size} 个单位，共 {late.length} 项
      </p>
      <table className="ui-paper">
        <thead>
          <tr>
            {['序号', '单位', '事项', '材料', '按此日计', '过期', '进度'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {late.map((line, index) => (
            <tr key={`${line.unit.id}${line.task.id}`}>
              <td>{index + 1}</td>
              <td>{line.unit.name}</td>
              <td>{line.task.matter}</td>
              <td>{line.task.material}</td>
              <td className="ui-paper-short">{dayOfTask(line.task)}</td>
              <td className="ui-paper-short">{-(line.at.days ?? 0)}天</td>
              <td>{lateWords(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {doubtful.length > 0 && (
        <ul className="ui-paper-notes" aria-label="待核实的单位">
          {doubtful.map(({ unit, lines }) => (
            <li key={unit.id}>{doubtWords(unit, lines)}</li>
          ))}
        </ul>
      )}
      <p>{countedWords(rollup)}。</p>
    </div>
  );
}

interface GridProps {
  readonly rollup: Rollup;
  readonly category: string;
  readonly grid: Grid;
}

/** The table of one category on paper, as it is shown. */
export function GridPaper({ rollup, category, grid: { columns, rows } }: GridProps) {
  const hasOthers = rows.some(({ others }) => others.length > 0);
  return (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>
        {rollup.office}　{category}
      </p>
      <table className="ui-paper ui-paper-grid">
        <thead>
          <tr>
            <th>单位</th>
            <th>完成</th>
            {columns.map(({ key, matter, material, counts }) => (
              <th key={key}>
                {matter.length > 16 ? `${matter.slice(0, 15)}…` : matter}：
                {material.length > 16 ? `${material.slice(0, 15)}…` : material}
                <Parts words={`（${countWords(counts)}）`} />
              </th>
            ))}
            {hasOthers && <th>其他任务</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, cells, counts, others, missing }) => (
            <tr key={unit.id}>
              <td>
                {unit.name}
                {!unit.received && '（未报送）'}
                {missing.length > 0 && `（少报 ${missing.length} 项${DOUBT_MARK}）`}
              </td>
              <td>
                <Parts words={countWords(counts)} />
              </td>
              {cells.map((cell, index) => (
                <td key={index}>
                  <Parts words={cell ? markedWords(cell, cell.at.short) : '—'} />
                </td>
              ))}
              {hasOthers && (
                <td>
                  <Parts words={othersWords(others)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {MARKS_LEGEND}；{countedWords(rollup)}；“无PDF”是已完成、还没有PDF格式的正式文件。
      </p>
    </div>
  );
}

const countWords = ({ done, all, late }: Grid['rows'][number]['counts']): string =>
  `${done}/${all}${late > 0 ? `，过期${late}` : ''}`;

/** In a narrow cell: 晚5天，无PDF is broken behind its commas alone. */
function Parts({ words }: { readonly words: string }) {
  return words.split(/(?<=，)/u).map((part, index) => (
    <span key={index} className="ui-paper-short">
      {part}
    </span>
  ));
}

interface PointsProps {
  readonly office: string;
  readonly points: readonly PointEntry[];
}

/** 督查、通报、加扣分 on paper. */
export function PointsPaper({ office, points }: PointsProps) {
  return (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>
        {office}　共 {points.length} 条
      </p>
      <table className="ui-paper">
        <thead>
          <tr>
            {['序号', '日期', '单位', '类型', '分值', '依据', '事由', '备注'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((entry, index) => (
            <tr key={entry.id}>
              <td>{index + 1}</td>
              <td className="ui-paper-short">{entry.day}</td>
              <td>{entry.unit}</td>
              <td className="ui-paper-short">{entry.kind}</td>
              <td>{pointWords(entry)}</td>
              <td>{entry.basis}</td>
              <td>{entry.reason}</td>
              <td>{entry.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WeekProps {
  readonly office: string;
  readonly week: Week;
}

/** What is to be done this week, on paper. */
export function WeekPaper({ office, week }: WeekProps) {
  return (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>{office}</p>
      {week.office.length > 0 && <p>办公室：{week.office.map(({ words }) => words).join('；')}</p>}
      <table className="ui-paper">
        <thead>
          <tr>
            {['序号', '单位', '过期、到期、缺什么'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.units.map(({ unit, lines }, index) => (
            <tr key={unit.id}>
              <td>{index + 1}</td>
              <td>{unit.name}</td>
              <td>{lines.map(({ words }) => words).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
