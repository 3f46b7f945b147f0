import './changed-text.css';

interface Props {
  readonly text: string;
  /** What it is compared with. */
  readonly against: string;
}

/** A text with what differs from another one marked: all between what both begin with and what both end with. */
export function ChangedText({ text, against }: Props) {
  const [own, other] = [[...text], [...against]];
  if (text === against || against === '') return text;
  const shortest = Math.min(own.length, other.length);
  let start = 0;
  while (start < shortest && own[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && own.at(-1 - end) === other.at(-1 - end)) end += 1;
  const middle = own.slice(start, own.length - end).join('');
  return (
    <>
      {own.slice(0, start).join('')}
      {middle && <mark className="ui-changed-text">{middle}</mark>}
      {own.slice(own.length - end).join('')}
    </>
  );
}
