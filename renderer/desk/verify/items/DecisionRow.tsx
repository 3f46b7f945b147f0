import { Input, Radio } from 'antd';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import type { EvidenceDecision } from '../../../../shared/review/schema.ts';
import { showBytes } from '../../../ui/show.ts';
import { useTypedText } from '../../../ui/fields/typed-text.ts';
import { kindWords } from '../../../items/evidence/file-kind.ts';

export type Decision = EvidenceDecision['decision'] | 'undecided';

interface Props {
  readonly evidence: Evidence;
  readonly decision: EvidenceDecision | undefined;
  /** Other entries that use the same file. */
  readonly otherUses: readonly string[];
  /** Previewed below. */
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly onDecide: (decision: Decision, reason: string) => Promise<boolean>;
}

const OPTIONS: readonly { value: Decision; label: string }[] = [
  { value: 'undecided', label: '未定' },
  { value: 'accepted', label: '认可' },
  { value: 'rejected', label: '不认可' },
];

/** Where the reason of a rejected piece is typed. */
export const reasonId = (sha256: string): string => `rejection-${sha256}`;

export function DecisionRow({ evidence, decision, otherUses, shown, onShow, onDecide }: Props) {
  const { label, fileName, bytes, sha256 } = evidence;
  return (
    <li className={shown ? 'verify-items-piece verify-items-piece-shown' : 'verify-items-piece'}>
      <button
        type="button"
        className="verify-items-piece-name"
        aria-pressed={shown}
        title={fileName}
        onClick={onShow}
      >
        {label}
        <span className="ui-muted">
          {kindWords(fileName)}，{showBytes(bytes)}
          {otherUses.length > 0 && `，也用于 ${otherUses.join('、')}`}
        </span>
      </button>
      <Radio.Group
        aria-label={`对“${label}”的认定`}
        size="small"
        optionType="button"
        buttonStyle="solid"
        options={[...OPTIONS]}
        value={decision?.decision ?? 'undecided'}
        onChange={(event) => void onDecide(event.target.value as Decision, decision?.reason ?? '')}
      />
      {decision?.decision === 'rejected' && (
        <RejectionReason
          id={reasonId(sha256)}
          label={label}
          reason={decision.reason}
          commit={(reason) => onDecide('rejected', reason)}
        />
      )}
    </li>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly label: string;
  readonly reason: string;
  readonly commit: (reason: string) => Promise<boolean>;
}

function RejectionReason({ id, label, reason, commit }: ReasonProps) {
  const field = useTypedText(reason, commit);
  const missing = field.value.trim() === '';
  return (
    <Input.TextArea
      id={id}
      {...field}
      className="verify-items-piece-reason"
      aria-label={`不认可“${label}”的理由`}
      aria-invalid={missing}
      status={missing ? 'error' : ''}
      maxLength={5000}
      autoSize={{ minRows: 1, maxRows: 4 }}
      placeholder="不认可的理由（必填）"
    />
  );
}
