import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Card } from 'antd';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { screenOf } from './screen-of.ts';

const GROUPS = [
  {
    severity: 'block',
    title: '必须先处理',
    action: '去处理',
    icon: <CloseCircleFilled aria-hidden style={{ color: 'var(--bad)' }} />,
  },
  {
    severity: 'warn',
    title: '提醒事项（不影响导出）',
    action: '查看',
    icon: <WarningFilled aria-hidden style={{ color: 'var(--warn)' }} />,
  },
] as const;

/** What blocks and what deserves a look, each with a way to the place where it is settled. */
export function FindingsList({ findings }: { findings: readonly AssessmentFinding[] }) {
  return GROUPS.map((group) => {
    const its = findings.filter(({ severity }) => severity === group.severity);
    return its.length === 0 ? null : <FindingGroup key={group.severity} {...group} findings={its} />;
  });
}

type GroupProps = Omit<(typeof GROUPS)[number], 'severity'> & {
  readonly findings: readonly AssessmentFinding[];
};

function FindingGroup({ title, action, icon, findings }: GroupProps) {
  const { assessment } = useOpen();
  const goTo = useAssessment((state) => state.goTo);
  const { rows, more } = useShownRows(findings);
  return (
    <Card size="small" title={`${title}：${findings.length} 条`}>
      <ul className="ui-file-list">
        {rows.map((finding) => {
          const { screen, code } = screenOf(finding, assessment.campaign);
          return (
            <li key={`${finding.code} ${finding.item} ${finding.message}`}>
              <span>
                {icon} {finding.message}
              </span>
              <Button
                size="small"
                aria-label={`${action}：${finding.message}`}
                onClick={() => goTo(screen, code)}
              >
                {action}
              </Button>
            </li>
          );
        })}
      </ul>
      {more}
    </Card>
  );
}
