import { NOT_BEGUN, siteTable, type SiteTable, STEP_NAMES } from '../../../shared/registers/sites/steps.ts';
import { shownName } from '../../../shared/registers/sites/units.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PrintHead } from '../../ui/Printed.tsx';
import { usePaper } from '../../ui/printing.ts';
import './sites.css';

const HOW = '按各步的日期计算：到了日期才算；确认要有日期和文号。验收、推荐不是确认。';

/** 各步进度: at which step of this year each unit stands, and how many have taken each. */
export function SiteSteps({ onShowRow }: { readonly onShowRow: () => void }) {
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const table = siteTable(value, today);
  usePaper(() => (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>
        {value.unit}　各步进度　共 {table.sites.length} 个
      </p>
      <Notes table={table} />
      <Levels table={table} />
      <Sites table={table} />
      <p>{HOW}</p>
    </div>
  ));
  if (table.sites.length === 0)
    return <EmptyState text="名录是空的。请在“登记”里新增、导入，或者从核验台、上一年带来。" />;
  const show = (id: string): void => {
    useYear.getState().jumpTo('sites', id);
    onShowRow();
  };
  return (
    <div className="sites-steps">
      <Notes table={table} />
      <Levels table={table} />
      <Sites table={table} show={show} />
      <p className="ui-muted">{HOW}</p>
    </div>
  );
}

function Notes({ table: { notes } }: { readonly table: SiteTable }) {
  return notes.map((note) => (
    <p key={note} className="registers-soon">
      {note}。
    </p>
  ));
}

function Levels({ table: { levels } }: { readonly table: SiteTable }) {
  return (
    <table className="registers-months sites-levels" aria-label="各级别走到各步的个数">
      <thead>
        <tr>
          <th>级别</th>
          <th>共有</th>
          {STEP_NAMES.map((step) => (
            <th key={step}>{step}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levels.map(({ level, all, steps }) => (
          <tr key={level}>
            <th scope="row">{level}</th>
            <td>{all}</td>
            {STEP_NAMES.map((step, at) => (
              <td key={step}>{steps[at]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sites({
  table: { sites },
  show,
}: {
  readonly table: SiteTable;
  readonly show?: (id: string) => void;
}) {
  return (
    <table className="registers-months sites-units" aria-label="各单位的各步">
      <thead>
        <tr>
          <th>单位名称</th>
          <th>级别</th>
          <th>走到</th>
          {STEP_NAMES.map((step) => (
            <th key={step}>{step}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sites.map(({ id, name, level, words, at }) => (
          <tr key={id}>
            <th scope="row">
              {show ? (
                <button type="button" className="sites-name" title="到这一行" onClick={() => show(id)}>
                  {shownName(name)}
                </button>
              ) : (
                shownName(name)
              )}
            </th>
            <td>{level}</td>
            <td className={at === NOT_BEGUN ? 'registers-calm' : undefined}>{at}</td>
            {STEP_NAMES.map((step, index) => (
              <td key={step}>{words[index] || '—'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
