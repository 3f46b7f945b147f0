import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { acceptanceFor, canRun, type Pick } from '../../../shared/review/decide.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { LONG_TEXT } from '../../../shared/values/long-text.ts';
import { overLength } from '../../ui/fields/length.tsx';
import { ReasonItem, useReason } from '../../ui/fields/ReasonItem.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { nameOf } from '../table/candidate-words.ts';
import { useStandings } from '../use-ranked.ts';
import { Colliding } from './Colliding.tsx';
import './accept.css';

interface Props {
  readonly ranked: Ranked;
  readonly onClose: () => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly pick: Pick;
}

/** 采用: a person lets a package in doubt count, or picks one of those that cannot all be what they say. */
export function AcceptDialog({ ranked, onClose }: Props) {
  useReturnFocus();
  const { desk } = useOpenDesk();
  const standings = useStandings();
  const { edit } = useDesk.getState();
  const [value, setValue] = useState<string>();
  const { reason, asked, ask, field } = useReason('', '请写明理由，如怎样核实的');
  const others = ranked.collides.flatMap((key) => standings.get(key) ?? []);
  const options = optionsOf(ranked, others.filter(canRun));
  const chosen = options.length === 0 ? 'mine' : options.find((each) => each.value === value)?.pick;
  const unpicked = asked && chosen === undefined;
  const { acceptances } = desk;
  const acceptance = chosen && acceptanceFor({ mine: ranked, others, pick: chosen, reason, acceptances });
  const tooLong = acceptance && overLength(acceptance.reason, LONG_TEXT);
  const problem = field.problem ?? (tooLong && `连同以前的理由，${tooLong}`);
  const decide = () => {
    if (!ask() || !acceptance || tooLong !== undefined) return;
    void edit({ kind: 'acceptPackage', acceptance });
    onClose();
  };
  return (
    <Modal
      open
      style={{ top: 16 }}
      width={others.length > 0 ? 760 : 560}
      title={`采用存疑的推荐包：${nameOf(ranked.candidate)}`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" onClick={decide}>
            确定
          </Button>
        </>
      }
    >
      <ul className="accept-doubts accept-doubts-low" aria-label="存疑之处">
        {ranked.doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      {others.length > 0 && <Colliding rows={[ranked, ...others]} />}
      <Form layout="vertical" onFinish={decide}>
        {options.length > 0 && (
          <Form.Item
            label="参加排名的"
            validateStatus={unpicked ? 'error' : undefined}
            help={unpicked ? '请选择采用哪一份' : undefined}
          >
            <Radio.Group
              className="accept-options"
              aria-label="参加排名的"
              value={value}
              onChange={({ target }) => setValue(String(target.value))}
              options={options.map((each) => ({ value: each.value, label: each.label }))}
            />
          </Form.Item>
        )}
        <ReasonItem
          {...field}
          problem={problem}
          id="accept-reason"
          extra="和这一步一起记入汇总表和操作记录；可以撤销。"
        />
      </Form>
    </Modal>
  );
}

/** Empty where there is nothing to pick from: then the question is whether this one counts. */
function optionsOf(mine: Ranked, others: readonly Ranked[]): Option[] {
  const [only] = others;
  if (!only) return [];
  const single = others.length === 1;
  const picks = others.map(({ candidate }): Option => {
    const before = candidate.receivedAt < mine.candidate.receivedAt;
    const which = before ? '保留先收到的' : '采用后收到的';
    return {
      value: candidate.key,
      label: `${which}${single ? '' : ` ${candidate.fileName}`}，这一份不参加排名`,
      pick: { other: candidate.key },
    };
  });
  return [
    {
      value: 'mine',
      label: single ? '采用这一份，另一份不参加排名' : `采用这一份，另外 ${others.length} 份不参加排名`,
      pick: 'mine',
    },
    ...picks,
    {
      value: 'all',
      label: single ? '两份都参加排名（确是两个单位）' : '都参加排名（确是不同的单位）',
      pick: 'all',
    },
  ];
}
