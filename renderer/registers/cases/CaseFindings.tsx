import { type CaseFinding, sourceWords } from '../../../shared/registers/cases/finding.ts';
import './cases.css';

interface Props {
  readonly findings: readonly CaseFinding[];
  /** Brings its place into sight. */
  readonly onSelect: (finding: CaseFinding) => void;
}

const LABELS = { error: '错误', advice: '建议' } as const;

/** What was found in a case, each with its source; nothing where nothing was. */
export function CaseFindings({ findings, onSelect }: Props) {
  if (findings.length === 0) return null;
  return (
    <ol className="cases-findings" aria-label="检查结果">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.at.from} ${finding.message}`}>
          <button type="button" title="选中文中的位置" onClick={() => onSelect(finding)}>
            <strong className={`cases-${finding.severity}`}>{LABELS[finding.severity]}</strong>
            <span>{finding.message}</span>
            <small className="ui-muted">{sourceWords(finding.source)}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}
