import { Button } from 'antd';
import type { ReactNode } from 'react';
import { PointsInput } from '../../../ui/fields/PointsInput.tsx';
import { TextCell } from '../../../ui/fields/dense.tsx';
import { FieldScope, useDropLine } from '../../../ui/fields/drafts.tsx';
import '../terms.css';

interface Line {
  readonly code: string;
  readonly label: string;
  readonly points: number;
}

interface Props<L extends Line> {
  /** What one line is: 档, 要点, 情形. */
  readonly noun: string;
  readonly lines: readonly L[];
  readonly least: number;
  /** A new one, under a code that no other has. */
  readonly fresh: (code: string) => L;
  readonly onChange: (lines: L[]) => void;
  /** Further fields of one line. */
  readonly extra?: (line: L, set: (patch: Partial<L>) => void, name: string) => ReactNode;
}

/** A list of words with points: tiers, part points, faults, bonus options. */
export function LinesEditor<L extends Line>({ noun, lines, least, fresh, onChange, extra }: Props<L>) {
  const dropLine = useDropLine();
  const setLine = (at: number) => (patch: Partial<L> | Partial<Line>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...patch } : line)));
  return (
    <div className="items-rules-lines-editor">
      {lines.map((line, at) => {
        const name = `${noun}${at + 1}`;
        const set = setLine(at);
        return (
          <FieldScope key={line.code} name={line.code}>
            <div className="items-rules-line">
              <TextCell
                name={name}
                lines={{ min: 1, max: 3 }}
                field="label"
                required
                value={line.label}
                onChange={(label) => set({ label })}
              />
              <PointsInput
                label={`${name}的分`}
                field="points"
                value={line.points}
                onChange={(points) => set({ points })}
              />
              {extra?.(line, set, name)}
              <Button
                size="small"
                aria-label={`删去${name}`}
                disabled={lines.length <= least}
                onClick={() => {
                  dropLine(line.code);
                  onChange(lines.filter((_, i) => i !== at));
                }}
              >
                ×
              </Button>
            </div>
          </FieldScope>
        );
      })}
      <Button size="small" onClick={() => onChange([...lines, fresh(nextCode(lines))])}>
        加一{noun === '档' ? '档' : `个${noun}`}
      </Button>
    </div>
  );
}

/** A code that no other line has. */
function nextCode(lines: readonly Line[]): string {
  const numbers = lines.map(({ code }) => Number(code)).filter(Number.isInteger);
  return String(Math.max(lines.length, ...numbers) + 1);
}
