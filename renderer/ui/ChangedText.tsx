import { diffChars, diffWords } from 'diff';
import { Fragment } from 'react';
import './changed-text.css';

/** Words put in or left out beyond which two texts have nothing to do with each other, and comparing them takes long. */
const MOST = 500;

interface Props {
  readonly text: string;
  /** What it is compared with. */
  readonly against: string;
}

/** A text with the words marked that another one has not. */
export function ChangedText({ text, against }: Props) {
  if (text === against || against === '') return text;
  return partsOf(text, against).map(({ value, added }, index) =>
    added ? (
      <mark key={index} className="ui-changed-text">
        {value}
      </mark>
    ) : (
      <Fragment key={index}>{value}</Fragment>
    ),
  );
}

function partsOf(text: string, against: string) {
  const parts =
    // An old browser does not know where a Chinese word ends: then each character stands for itself.
    'Segmenter' in Intl
      ? diffWords(against, text, {
          intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }),
          maxEditLength: MOST,
        })
      : diffChars(against, text, { maxEditLength: MOST });
  return parts?.filter(({ removed }) => !removed) ?? [{ value: text, added: true }];
}
