import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { create } from 'zustand';
import type { KeptWords } from '../../../shared/contract/contract.ts';
import { asBegun, type Moment, thisMoment } from './views.ts';

/** What is typed in a field and is not on the disk. */
interface Draft {
  readonly text: string;
  /** What is wrong with it is told: the user has paused, or left it. */
  readonly told: boolean;
  /** When they were begun: they were meant for what was shown then. */
  readonly begun: Moment;
  /** What was saved in the field then. */
  readonly base?: string;
  /** Of an earlier page: what may be saved in the field for them to be still meant. */
  readonly meant?: readonly string[];
  /** Of an earlier page, while no field of this one has shown them: only a field can save or refuse them. */
  readonly isLeft?: boolean;
  /** Of a number: why it does not count; '' where nothing is wrong with it. */
  readonly problem?: string;
  /** Of a number: it is shown as it was typed, and saved. */
  readonly isSaved?: boolean;
}

type Drafts = Readonly<Record<string, Draft>>;

/** By field, whatever screen is shown: words are found again where they were typed, and nowhere else. */
const useDrafts = create<{ readonly drafts: Drafts }>(() => ({ drafts: {} }));
const SEPARATOR = '\u0000';

const Scope = createContext('');

/** Whose fields these are: a document, an entry in it, a line of a list. Inner ones add to outer ones. */
export function FieldScope({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <Scope value={useScopeIn(name)}>{children}</Scope>;
}

function useScopeIn(name: string): string {
  return useContext(Scope) + name + SEPARATOR;
}

/** What a document's fields are kept under. */
export function scopeOf(ref: object | undefined): string {
  return JSON.stringify(ref ?? {});
}

/** The key of a field among all of them, and what is typed in it. */
export function useDraft(field: string): readonly [key: string, draft: Draft | undefined] {
  const key = useScopeIn(field);
  const draft = useDrafts(({ drafts }) => drafts[key]);
  const isFound = draft?.isLeft ?? false;
  useEffect(() => {
    const found = isFound ? draftOf(key) : undefined;
    if (found) putDraft(key, { ...found, isLeft: false });
  }, [key, isFound]);
  return [key, draft];
}

/** The lines below (entries, say) with words in them that are refused, could not be saved, or are left. */
export function useUnsentLines(): string[] {
  const outer = useContext(Scope);
  // One string, so that only another answer is drawn again.
  const lines = useDrafts(({ drafts }) => toldLines(drafts, outer).join(SEPARATOR));
  return lines === '' ? [] : lines.split(SEPARATOR);
}

/** Those of a document, in the order of typing, as they are at this moment. */
export function unsentLines(document: string): string[] {
  return toldLines(useDrafts.getState().drafts, document + SEPARATOR);
}

function toldLines(drafts: Drafts, outer: string): string[] {
  const told = Object.keys(drafts).filter((key) => isUnsaved(drafts[key]));
  return [...new Set(told.flatMap((key) => lineOf(key, outer)))];
}

/** Nobody but the user gets them saved: refused or not saved, or left by an earlier page and not shown yet. */
function isUnsaved(draft: Draft | undefined): boolean {
  return draft !== undefined && (draft.told || draft.isLeft === true);
}

function lineOf(key: string, outer: string): string[] {
  return key.startsWith(outer) ? key.slice(outer.length).split(SEPARATOR).slice(0, 1) : [];
}

export function draftOf(key: string): Draft | undefined {
  return useDrafts.getState().drafts[key];
}

/** `begun`: as before where it is absent; for words that are begun now, now. */
export function putDraft(key: string, draft: (Omit<Draft, 'begun'> & Partial<Draft>) | undefined): void {
  const begun = draft?.begun ?? draftOf(key)?.begun ?? thisMoment();
  // In one step: whoever looks on never sees words gone that stay.
  useDrafts.setState(({ drafts }) => {
    const others = Object.entries(drafts).filter(([each]) => each !== key);
    return { drafts: Object.fromEntries(draft ? [...others, [key, { ...draft, begun }]] : others) };
  });
}

type Words = KeptWords['words'];

/** Calls back whenever what is typed in any field changes; the answer ends it. */
export function onTyped(look: (words: Words) => void): () => void {
  return useDrafts.subscribe(({ drafts }) => {
    const unsaved = Object.entries(drafts).filter(([, { isSaved }]) => !isSaved);
    look(Object.fromEntries(unsaved.map(([key, draft]) => [key, wordsOf(key, draft)])));
  });
}

function wordsOf(key: string, { text, told, problem, base, meant }: Draft): Words[string] {
  const now = [base, sent.get(key)].filter((each) => each !== undefined);
  const isMeant = meant ?? (now.length > 0 ? now : undefined);
  return { text, told, ...(problem !== undefined && { problem }), ...(isMeant && { meant: [...isMeant] }) };
}

/** Puts back what a page before this one held: its field, once it is shown, commits it. */
export function putBack(words: Words): void {
  for (const [key, draft] of Object.entries(words))
    if (!draftOf(key)) putDraft(key, { ...draft, isLeft: true });
}

/** The fields of a document whose words are on their way, or wait to be: an edit of each holds all of them. */
export function sentFields(document: string): string[] {
  return [...sent.keys()].filter((key) => key.startsWith(document + SEPARATOR));
}

/** Words that were left in these fields are of no account: later ones of the same page have come another way. */
export function dropLeft(fields: readonly string[]): void {
  for (const key of fields) if (draftOf(key)?.isLeft) putDraft(key, undefined);
}

/** They were typed over something else than what is saved there by now: nobody but the user knows which is right. */
export function isOutdated({ text, meant }: Draft, value: string): boolean {
  return meant !== undefined && text !== value && !meant.includes(value);
}

/** On their way to the host: not unsent, but kept until they are saved. */
const sent = new Map<string, string>();

export function isSent(key: string, text: string): boolean {
  return sent.get(key) === text;
}

/** Sends words; they are kept where saving failed, and where others have been typed meanwhile. True once they are saved. */
export async function sendDraft(
  key: string,
  text: string,
  commit: (text: string) => Promise<boolean>,
): Promise<boolean> {
  sent.set(key, text);
  const begun = draftOf(key)?.begun;
  const committed = asBegun(begun, () => commit(text));
  setBegun(key, thisMoment());
  const saved = await committed;
  // Taken back: the words that stay are meant for what was there before them.
  const left = saved ? undefined : draftOf(key);
  if (left) putDraft(key, { ...left, told: true, begun });
  if (isSent(key, text)) sent.delete(key);
  const now = saved ? draftOf(key) : undefined;
  if (now) putDraft(key, now.text === text ? undefined : { ...now, base: text });
  return saved;
}

function setBegun(key: string, begun: Moment): void {
  const draft = draftOf(key);
  if (draft) putDraft(key, { ...draft, begun });
}

/** Whether words of a document are in its fields alone: refused there, or not saved. */
export function hasUnsentWords(document?: string): boolean {
  const prefix = document === undefined ? '' : document + SEPARATOR;
  return Object.entries(useDrafts.getState().drafts).some(
    ([key, { text, isSaved }]) => key.startsWith(prefix) && !isSaved && !isSent(key, text),
  );
}

/** The same, as it is drawn: words that are told to be refused or not saved, or that an earlier page left. */
export function useUnsentWords(document: string): boolean {
  const prefix = document + SEPARATOR;
  return useDrafts(({ drafts }) =>
    Object.entries(drafts).some(([key, draft]) => key.startsWith(prefix) && isUnsaved(draft)),
  );
}

/** The fields of a document whose words are told to be refused or not saved, by their own names, in the order of typing. */
export function useRefusedFields(document: string): string[] {
  const prefix = document + SEPARATOR;
  const fields = useDrafts(({ drafts }) =>
    Object.keys(drafts)
      .filter((key) => key.startsWith(prefix) && drafts[key]?.told)
      .map((key) => key.split(SEPARATOR).at(-2))
      .join(SEPARATOR),
  );
  return fields === '' ? [] : fields.split(SEPARATOR);
}

/** The lines of a document with words in their fields: only a field that is shown can save or refuse them. */
export function linesWithWords(document: string): string[] {
  return Object.keys(useDrafts.getState().drafts).flatMap((key) => lineOf(key, document + SEPARATOR));
}

interface LineWords {
  readonly key: string;
  readonly line: string;
  readonly text: string;
  /** By an earlier page; no field has shown them yet. */
  readonly isLeft: boolean;
}

/** What is typed in the fields of the lines of a document, and is not saved. */
export function useToldWords(document: string): readonly LineWords[] {
  const drafts = useDrafts((state) => state.drafts);
  return Object.entries(drafts).flatMap(([key, draft]) => {
    const { text, isLeft = false } = draft;
    if (!isUnsaved(draft) || text === '') return [];
    return lineOf(key, document + SEPARATOR).map((line) => ({ key, line, text, isLeft }));
  });
}

/** Given up by the user, or gone with what they belonged to: those of a document, or of one line of it. */
export function dropWords(document: string, line?: string): void {
  dropBelow(document + SEPARATOR + (line === undefined ? '' : line + SEPARATOR));
}

/** For lists whose lines can go: their words go with them, those of the lines behind move up. */
export function useLineWords(list: string) {
  const prefix = useScopeIn(list);
  return {
    /** The name of a line's FieldScope. */
    line: (at: number): string => `${list}${SEPARATOR}${at}`,
    removed: (at: number): void =>
      renew((key, draft, put) => {
        const [index = '', ...rest] = key.startsWith(prefix) ? key.slice(prefix.length).split(SEPARATOR) : [];
        if (index === '' || Number(index) < at) return draft;
        if (Number(index) > at) put([prefix + String(Number(index) - 1), ...rest].join(SEPARATOR), draft);
        return undefined;
      }),
  };
}

const NUMBER = 'number ';

/** A number that is typed in a field, by the field's name; it stays as it is typed also where it is saved. */
export function useNumberDraft(field: string): readonly [key: string, draft: Draft | undefined] {
  return useDraft(NUMBER + field);
}

/** Forgets the numbers that are typed below: all of them, or those of one line. */
export function useDropNumbers(): (line?: string) => void {
  const outer = useContext(Scope);
  return (line) => {
    const prefix = line === undefined ? outer : outer + line + SEPARATOR;
    const isNumber = (key: string) =>
      key.startsWith(prefix) && key.split(SEPARATOR).some((name) => name.startsWith(NUMBER));
    renew((key, draft) => (isNumber(key) ? undefined : draft));
  };
}

/** Forgets what is typed in the fields of a line that is removed. */
export function useDropLine(): (line: string) => void {
  const outer = useContext(Scope);
  return (line) => dropBelow(outer + line + SEPARATOR);
}

/** Removes a line; once that is saved, what is typed in its fields goes with it. */
export function useRemoveLine(): (line: string, removing: Promise<boolean>) => Promise<void> {
  const dropLine = useDropLine();
  return async (line, removing) => {
    if (await removing) dropLine(line);
  };
}

function dropBelow(prefix: string): void {
  renew((key, draft) => (key.startsWith(prefix) ? undefined : draft));
}

function renew(
  each: (key: string, draft: Draft, put: (key: string, draft: Draft) => void) => Draft | undefined,
): void {
  const next: Record<string, Draft> = {};
  for (const [key, draft] of Object.entries(useDrafts.getState().drafts)) {
    const kept = each(key, draft, (to, moved) => (next[to] = moved));
    if (kept) next[key] = kept;
  }
  useDrafts.setState({ drafts: next });
}
