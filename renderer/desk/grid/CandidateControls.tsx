import { Button, Checkbox } from 'antd';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { nameOf } from '../table/candidate-words.ts';
import './grid.css';

interface TickProps {
  /** Accessible name. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

/** For the mouse: the keyboard ticks the row that it is on. */
export function CandidateTick({ label, checked, onChange }: TickProps) {
  return <Checkbox tabIndex={-1} aria-label={label} checked={checked} onChange={onChange} />;
}

/** What the column of names shows on one line, in full-width characters. */
const NAME_LENGTH = 11;
/** A name on two lines, and the revision below it. */
const HIGH_ROW = 62;

/** The rows' height where a name takes two lines; undefined where none does. */
export function rowHeightOf(candidates: readonly Candidate[]): { rowHeight: number } | undefined {
  return candidates.some((each) => nameOf(each).length > NAME_LENGTH) ? { rowHeight: HIGH_ROW } : undefined;
}

interface LinkProps {
  readonly candidate: Candidate;
  readonly onOpen: (key: string) => void;
}

/** The unit's name, which opens its verification; for the mouse, as the keyboard opens the row that it is on. */
export function CandidateLink({ candidate, onOpen }: LinkProps) {
  const name = nameOf(candidate);
  return (
    <Button
      type="link"
      size="small"
      tabIndex={-1}
      className="ui-link-left grid-two"
      title={name}
      aria-label={`核验 ${name}`}
      onClick={() => onOpen(candidate.key)}
    >
      {name}
    </Button>
  );
}
