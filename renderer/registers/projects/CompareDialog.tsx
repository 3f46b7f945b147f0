import { Alert, Modal, Segmented } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { departures } from '../../../shared/assessment/archive-name.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { differencesOf } from '../../../shared/registers/projects/compare.ts';
import {
  basisText,
  differenceFields,
  notComparedWords,
} from '../../../shared/registers/projects/difference-words.ts';
import { OWNER, projectName } from '../../../shared/registers/projects/owner.ts';
import { rowsOfProject } from '../../../shared/registers/projects/rows.ts';
import { columnsIn, firstFields } from '../../../shared/registers/year/columns.ts';
import { isSameName } from '../../../shared/values/bare-name.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { quoted } from '../../../shared/values/text.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer, useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { CompareRows } from './CompareRows.tsx';
import { CompareSides } from './CompareSides.tsx';
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
  const { value: found, failure, retry } = useAnswer(ask);
  const { busy, failure: unasked, run } = useCall();
  // How often what was shown had changed when it was to be registered.
  const [changed, setChanged] = useState(0);
  // Who helps looks for what the other one has still to reach.
  const [higher, setHigher] = useState<'theirs' | 'ours'>(
    fieldOf(project, 'role') === '标兵' ? 'ours' : 'theirs',
  );
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  // Ticked in whichever of the two lists.
  const wanted = found?.items.filter(({ code }) => ticked.has(code)) ?? [];
  const register = async () => {
    // Both may have been changed meanwhile, in another window say: only what was looked at is registered.
    const isStill = await run(async () => {
      const now = await ask();
      if (sortedJson(now) === sortedJson(found)) return true;
      await retry();
      // What the user ticked is what the user saw.
      const seen = new Set(found?.items.map((item) => sortedJson(item)));
      tick(new Set(wanted.filter(({ code }) => isSeen(now, code, seen)).map(({ code }) => code)));
      setChanged((times) => times + 1);
      return false;
    });
    if (!found || isStill !== true) return;
    const first = firstFields(columnsIn(value, 'differences'));
    const entries = wanted.map((item) => ({
      id: crypto.randomUUID(),
      fields: { ...first, ...differenceFields(item, found), [OWNER.code]: project.id },
      files: [],
    }));
    if (await useYear.getState().edit({ kind: 'addEntries', register: 'differences', entries })) onClose();
  };
  const choose = (side: 'ours' | 'theirs') => (id: string) => {
    setSaid({ ...said, [side]: id });
    tick(new Set());
    setChanged(0);
  };
  return (
    <Modal
      open
      width={980}
      title={`从自评档案比较：${projectName(project)}`}
      okText={`登记 ${wanted.length} 项`}
      okButtonProps={{ disabled: wanted.length === 0, loading: busy }}
      onOk={() => void register()}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      <p className="ui-muted">
        对方的推荐包或自查包，先在首页“打开推荐包”，选“以此为蓝本新建”，打开后不要改动，就以“……为蓝本”列在这里。比较只读两份自评，都不改动。
      </p>
      <FailureNotice failure={failure ?? unasked ?? unlisted} />
      <CompareSides {...{ assessments, unit: value.unit, ours, theirs, choose }} />
      {ours !== undefined && ours === theirs && (
        <Alert type="warning" showIcon title="两边选的是同一份自评，没有比较。请在一边另选一份。" />
      )}
      {changed > 0 && <Changed key={changed} />}
      {found && <Standing found={found} unit={value.unit} />}
      {found?.isSameStandard && (
        <>
          <Segmented<'theirs' | 'ours'>
            className="projects-lists"
            value={higher}
            onChange={setHigher}
            options={(['theirs', 'ours'] as const).map((side) => ({
              value: side,
              label: `${side === 'theirs' ? '对方' : '本单位'}得分高的 ${differencesOf(found.items, side).length} 项`,
            }))}
          />
          <CompareRows
            rows={differencesOf(found.items, higher)}
            ticked={ticked}
            known={rowsOfProject(value, 'differences', project.id).map((entry) => fieldOf(entry, 'item'))}
            tick={tick}
          />
          <p className="ui-muted">{notComparedWords(found)}。做法取自自评说明，和比较依据一样都可以改。</p>
        </>
      )}
    </Modal>
  );
}

/** Where the user is, however far down the list. */
function Changed() {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div ref={told} tabIndex={-1}>
      <Alert
        type="warning"
        showIcon
        title="打开比较以后，自评改过或者换了日期，还没有登记。下面已是现在的比较，内容变了的项已取消勾选，请核对后再点“登记”。"
      />
    </div>
  );
}

/** Whether an item is as the user saw it. */
function isSeen(now: Compared | undefined, code: string, seen: ReadonlySet<string>): boolean {
  const item = now?.items.find((each) => each.code === code);
  return item !== undefined && seen.has(sortedJson(item));
}

interface StandingProps {
  readonly found: Compared;
  /** Of the year. */
  readonly unit: string;
}

/** Whether the unit's side is the unit's, and what is registered of whose, by what and with what reserve they are compared. */
function Standing({ found, unit }: StandingProps) {
  const { ours, theirs, isSameStandard } = found;
  const isAnother = !isSameName(ours.unit, unit);
  const isOther = [ours, theirs].some((of) => departures(of).length > 0);
  return (
    <>
      {isAnother && (
        <Alert
          type="warning"
          showIcon
          title={`本单位一边选的${ours.name}不是这份年度工作的单位${quoted(unit)}，请核对。`}
        />
      )}
      {isSameStandard ? (
        <Alert
          className="projects-basis"
          type={isOther ? 'warning' : 'info'}
          showIcon
          title={`比较依据（随差距登记）：${basisText(found)}`}
        />
      ) : (
        <Alert
          type="warning"
          showIcon
          title="两份自评的评分标准内容不同，不能逐项比较。"
          description={`本单位：${ours.standard}；对方：${theirs.standard}。没有登记任何差距。请用同一份标准的自评比较，或者在“对标差距”里手工登记。`}
        />
      )}
    </>
  );
}
