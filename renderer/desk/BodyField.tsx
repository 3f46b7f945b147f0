import { AutoComplete } from 'antd';
import { useState } from 'react';
import { BODY_LENGTH } from '../../shared/review/schema.ts';
import { listedBodies, unlistedWords } from '../../shared/review/listed-bodies.ts';
import { bodyNames } from '../../shared/review/desk-row.ts';
import { TextInput } from '../ui/fields/TextInput.tsx';
import { FieldNote, overLength } from '../ui/fields/length.tsx';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';
import { useRows } from './use-ranked.ts';

/** 推荐单位 of the desk of one body: named once, here. */
export function BodyField() {
  const { desk } = useOpenDesk();
  const { edit } = useDesk.getState();
  return (
    <div>
      <label htmlFor="desk-body" className="ui-muted">
        {desk.campaign.quota ? '推荐单位（名额按它计算）' : '推荐单位（可以不填）'}
      </label>
      <TextInput
        id="desk-body"
        value={desk.body ?? ''}
        maxLength={BODY_LENGTH}
        placeholder="如：郑州市"
        suggestions={listedBodies(desk.campaign)}
        commit={(body) => edit({ kind: 'setBody', body: body.trim() })}
      />
      <UnlistedNote body={desk.body ?? ''} />
    </div>
  );
}

/** That a body gets the general number, because the notice does not list its name. */
export function UnlistedNote({ body }: { readonly body: string }) {
  const { desk } = useOpenDesk();
  const words = unlistedWords(desk.campaign, body);
  return words === '' ? null : <div className="desk-doubtful">{words}</div>;
}

interface PickProps {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly onChange: (body: string) => void;
  readonly width?: number | string;
  /** What else is wrong with it. */
  readonly problem?: string | undefined;
}

/** One of the bodies of a provincial desk, or another one by hand. */
export function BodyPick({ id, label, value, onChange, width = '100%', problem }: PickProps) {
  const { desk } = useOpenDesk();
  const rows = useRows();
  const [searched, setSearched] = useState('');
  const wanted = searched.trim();
  const names = bodyNames(desk, rows).filter((name) => wanted === '' || name.includes(wanted));
  return (
    <>
      <AutoComplete
        id={id}
        {...(label !== undefined && { 'aria-label': label })}
        style={{ width }}
        value={value}
        placeholder="选择，或直接填写"
        options={names.map((name) => ({ value: name }))}
        showSearch={{ onSearch: setSearched, filterOption: false }}
        onSelect={() => setSearched('')}
        onChange={(text: string) => onChange(text)}
      />
      <FieldNote problem={overLength(value.trim(), BODY_LENGTH) ?? problem} />
      <UnlistedNote body={value} />
    </>
  );
}
