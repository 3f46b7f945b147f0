import { Alert, Button, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { CallOutput, DeskSummary } from '../../../shared/contract/contract.ts';
import { stepProblem } from '../../../shared/registers/sites/confirmed.ts';
import { resultOffers } from '../../../shared/registers/sites/results.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer, useCall } from '../../ui/call/use-call.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { DateInput } from '../../ui/fields/DateInput.tsx';
import { dateProblem } from '../../ui/fields/read-date.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { takeOffers } from './take-offers.ts';
import { isTicked, OfferTable, type Ticks } from './OfferTable.tsx';

type Result = CallOutput<'deskResult'>;

/** 从核验台取结果: whom a desk has chosen, with what they came to. */
export function TakeResults() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>从核验台取结果</Button>
      {isOpen && <ResultDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const listDesks = async () => (await call('listDesks', {})).desks.filter(({ problem }) => !problem);

function ResultDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const { value: desks, failure: unlisted } = useAnswer(listDesks);
  const [desk, setDesk] = useState<DeskSummary>();
  const [result, setResult] = useState<Result>();
  const [day, setDay] = useState('');
  const [ticks, setTicks] = useState<Ticks>({});
  const { busy, failure, run } = useCall();
  // What is no day is said, and goes nowhere.
  const isDay = dateProblem(day, '') === undefined;
  const { offers, left } = useMemo(
    () => (result ? resultOffers(value, result, { day: isDay ? day : '', today }) : { offers: [], left: [] }),
    [value, result, day, isDay, today],
  );
  const chosen = offers.filter((offer) => isTicked(offer, ticks));
  const look = async (next: DeskSummary) => {
    setDesk(next);
    setResult(undefined);
    setTicks({});
    setDay('');
    setResult(await run(() => call('deskResult', { deskId: next.id })));
  };
  const take = async () => {
    if (await takeOffers(chosen)) onClose();
  };
  return (
    <Modal
      open
      width={900}
      title="从核验台取结果"
      okText={`登记 ${chosen.length} 个`}
      okButtonProps={{ disabled: chosen.length === 0 || !isDay }}
      onOk={() => void take()}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      <FailureNotice failure={failure ?? unlisted} />
      <Select<string>
        aria-label="哪个核验台"
        className="sites-notice"
        loading={busy}
        placeholder={desks?.length === 0 ? '数据文件夹里没有核验台' : '选择核验台'}
        {...(desk && { value: desk.id })}
        options={(desks ?? []).map(({ id, title, campaign }) => ({
          value: id,
          label: `${title}（${campaign}）`,
        }))}
        onChange={(id) => {
          const next = desks?.find((each) => each.id === id);
          if (next) void look(next);
        }}
      />
      {result && <Found {...{ result, day, setDay }} />}
      {result && offers.length === 0 && (
        <EmptyState
          text={
            result.isOfficial
              ? `这个核验台还没有选${result.chosen}。请先在核验台里勾选。`
              : '这个核验台还没有核验完的单位。'
          }
        />
      )}
      {offers.length > 0 && <OfferTable {...{ offers, left, ticks, setTicks }} />}
    </Modal>
  );
}

/** What was found on the desk, what it is worth, and the day of the step. */
function Found({
  result,
  day,
  setDay,
}: {
  readonly result: Result;
  readonly day: string;
  readonly setDay: (day: string) => void;
}) {
  const { campaign, chosen, units, standard, isOfficial, kind, notes } = result;
  const step = kind === 'recommendation' ? '推荐' : '验收';
  const { year } = useOpenYear().value;
  const today = useYear((state) => state.today);
  const wrong = day === '' ? '' : (dateProblem(day, `${year}-12-01`) ?? stepProblem(day, { today, year }));
  const dayWords =
    day === '' ? `不填就不算${step}过，以后再填` : wrong === '' ? '可以改' : `${wrong}，不算${step}过`;
  return (
    <>
      <p>
        {campaign}：{isOfficial ? chosen : '核验完的单位'} {units.length} 个，按{standard}。
      </p>
      {notes.length > 0 && <Alert type="warning" showIcon title={`${notes.join('。')}。`} />}
      {isOfficial && (
        <DateInput
          id="sites-step-day"
          label={`${step}日期（${dayWords}）`}
          value={day}
          others={(text) => text.trim()}
          commit={(next) => {
            setDay(next);
            return Promise.resolve(true);
          }}
        />
      )}
      <p className="ui-muted">
        只填{isOfficial ? `${step}这一步` : '得分、标准'}
        和名录里空着的栏目。确认的文号和日期，印发后在“登记”里填。
      </p>
    </>
  );
}
