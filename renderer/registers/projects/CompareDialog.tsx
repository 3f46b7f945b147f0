import { Alert, Checkbox, Form, Modal, Segmented, Select } from 'antd';
import { useCallback, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import {
  differenceFields,
  differencesOf,
  type ItemDifference,
  itemName,
} from '../../../shared/registers/projects/compare.ts';
import { OWNER, projectName } from '../../../shared/registers/projects/owner.ts';
import { rowsOfProject } from '../../../shared/registers/projects/rows.ts';
import { columnsIn, firstFields } from '../../../shared/registers/year/columns.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import './projects.css';

type Compared = CallOutput<'compareAssessments'>;

const listAssessments = async () =>
  (await call('listAssessments', {})).assessments.filter(({ problem }) => !problem);

interface Props {
  readonly project: Entry;
  readonly onClose: () => void;
}

/** Two assessments of the data folder item by item; what the user ticks becomes differences of the project. */
export function CompareDialog({ project, onClose }: Props) {
  useReturnFocus();
  const { value } = useOpenYear();
  const { value: assessments = [], failure: unlisted } = useAnswer(listAssessments);
  const [said, setSaid] = useState<{ ours?: string; theirs?: string }>({});
  const ours = said.ours ?? assessments.find(({ id }) => id === value.assessment?.id)?.id;
  const { theirs } = said;
  const ask = useCallback(
    () =>
      ours === undefined || theirs === undefined || ours === theirs
        ? Promise.resolve(undefined)
        : call('compareAssessments', { ours, theirs }),
    [ours, theirs],
  );
  const { value: found, failure } = useAnswer(ask);
  // Who helps looks for what the other one has still to reach.
  const [higher, setHigher] = useState<'theirs' | 'ours'>(
    fieldOf(project, 'role') === '标兵' ? 'ours' : 'theirs',
  );
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const rows = found ? differencesOf(found.items, higher) : [];
  const wanted = rows.filter(({ code }) => ticked.has(code));
  const register = async () => {
    const first = firstFields(columnsIn(value, 'differences'));
    const entries = wanted.map((item) => ({
      id: crypto.randomUUID(),
      fields: { ...first, ...differenceFields(item), [OWNER.code]: project.id },
      files: [],
    }));
    if (await useYear.getState().edit({ kind: 'addEntries', register: 'differences', entries })) onClose();
  };
  const choose = (side: 'ours' | 'theirs') => (id: string) => {
    setSaid({ ...said, [side]: id });
    tick(new Set());
  };
  return (
    <Modal
      open
      width={980}
      title={`从自评档案比较：${projectName(project)}`}
      okText={`登记 ${wanted.length} 项`}
      okButtonProps={{ disabled: wanted.length === 0 }}
      cancelText="取消"
      onOk={() => void register()}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      <p className="ui-muted">
        对方的推荐包，先在首页“打开推荐包”，打开后就列在这里。比较只读两份自评，都不改动。
      </p>
      <FailureNotice failure={failure ?? unlisted} />
      <Sides {...{ assessments, ours, theirs, choose }} />
      {found && <Standing found={found} />}
      {found?.isSameStandard && (
        <>
          <Segmented<'theirs' | 'ours'>
            value={higher}
            onChange={(next) => {
              setHigher(next);
              tick(new Set());
            }}
            options={(['theirs', 'ours'] as const).map((side) => ({
              value: side,
              label: `${side === 'theirs' ? '对方' : '本单位'}得分高的 ${differencesOf(found.items, side).length} 项`,
            }))}
          />
          <Rows
            rows={rows}
            ticked={ticked}
            known={rowsOfProject(value, 'differences', project.id).map((entry) => fieldOf(entry, 'item'))}
            tick={tick}
          />
          <p className="ui-muted">
            {`得分相同的 ${found.alike} 项没有列出；对方还没有评的 ${found.unscored} 项、有一方不适用的 ${found.notApplicable} 项没有比。`}
            做法取自自评说明，登记后可以改。
          </p>
        </>
      )}
    </Modal>
  );
}

interface SidesProps {
  readonly assessments: CallOutput<'listAssessments'>['assessments'];
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly choose: (side: 'ours' | 'theirs') => (id: string) => void;
}

/** Whose two assessments are compared. */
function Sides({ assessments, ours, theirs, choose }: SidesProps) {
  const options = assessments.map(({ id, unit, standardTitle, standardEdition, sample }) => ({
    value: id,
    label: `${unit || '未录入单位名称'}${sample && !unit.includes('示例') ? '（示例）' : ''}　${standardTitle} ${standardEdition}`,
  }));
  return (
    <Form layout="vertical" className="projects-choices" component="div">
      <Form.Item label="本单位的自评" htmlFor="compare-ours">
        <Select
          id="compare-ours"
          value={ours}
          placeholder={assessments.length === 0 ? '还没有自评，请先在首页新建' : '请选择'}
          options={options}
          onChange={choose('ours')}
        />
      </Form.Item>
      <Form.Item label="对方的自评" htmlFor="compare-theirs">
        <Select
          id="compare-theirs"
          value={theirs}
          placeholder="请选择"
          options={options.filter((each) => each.value !== ours)}
          onChange={choose('theirs')}
        />
      </Form.Item>
    </Form>
  );
}

/** By what the two are compared, and what that is worth. */
function Standing({ found: { ours, theirs, isSameStandard } }: { readonly found: Compared }) {
  if (!isSameStandard)
    return (
      <Alert
        type="warning"
        showIcon
        title="两份自评的评分标准内容不同，不能逐项比较。"
        description={`本单位：${ours.standard}；对方：${theirs.standard}。没有登记任何差距。请用同一份标准的自评比较，或者在“对标差距”里手工登记。`}
      />
    );
  const samples = [ours, theirs].filter(({ isSample }) => isSample).map(({ unit }) => `“${unit}”`);
  const words = [
    ...(samples.length > 0 ? [`${samples.join('、')}是示例，不是真实单位的自评`] : []),
    ...(ours.by === '' && theirs.by === '' ? [] : [`${ours.by || theirs.by}自评，得分只供自查`]),
  ];
  if (words.length === 0) return null;
  return <Alert type="info" showIcon title={`${words.join('；')}。`} />;
}

interface RowsProps {
  readonly rows: readonly ItemDifference[];
  readonly ticked: ReadonlySet<string>;
  /** Items that the project has already. */
  readonly known: readonly string[];
  readonly tick: (ticked: ReadonlySet<string>) => void;
}

function Rows({ rows, ticked, known, tick }: RowsProps) {
  if (rows.length === 0) return <p>没有这样的评分项。</p>;
  const say = (code: string, isTicked: boolean) => {
    const others = [...ticked].filter((each) => each !== code);
    tick(new Set(isTicked ? [...others, code] : others));
  };
  return (
    <table className="registers-months projects-items" aria-label="得分不同的评分项">
      <thead>
        <tr>
          <th>评分项</th>
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
                满分 {showPoints(item.fullScore)} 分{known.includes(itemName(item)) && '，已经登记过'}
              </div>
            </td>
            {(['theirs', 'ours'] as const).map((side) => (
              <td key={side} className="projects-reason">
                <strong>
                  {item[side].state === 'unscored' ? '还没有评' : `${showPoints(item[side].score)} 分`}
                </strong>
                <div>{item[side].reason || <span className="ui-muted">没有写自评说明</span>}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
