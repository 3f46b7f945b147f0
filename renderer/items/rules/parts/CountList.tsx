import { own } from '../../../../shared/values/own.ts';
import { NumberField } from './NumberField.tsx';
import { parseCount } from './parse-input.ts';
import '../rules.css';

const MAX_COUNT = 1_000_000;

interface CountLine {
  readonly code: string;
  readonly label: string;
  /** What one of it is worth, and its limits: "每处扣 0.5 分，最多扣 2 分". */
  readonly terms: string;
  readonly unit: string;
}

interface Props {
  readonly lines: readonly CountLine[];
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly onChange: (counts: Record<string, number>) => void;
}

/** One line with a stepper per thing that is counted. Counts of 0 are not kept. */
export function CountList({ lines, counts, onChange }: Props) {
  return (
    <ul className="items-rules-count-list">
      {lines.map((line) => (
        <li key={line.code}>
          <div>
            <div>{line.label}</div>
            <div className="items-rules-field-hint">{line.terms}</div>
          </div>
          <NumberField
            field={line.code}
            label={`${line.label}（${line.unit}）`}
            saved={counts && (own(counts, line.code) ?? 0)}
            show={String}
            parse={(text) => parseCount(text, MAX_COUNT, line.unit)}
            commit={(value) => onChange(withCount(counts ?? {}, line.code, value))}
            step={1}
            max={MAX_COUNT}
            suffix={line.unit}
          />
        </li>
      ))}
    </ul>
  );
}

function withCount(
  counts: Readonly<Record<string, number>>,
  code: string,
  value: number,
): Record<string, number> {
  return Object.fromEntries(Object.entries({ ...counts, [code]: value }).filter(([, count]) => count > 0));
}
