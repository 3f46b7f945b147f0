import { diffArrays, diffChars, diffWords } from 'diff';
import { Fragment } from 'react';
import './changed-text.css';

/** Words put in or left out beyond which two texts have nothing to do with each other, and comparing them takes long. */
const MOST = 500;
/** UTF-16 units of a text beyond which its words are too many to be told apart at once: then its sentences are. */
const LONG = 5000;

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
    Math.max(text.length, against.length) > LONG ? bySentence(text, against) : byWord(text, against);
  return parts?.filter(({ removed }) => !removed) ?? [{ value: text, added: true }];
}

function byWord(text: string, against: string) {
  const options = { maxEditLength: MOST };
  // An old browser does not know where a Chinese word ends: then each character stands for itself.
  if (!('Segmenter' in Intl)) return diffChars(against, text, options);
  const intlSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return diffWords(against, text, { ...options, intlSegmenter });
}

function bySentence(text: string, against: string) {
  const sentences = (whole: string): string[] => whole.split(/(?<=[。；\n])/);
  const parts = diffArrays(sentences(against), sentences(text), { maxEditLength: MOST });
  return parts?.map(({ value, ...part }) => ({ ...part, value: value.join('') }));
}
