import { Radio } from 'antd';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import type { EvidenceDecision } from '../../../../shared/review/schema.ts';
import { showBytes } from '../../../ui/show.ts';
import { LONG_TEXT } from '../../../../shared/values/long-text.ts';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
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
  { value: 'rejected', label: '不予认可' },
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
        <div className="verify-items-piece-reason">
          <TextInput
            id={reasonId(sha256)}
            value={decision.reason}
            commit={(reason) => onDecide('rejected', reason)}
            aria-label={`不予认可“${label}”的理由`}
            needed="不予认可的要写理由"
            maxLength={LONG_TEXT}
            lines={{ min: 1, max: 4 }}
            placeholder="不予认可的理由（必填）"
          />
        </div>
      )}
    </li>
  );
}
