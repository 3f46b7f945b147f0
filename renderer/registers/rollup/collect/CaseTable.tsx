import { Checkbox, Tag } from 'antd';
import { useMemo } from 'react';
import { checkCase } from '../../../../shared/registers/cases/check.ts';
import { findingsWords } from '../../../../shared/registers/cases/finding.ts';
import { MOST } from '../../../../shared/registers/cases/checks/length.ts';
import { type RankedCase, rankWords } from '../../../../shared/registers/rollup/collect/ranking.ts';
import { hasAlike, isAfterDay } from '../../../../shared/registers/rollup/collect/standing.ts';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { FieldScope, useUnsentLines } from '../../../ui/fields/drafts.tsx';
import { PointsInput } from '../../../ui/fields/PointsInput.tsx';
import { useShownRows } from '../../../ui/list/use-shown-rows.tsx';
import { UnsentMark } from '../../UnsentMark.tsx';
import { rowKeys } from '../row-keys.ts';
import { MARK } from '../scopes.ts';
import { unitNames } from './unit-choices.ts';
import './collect.css';

const HEADS = [
  ...([
    ['单位', ''],
    ['标题', 'registers-long'],
    ['字数', 'collect-number'],
    ['检查', 'collect-found'],
  ] as const),
  ...([
    ['得分', 'collect-mark'],
    ['名次', 'collect-number'],
    ['入选', 'collect-pick'],
    ['附件', 'collect-number'],
  ] as const),
] as const;

/** The cases with their one mark each; marks and choices are made in the line, all else beside it. */
export function CaseTable({ lines }: { readonly lines: readonly RankedCase[] }) {
  const chosen = useRollup((state) => state.theCase);
  const { chooseCase } = useRollup.getState();
  const ids = lines.map((line) => line.case.id);
  const { rows, more } = useShownRows(lines, undefined, ids.indexOf(chosen ?? ''));
  const unsent = useUnsentLines();
  return (
    <div
      className="registers-table collect-table"
      role="grid"
      aria-label="典型案例"
      {...rowKeys(ids, chosen, chooseCase)}
    >
      <div role="row" className="registers-row registers-head">
        {HEADS.map(([title, width]) => (
          <span role="columnheader" key={title} className={width || undefined}>
            {title}
          </span>
        ))}
      </div>
      {rows.map((line) => (
        <CaseLine
          key={line.case.id}
          line={line}
          isChosen={line.case.id === chosen}
          isUnsent={unsent.includes(line.case.id)}
        />
      ))}
      {more}
    </div>
  );
}

interface LineProps {
  readonly line: RankedCase;
  readonly isChosen: boolean;
  readonly isUnsent: boolean;
}

function CaseLine({ line, isChosen, isUnsent }: LineProps) {
  const { value } = useOpenRollup();
  const { edit, chooseCase } = useRollup.getState();
  const { id, unit, title, text, mark, chosen } = line.case;
  const { caseTop, attachments } = value;
  const files = attachments.filter((each) => each.case === id).length;
  return (
    <div role="row" className="registers-row" aria-selected={isChosen} onClick={() => chooseCase(id)}>
      <span role="gridcell" className={unit === '' ? 'registers-late' : undefined}>
        {unitNames(value).get(unit)}
      </span>
      <span role="gridcell" className="registers-long">
        <UnsentMark isUnsent={isUnsent} />
        {title || '没有标题'}
        <div className="ui-muted">{line.case.file.fileName}</div>
        <Tags line={line} />
      </span>
      <Checked text={text} />
      <span role="gridcell" className="collect-mark">
        {caseTop === undefined ? (
          <span className="ui-muted">先填满分</span>
        ) : (
          <FieldScope name={MARK + id}>
            <PointsInput
              label={`${title}的得分`}
              mayBeEmpty
              most={caseTop}
              value={mark}
              placeholder="未评分"
              onChange={(next) => void edit({ kind: 'setCase', id, fields: { mark: next ?? null } })}
            />
          </FieldScope>
        )}
      </span>
      <span role="gridcell" className="collect-number">
        {line.rank === undefined ? '—' : rankWords(line)}
      </span>
      <span role="gridcell" className="collect-pick">
        <Checkbox
          aria-label={`${title}入选`}
          checked={chosen}
          onChange={({ target }) => void edit({ kind: 'setCase', id, fields: { chosen: target.checked } })}
        />
      </span>
      <span role="gridcell" className="collect-number">
        {files === 0 ? '' : `${files} 个`}
      </span>
    </div>
  );
}

/** What is to be looked at. */
function Tags({ line }: { readonly line: RankedCase }) {
  const { cases, caseDay } = useOpenRollup().value;
  const { day, chosen, mark, reason } = line.case;
  return (
    <span className="collect-tags">
      {hasAlike(cases, line.case) && <Tag>同名或同题</Tag>}
      {isAfterDay(line.case, caseDay) && <Tag>{day}收，晚于截止日</Tag>}
      {line.isPassedOver && reason === '' && <Tag color="orange">得分更高没有入选，请写理由</Tag>}
      {chosen && mark === undefined && <Tag color="orange">入选了还没有评分</Tag>}
    </span>
  );
}

/** How many 字, and what was found. */
function Checked({ text }: { readonly text: string | undefined }) {
  const checked = useMemo(() => (text === undefined ? undefined : checkCase(text)), [text]);
  if (!checked)
    return (
      <>
        <span role="gridcell" className="collect-number">
          —
        </span>
        <span role="gridcell" className="collect-found registers-soon">
          没有检查
        </span>
      </>
    );
  const hasErrors = checked.findings.some(({ severity }) => severity === 'error');
  const tone = hasErrors ? ' registers-late' : checked.findings.length > 0 ? ' registers-soon' : '';
  return (
    <>
      <span role="gridcell" className={`collect-number${checked.words > MOST ? ' registers-late' : ''}`}>
        {checked.words}
      </span>
      <span role="gridcell" className={`collect-found${tone}`}>
        {findingsWords(checked.findings)}
      </span>
    </>
  );
}
