import { useCall } from '../../ui/call/use-call.ts';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { DeskSummary, PackageRef } from '../../../shared/contract/contract.ts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { call } from '../../ui/call/client.ts';
import { openDocument } from '../../state/document/calls.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { nameOf } from '../table/candidate-words.ts';

/** A package of another desk: an earlier year. */
export interface OtherPackage {
  readonly ref: PackageRef;
  readonly deskTitle: string;
  readonly candidate: Candidate;
}

interface Props {
  readonly deskId: string;
  readonly disabled: boolean;
  /** The host compares what is open: whoever asked closes the desk again. */
  readonly onOpened: (deskId: string) => void;
  readonly onAdd: (other: OtherPackage) => void;
}

/** Adds a package of another desk to the comparison. */
export function OtherDesk({ deskId, disabled, onOpened, onAdd }: Props) {
  const [desks, setDesks] = useState<DeskSummary[]>();
  const [chosen, setChosen] = useState<{ desk: DeskSummary; candidates?: readonly Candidate[] }>();
  const { failure, run: attempt } = useCall();
  const list = () =>
    attempt(async () => {
      setChosen(undefined);
      setDesks([]);
      setDesks((await call('listDesks', {})).desks.filter(({ id, problem }) => id !== deskId && !problem));
    });
  const look = (desk: DeskSummary) =>
    attempt(async () => {
      setChosen({ desk });
      const { candidates } = await openDocument({ document: 'desk', id: desk.id });
      onOpened(desk.id);
      setChosen({ desk, candidates });
    });
  const add = (candidate: Candidate) => {
    if (!chosen) return;
    const { desk } = chosen;
    onAdd({ ref: { deskId: desk.id, key: candidate.key }, deskTitle: desk.title, candidate });
    setDesks(undefined);
  };
  return (
    <>
      <Button disabled={disabled} onClick={() => void list()}>
        从别的核验台添加
      </Button>
      {desks && (
        <Modal
          open
          title="从别的核验台添加"
          footer={<Button onClick={() => setDesks(undefined)}>取消</Button>}
          onCancel={() => setDesks(undefined)}
        >
          <FailureNotice failure={failure} />
          <p>可以和往年的同一单位比较。</p>
          <Select<string>
            aria-label="核验台"
            placeholder={desks.length === 0 ? '没有别的核验台' : '选择核验台'}
            style={{ width: '100%', marginBottom: 8 }}
            value={chosen?.desk.id}
            onChange={(id) => {
              const desk = desks.find((each) => each.id === id);
              if (desk) void look(desk);
            }}
            options={desks.map(({ id, title, packages }) => ({
              value: id,
              label: `${title}（${packages} 份）`,
            }))}
          />
          <Select<string>
            showSearch
            aria-label="推荐包"
            placeholder="选择推荐包"
            style={{ width: '100%' }}
            disabled={!chosen?.candidates}
            optionFilterProp="label"
            value={null}
            onChange={(key) => {
              const candidate = chosen?.candidates?.find((each) => each.key === key);
              if (candidate) add(candidate);
            }}
            options={chosen?.candidates?.map((each) => ({
              value: each.key,
              label: `${nameOf(each)}（第 ${each.revision} 版）`,
            }))}
          />
        </Modal>
      )}
    </>
  );
}
