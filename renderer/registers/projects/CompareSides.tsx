import { Form, Select } from 'antd';
import { archiveName, departures, revisionWords } from '../../../shared/assessment/archive-name.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { isSameName } from '../../../shared/values/bare-name.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { showable } from '../../../shared/values/text.ts';
import { showTime } from '../../ui/show.ts';

type Archive = CallOutput<'listAssessments'>['assessments'][number];

interface Props {
  readonly assessments: readonly Archive[];
  /** Of the year: its own archives come first on its side. */
  readonly unit: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly choose: (side: 'ours' | 'theirs') => (id: string) => void;
}

/** Whose two assessments are compared. */
export function CompareSides({ assessments, unit, ours, theirs, choose }: Props) {
  const isOwn = (of: Archive): boolean => isSameName(of.unit, unit);
  const own = [...assessments].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  return (
    <Form layout="vertical" className="projects-choices" component="div">
      <Form.Item label="本单位的自评" htmlFor="compare-ours">
        <Archives id="compare-ours" archives={own} value={ours} onChange={choose('ours')} />
      </Form.Item>
      <Form.Item label="对方的自评" htmlFor="compare-theirs">
        <Archives id="compare-theirs" archives={assessments} value={theirs} onChange={choose('theirs')} />
      </Form.Item>
    </Form>
  );
}

interface ArchivesProps {
  readonly id: string;
  readonly archives: readonly Archive[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

/** Each by what tells it from another of its unit; the chosen one whole, which the field cuts. */
function Archives({ id, archives, value, onChange }: ArchivesProps) {
  const chosen = archives.find((of) => of.id === value);
  return (
    <>
      <Select
        id={id}
        value={value}
        placeholder={archives.length === 0 ? '还没有自评，请先在首页新建' : '请选择'}
        options={archives.map((of) => ({ value: of.id, label: titleOf(of), about: aboutOf(of) }))}
        optionRender={({ label, data }) => (
          <>
            <div className="projects-archive">{label}</div>
            <div className="projects-archive ui-muted">{data.about}</div>
          </>
        )}
        onChange={onChange}
      />
      {chosen && (
        <div className="projects-archive ui-muted">
          {titleOf(chosen)}　{aboutOf(chosen)}
        </div>
      )}
    </>
  );
}

function titleOf(of: Archive): string {
  const { sample, total, latest, openedFrom, edited } = of;
  const isSuspect = (openedFrom?.doubts.length ?? 0) > 0;
  const name = archiveName(of);
  return [
    `${name}${sample && !name.includes('示例') ? '（示例）' : ''}`,
    ...(latest && !latest.changed ? [revisionWords(latest)] : []),
    ...departures({ latest, isSuspect, isEdited: edited }),
    `自评 ${showPoints(total)} 分`,
  ].join('　');
}

function aboutOf({ standardTitle, standardEdition, openedFrom, updatedAt }: Archive): string {
  return [
    `${standardTitle} ${standardEdition}`,
    ...(openedFrom ? [`打开自 ${showable(openedFrom.fileName, 60)}`] : []),
    `${showTime(updatedAt)} 修改`,
  ].join('　');
}
