import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 600;
/** Text fields with words that are not committed yet. */
const pending = new Set<() => void>();

/** Commits what is typed in any text field: before undo, export and closing. A field that goes commits itself. */
export function flushTypedText(): void {
  for (const commit of [...pending]) commit();
}

type View = () => unknown;
/** What edits are made on: of each store the value that it shows. */
const views = new Set<View>();
/** While words are committed: what was shown when they were begun. */
let seen: ReadonlyMap<View, unknown> | undefined;

/** A store says where what it shows is to be had. */
export function noteView(view: View): void {
  views.add(view);
}

/** What a store showed when the words that are committed now were begun; otherwise what it shows. */
export function viewWhenTyped<Value>(view: () => Value): Value {
  return seen ? (seen.get(view) as Value) : view();
}

function shownNow(): ReadonlyMap<View, unknown> {
  return new Map([...views].map((view) => [view, view()]));
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
  /** Another window may change the same field while words are typed here: they were meant for what was shown then. */
  const begunOn = useRef<ReadonlyMap<View, unknown>>(undefined);
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
    const before = begunOn.current;
    seen = before;
    const committed = now.commit(typed);
    seen = undefined;
    begunOn.current = shownNow();
    void committed.then((saved) => {
      // Taken back: the words that stay are meant for what was there before them.
      if (!saved) begunOn.current = before;
      if (sent.current === typed) sent.current = undefined;
      if (saved) setWords((current) => (current === typed ? undefined : current));
    });
  });
  useEffect(() => flush.current, []);

  return {
    value: words ?? value,
    onChange: ({ target }) => {
      if (latest.current.words === undefined) begunOn.current = shownNow();
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
