import { Button, Popover, Tag } from 'antd';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';

interface Props {
  readonly label: string;
  readonly findings: readonly AssessmentFinding[];
  /** Where a finding leads; undefined: nowhere. */
  readonly onJump?: (finding: AssessmentFinding) => (() => void) | undefined;
}

/** A count that opens what it counts. */
export function FindingsPopover({ label, findings, onJump }: Props) {
  const button = (
    <Button size="small" disabled={findings.length === 0}>
      {label} {findings.length}
    </Button>
  );
  if (findings.length === 0) return button;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={label}
      content={
        <ul className="verify-findings">
          {findings.map((finding) => {
            const jump = onJump?.(finding);
            return (
              <li key={`${finding.code} ${finding.item} ${finding.message}`}>
                {finding.severity === 'block' && <Tag color="red">不符合</Tag>}
                {jump ? (
                  <Button type="link" className="ui-link-left" onClick={jump}>
                    {finding.message}
                  </Button>
                ) : (
                  finding.message
                )}
              </li>
            );
          })}
        </ul>
      }
    >
      {button}
    </Popover>
  );
}
