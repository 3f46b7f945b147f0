import { Button, Select } from 'antd';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { nameOf, titleOf } from '../table/candidate-words.ts';
import { OtherDesk, type OtherPackage } from './OtherDesk.tsx';
import { useLentDesks } from './use-lent-desks.ts';

/** What one call compares. */
const MOST = 10;

interface Props {
  /** Packages of this desk. */
  readonly chosen: readonly Candidate[];
  /** Packages of other desks. */
  readonly others: readonly OtherPackage[];
  readonly onOthers: (others: readonly OtherPackage[]) => void;
}

/** Which packages are compared: of this desk, other revisions of their units, of other desks. */
export function ComparePicks({ chosen, others, onOthers }: Props) {
  const { desk, candidates } = useOpenDesk();
  const { select } = useDesk.getState();
  const lend = useLentDesks();
  const keys = chosen.map(({ key }) => key);
  return (
    <div className="desk-tools">
      <Select<string[]>
        mode="multiple"
        aria-label="要比较的推荐包"
        placeholder="选择两份或更多推荐包"
        style={{ flex: '1 1 320px' }}
        value={keys}
        maxCount={MOST - others.length}
        optionFilterProp="label"
        onChange={select}
        options={candidates.map((each) => ({ value: each.key, label: titleOf(each) }))}
      />
      <OtherRevisions chosen={chosen} />
      <OtherDesk
        deskId={desk.id}
        disabled={chosen.length + others.length >= MOST}
        onOpened={lend}
        onAdd={(other) => onOthers([...others.filter(({ ref }) => ref.key !== other.ref.key), other])}
      />
      {others.map((other) => (
        <Button
          key={other.ref.key}
          size="small"
          onClick={() => onOthers(others.filter((each) => each !== other))}
        >
          移出 {nameOf(other.candidate)}（{other.deskTitle}）
        </Button>
      ))}
    </div>
  );
}

/** Adds what else the chosen units handed in. */
function OtherRevisions({ chosen }: Pick<Props, 'chosen'>) {
  const { candidates } = useOpenDesk();
  const selected = useDesk((state) => state.selected);
  const { select } = useDesk.getState();
  const revisions = chosen.flatMap((each) =>
    candidates.filter(
      ({ assessmentId, key }) => assessmentId === each.assessmentId && !selected.includes(key),
    ),
  );
  if (revisions.length === 0) return null;
  return (
    <Button onClick={() => select([...selected, ...revisions.map(({ key }) => key)].slice(0, MOST))}>
      加上同一单位的其他版次（{revisions.length}）
    </Button>
  );
}
