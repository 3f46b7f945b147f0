import { useId } from 'react';
import { Input } from 'antd';
import { useTypedText } from '../../../ui/fields/typed-text.ts';
import { useReview } from '../../../state/review-store.ts';
import '../../../items/item.css';

interface Props {
  readonly code: string;
  readonly reason: string;
  /** The two scores are not the same: the reason is compulsory. */
  readonly differs: boolean;
  /** The editor of a veto asks for 情况说明 by this name. */
  readonly label: '核验意见' | '情况说明';
}

/** The evaluator's words on one entry. */
export function OpinionField({ code, reason, differs, label }: Props) {
  const id = useId();
  const field = useTypedText(reason, (text) =>
    useReview.getState().edit({ kind: 'setReason', code, reason: text }),
  );
  const missing = differs && field.value.trim() === '';
  return (
    <div className="item-reason">
      <label htmlFor={id}>{differs ? `${label}（与自评不同，必填）` : label}</label>
      <Input.TextArea
        id={id}
        {...field}
        maxLength={5000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        aria-describedby={`${id}-problem`}
        placeholder={differs ? '写明为什么与自评不同' : '可以不写'}
      />
      <div id={`${id}-problem`} className="field-problem">
        {missing && '核验结果与自评不同，请写明理由'}
      </div>
    </div>
  );
}
