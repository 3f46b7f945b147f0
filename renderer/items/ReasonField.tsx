import { useId } from 'react';
import { Input } from 'antd';
import type { Edit } from '../../shared/assessment/edits.ts';
import type { Entry } from '../../shared/assessment/schema.ts';
import { useTypedText } from '../ui/fields/typed-text.ts';
import type { Place } from '../../shared/standard/places.ts';
import './item.css';

interface Props {
  readonly place: Place;
  readonly entry: Entry;
  readonly edit: (edit: Edit) => Promise<boolean>;
}

/** 自评说明; for a veto 情况说明, for 不适用 its compulsory reason. */
export function ReasonField({ place, entry, edit }: Props) {
  const id = useId();
  const field = useTypedText(entry.reason, (reason) => edit({ kind: 'setReason', code: place.code, reason }));
  const notApplicable = entry.state === 'notApplicable';
  const label = notApplicable ? '不适用理由' : place.kind === 'veto' ? '情况说明' : '自评说明';
  const missing = notApplicable && field.value.trim() === '';
  return (
    <div className="item-reason">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        {...field}
        maxLength={5000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        aria-describedby={`${id}-problem`}
        placeholder={place.kind === 'item' ? '写明做了什么、数据和出处' : '写明情况'}
      />
      <div id={`${id}-problem`} className="field-problem">
        {missing && '标为不适用必须写明理由'}
      </div>
    </div>
  );
}
