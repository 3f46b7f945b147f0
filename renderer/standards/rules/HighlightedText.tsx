import { Tooltip } from 'antd';
import type { TextSpan } from '../../../shared/tables/standard-draft.ts';
import './highlighted.css';

interface Part {
  readonly from: number;
  readonly text: string;
  readonly meaning?: string;
}

/** A criterion with the very words marked that its rule was read from. */
export function HighlightedText({ text, spans }: { text: string; spans: readonly TextSpan[] }) {
  return (
    <p className="standards-rules-criterion-text">
      {partsOf(text, spans).map(({ from, text: part, meaning }) =>
        meaning === undefined ? (
          <span key={from}>{part}</span>
        ) : (
          <Tooltip key={from} title={meaning}>
            <mark>{part}</mark>
          </Tooltip>
        ),
      )}
    </p>
  );
}

/** Overlapping spans are shown by the first of them. */
function partsOf(text: string, spans: readonly TextSpan[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to, meaning } of [...spans].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, at);
    if (to <= start) continue;
    if (start > at) parts.push({ from: at, text: text.slice(at, start) });
    parts.push({ from: start, text: text.slice(start, to), meaning });
    at = to;
  }
  if (at < text.length) parts.push({ from: at, text: text.slice(at) });
  return parts;
}
