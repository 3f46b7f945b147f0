import { Alert, Button, Checkbox, Tag } from 'antd';
import { NO_SCORING_REMEDY, noScoringWords } from '../../../shared/tables/import/no-scoring.ts';
import { TagsSelect } from '../../ui/fields/TagsSelect.tsx';
import { useImport } from '../../state/import-store.ts';
import { SameForm } from '../SameForm.tsx';
import { tableWindow } from '../table-window.ts';
import { proposalOf, useNotScoring } from '../use-reading.ts';
import { useWizard } from '../use-wizard.ts';
import '../reading.css';
import './source-table.css';

const SHOWN_ROWS = 4;

/** 选表: which tables of the file are the standard, and for which kind of unit each is. */
export function TablesStep() {
  const { tables, state } = useWizard();
  const { edit } = useImport.getState();
  const { chosen, appliesTo, unlike = [] } = state;
  const { chosen: proposed, warnings, leftOut } = proposalOf(tables);
  const notScoring = useNotScoring();
  // Of a table that was left out and is taken now, what is odd about that.
  const remarks = warnings.flatMap(({ code, table, message }) => {
    const out = leftOut.find((each) => code === 'tableLeftOut' && each.table === table);
    if (!out || !chosen.includes(table)) return [{ table, message }];
    const isPutRight = !out.isScoring && notScoring.every(({ id }) => id !== table);
    return isPutRight ? [] : [{ table, message: out.ifTaken }];
  });
  const categories = [...new Set(Object.values(appliesTo).flat())];
  return (
    <div className="standards-wizard-page ui-stack">
      <SameForm />
      <p className="ui-muted">{askedOf(tables.length, chosen.length > 0)}</p>
      {remarks.length > 0 && (
        <ul className="ui-notes standards-reading-warnings">
          {remarks.map(({ table, message }) => (
            <li key={table}>{message}</li>
          ))}
        </ul>
      )}
      {chosen.length === 0 && (
        <Alert
          type="warning"
          showIcon
          title="没有勾选任何表，还不能到下一步。文件里有评分表的，请勾选；没有的，请按左上角“标准库”另选文件，原文件没有改动。"
          description={
            proposed.length === 0 && `${noScoringWords(tables)}没有导入任何内容。${NO_SCORING_REMEDY}`
          }
        />
      )}
      {tables.map((table) => {
        const isChosen = chosen.includes(table.id);
        return (
          <section
            key={table.id}
            className={isChosen ? 'steps-table-choice steps-chosen' : 'steps-table-choice'}
          >
            <div className="steps-table-choice-head">
              <Checkbox
                checked={isChosen}
                onChange={({ target }) =>
                  void edit({ kind: 'takeTable', table: table.id, isTaken: target.checked })
                }
              >
                <strong>{table.name}</strong>
              </Checkbox>
              <span className="ui-muted ui-numbers">
                {table.rows} 行 × {table.columns} 列
              </span>
              {unlike.includes(table.id) && (
                <>
                  <Tag color="orange">沿用的标准里没有这张表，或者各列变了</Tag>
                  <Button
                    size="small"
                    aria-label={`${isChosen ? '看过，要导入' : '看过，不导入'}：${table.name}`}
                    onClick={() => void edit({ kind: 'lookAtTable', table: table.id })}
                  >
                    {isChosen ? '看过，要导入' : '看过，不导入'}
                  </Button>
                </>
              )}
              {isChosen && (
                <TagsSelect
                  className="steps-table-choice-units"
                  aria-label={`“${table.name}”的适用单位`}
                  placeholder="适用单位：全部"
                  value={appliesTo[table.id] ?? []}
                  options={categories.map((value) => ({ value, label: value }))}
                  onChange={(categories) => void edit({ kind: 'setUnits', table: table.id, categories })}
                />
              )}
            </div>
            <table className="steps-source-table" aria-label={`“${table.name}”的前几行`}>
              <tbody>
                {tableWindow(table, 0, SHOWN_ROWS).map(({ row, cells }) => (
                  <tr key={row}>
                    {cells.map(({ column, rowSpan, columnSpan, text }) => (
                      <td key={column} rowSpan={rowSpan} colSpan={columnSpan}>
                        <div className="steps-source-cell">{text}</div>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </div>
  );
}

/** What is asked of the user; 适用单位 stands at the tables that are taken. */
function askedOf(count: number, isTaken: boolean): string {
  const asked = [
    ...(count === 1 ? [] : [`共 ${count} 张表，勾选要导入的。几张表合成一份标准时都勾选`]),
    ...(isTaken ? [`${count === 1 ? '只用于某类单位的' : '每类单位一张表时'}，在“适用单位”里写明类别`] : []),
  ];
  return asked.length === 0 ? '' : `${asked.join('；')}。`;
}
