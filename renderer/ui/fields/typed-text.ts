import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 600;
/** Text fields with words that are not committed yet. */
const pending = new Set<() => void>();

/** Commits what is typed in any text field: before undo, export and closing. A field that goes commits itself. */
export function flushTypedText(): void {
  for (const commit of [...pending]) commit();
}

/** Props of a text field whose words are committed on blur and after a pause: one pause, one undo step. */
export interface TypedTextProps {
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  onBlur: () => void;
  /** Marks the field for the keyboard: Ctrl+Z in it undoes the last committed words. */
  'data-typed': true;
}

/**
 * A text that the user types. `commit` answers false where saving failed: then the words stay in the field
 * and are committed again on the next blur or pause, so that no typed word is lost.
 */
export function useTypedText(value: string, commit: (text: string) => Promise<boolean>): TypedTextProps {
  const [words, setWords] = useState<string>();
  const latest = useRef({ words, value, commit });
  useEffect(() => {
    latest.current = { words, value, commit };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** On their way: a field that goes meanwhile need not commit them again. */
  const sent = useRef<string>(undefined);
  const flush = useRef(() => {
    clearTimeout(timer.current);
    pending.delete(flush.current);
    const now = latest.current;
    const typed = now.words;
    if (typed === undefined || typed === sent.current) return;
    if (typed === now.value) return setWords(undefined);
    sent.current = typed;
    void now.commit(typed).then((saved) => {
      if (sent.current === typed) sent.current = undefined;
      if (saved) setWords((current) => (current === typed ? undefined : current));
    });
  });
  useEffect(() => flush.current, []);

  return {
    value: words ?? value,
    onChange: ({ target }) => {
      latest.current = { ...latest.current, words: target.value };
      setWords(target.value);
      pending.add(flush.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush.current, PAUSE_MS);
    },
    onBlur: () => flush.current(),
    'data-typed': true,
  };
}
