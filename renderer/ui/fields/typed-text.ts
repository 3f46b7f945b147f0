import { useEffect, useRef } from 'react';
import { draftOf, isOutdated, isSent, putDraft, sendDraft, useDraft } from './drafts.tsx';
import { askWhich } from './which-words.ts';

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
  onCompositionStart: () => void;
  onCompositionEnd: () => void;
  /** Marks the field for the keyboard: Ctrl+Z in it undoes the last committed words. Refused ones are its own. */
  'data-typed': true | undefined;
}

export interface TypedTextOptions {
  /** Which field it is within its FieldScope. */
  readonly field: string;
  readonly value: string;
  /** Answers false where saving failed: then the words stay in the field. */
  readonly commit: (text: string) => Promise<boolean>;
  /** Why such words cannot be saved, in Chinese: then they stay in the field too. Absent where they can. */
  readonly problemOf?: (text: string) => string | undefined;
  /** The problem is told while it is typed, not only after a pause. */
  readonly live?: boolean;
}

/**
 * A text that the user types. What is refused or could not be saved stays as it was typed, is committed again on the
 * next blur or pause, and is found again when the field is shown again. Words that an input method is still composing
 * are not words yet: nothing is committed of them until they are.
 */
export function useTypedText(
  options: TypedTextOptions,
): readonly [TypedTextProps, problem: string | undefined] {
  const { field, value, problemOf, live = false } = options;
  const [key, draft] = useDraft(field);
  const latest = useRef({ ...options, key });
  useEffect(() => {
    latest.current = { ...options, key };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** While an input method composes: the words before it. */
  const composing = useRef<{ readonly before: string | undefined }>(undefined);
  /** Whether to keep words that are outdated is the user's to say. */
  const isAsked = useRef(false);
  const flush = useRef(() => {
    clearTimeout(timer.current);
    pending.delete(flush.current);
    const now = latest.current;
    const typed = composing.current ? composing.current.before : draftOf(now.key)?.text;
    if (typed === undefined || isSent(now.key, typed) || isAsked.current) return;
    if (typed === now.value) {
      if (!composing.current) putDraft(now.key, undefined);
    } else if (now.problemOf?.(typed) !== undefined) tell(now.key);
    else {
      void sendDraft(now.key, typed, now.commit).then((saved) => {
        // Once whatever was in the way is gone, they are saved with the next change.
        if (!saved && draftOf(now.key)) pending.add(flush.current);
      });
    }
  });
  const wait = useRef(() => {
    pending.add(flush.current);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(flush.current, PAUSE_MS);
  });
  // Also where another field takes this one's place: the words belong to the one that they were typed in. Those that are
  // found here are committed as if they had just been typed.
  useEffect(() => {
    if (draftOf(key)) wait.current();
    return flush.current;
  }, [key]);
  // Those of an earlier page may come while the field is shown.
  const isLeft = draft?.meant !== undefined;
  useEffect(() => {
    const found = isLeft ? draftOf(key) : undefined;
    if (!found) return undefined;
    wait.current();
    return isOutdated(found, latest.current.value) ? ask(latest.current, isAsked, wait.current) : undefined;
  }, [key, isLeft]);

  const problem = draft && (live || draft.told) ? problemOf?.(draft.text) : undefined;
  const props: TypedTextProps = {
    value: draft?.text ?? value,
    onChange: ({ target }) => {
      const { told = false, base = value } = draftOf(key) ?? {};
      putDraft(key, { text: target.value, told, base });
      wait.current();
    },
    onBlur: () => flush.current(),
    onCompositionStart: () => {
      composing.current = { before: draftOf(key)?.text };
      clearTimeout(timer.current);
    },
    onCompositionEnd: () => {
      composing.current = undefined;
      if (draftOf(key)) wait.current();
    },
    'data-typed': problem === undefined || undefined,
  };
  return [props, problem];
}

/** Answers how to take the question back: the field is gone, the words stay. */
function ask(
  { key, value }: { readonly key: string; readonly value: string },
  isAsked: { current: boolean },
  commit: () => void,
): () => void {
  isAsked.current = true;
  tell(key);
  const takeBack = askWhich({ left: draftOf(key)?.text ?? '', saved: value }, (wanted) => {
    isAsked.current = false;
    putDraft(
      key,
      wanted === 'left' ? { text: draftOf(key)?.text ?? '', told: false, base: value } : undefined,
    );
    if (wanted === 'left') commit();
  });
  return () => {
    isAsked.current = false;
    takeBack();
  };
}

function tell(key: string): void {
  const draft = draftOf(key);
  if (draft && !draft.told) putDraft(key, { ...draft, told: true });
}
