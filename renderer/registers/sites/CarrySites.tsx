import { Button, Modal, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { carriedOffers } from '../../../shared/registers/sites/carry.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { takeOffers } from './take-offers.ts';
import { isTicked, OfferTable, type Ticks } from './OfferTable.tsx';

/** 从上一年带来: the list of another year of this data folder. */
export function CarrySites() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>从上一年带来</Button>
      {isOpen && <CarryDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function CarryDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { value } = useOpenYear();
  const { id } = value;
  const { value: found, failure, retry } = useAnswer(useCallback(() => call('otherSites', { id }), [id]));
  const [wanted, setWanted] = useState<string>();
  const [ticks, setTicks] = useState<Ticks>({});
  const years = found?.years ?? [];
  // Another unit's list is taken by choice alone.
  const from = years.find(({ id: each, isOwn }) => (wanted === undefined ? isOwn : each === wanted));
  const today = useYear((state) => state.today);
  const { offers, left } = useMemo(
    () => (from ? carriedOffers(value, from.sites, { today, year: from.year }) : { offers: [], left: [] }),
    [value, from, today],
  );
  const chosen = offers.filter((offer) => isTicked(offer, ticks));
  const take = async () => {
    if (await takeOffers(chosen)) onClose();
  };
  return (
    <Modal
      open
      width={860}
      title="从上一年带来示范点名录"
      okText={`带来 ${chosen.length} 个`}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => void take()}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      {found && years.length === 0 && <p>数据文件夹里没有以前年度的示范点名录。</p>}
      {years.length > 0 && (
        <Select
          aria-label="哪一年"
          className="sites-notice"
          placeholder="没有本单位以前年度的名录，可以选别的单位的"
          {...(from && { value: from.id })}
          options={years.map(({ id: value, title, isOwn, sites }) => ({
            value,
            label: `${title}（${sites.length} 行${isOwn ? '' : '，不是本单位的'}）`,
          }))}
          onChange={(next: string) => {
            setWanted(next);
            setTicks({});
          }}
        />
      )}
      {from && (
        <>
          <p className="ui-muted">
            带来单位、信用代码、地域、行业、级别和命名的文号、日期、活动（那一年确认了、比原来的命名新的，按确认的文号和日期）；各步的日期从头填，培育对象还是培育对象。那一年的名录不会改动。
          </p>
          <OfferTable {...{ offers, left, ticks, setTicks }} />
        </>
      )}
    </Modal>
  );
}
