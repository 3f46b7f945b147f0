import { type DraftFinding, lineName } from '../../../../shared/campaign/draft/finding.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly findings: readonly DraftFinding[];
  /** The fields whose words are refused. */
  readonly refused: readonly string[];
}

/** What is missing or wrong, each the way to its field. */
export function FindingList({ findings: found, refused }: Props) {
  const draft = useDraft();
  // By their labels on the page, where they were typed.
  const words = (field: string) => {
    const label = labelOf(field);
    const line = lineName(draft, field);
    return `${line === undefined ? '' : `${line}，`}${label}写得不对，没有保存`;
  };
  const findings: DraftFinding[] = [
    ...refused.map((field) => ({ severity: 'error' as const, field, message: words(field) })),
    ...found.filter(({ field }) => !refused.includes(field)),
  ];
  if (findings.length === 0) return null;
  const errors = findings.filter(({ severity }) => severity === 'error');
  return (
    <div className="campaigns-findings" role="group" aria-label="检查结果">
      <strong>{errors.length > 0 ? `${errors.length} 处改好后才能保存` : '可以保存，请再看一眼'}</strong>
      <ul>
        {findings.map(({ severity, field, message }) => (
          <li key={`${field} ${message}`}>
            <button
              type="button"
              className={`ui-plain-button campaigns-finding campaigns-${severity}`}
              onClick={() => goToField(field)}
            >
              {severity === 'warning' && '提醒：'}
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The field itself, or the nearest part around it that is shown. */
export function goToField(field: string): void {
  const names = field.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const found = document.getElementById(names.slice(0, length).join('.'));
    if (!found) continue;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
    return;
  }
}

function labelOf(field: string): string {
  const labels = [...document.querySelectorAll('label')];
  return labels.find(({ htmlFor }) => htmlFor === field)?.textContent ?? '有一栏';
}
