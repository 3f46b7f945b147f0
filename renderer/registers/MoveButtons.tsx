import { Button } from 'antd';

interface Props {
  /** What is moved, for whoever cannot see its row. */
  readonly what: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
}

const WAYS = [
  { by: -1, word: '上移' },
  { by: 1, word: '下移' },
] as const;

/** A row one place up or down; `data-move` is where the focus goes back to (`useRefocus`). */
export function MoveButtons({ what, isFirst, isLast, onMove }: Props) {
  return WAYS.map(({ by, word }) => (
    <Button
      key={by}
      type="text"
      size="small"
      data-move={by}
      disabled={by === -1 ? isFirst : isLast}
      aria-label={`${word} ${what}`}
      onClick={() => onMove(by)}
    >
      {word}
    </Button>
  ));
}
