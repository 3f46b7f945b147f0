import { type RefObject, useEffect, useRef } from 'react';
import type { ChosenFile } from '../call/files.ts';

/** What becomes of files that are let go here. */
export interface Spot {
  /** What is said while they are held: 松开，附到 1.1 组织领导. */
  readonly words: string;
  /** Stands out while they are held. */
  readonly element?: Element | null;
  /** `unread`: names of what the system would not let us read; told by whoever `tellsUnread`, else by the frame. */
  readonly take: (files: readonly ChosenFile[], unread: readonly string[]) => void;
  readonly tellsUnread?: boolean;
}

/** Why they cannot be let go here, in a sentence. */
interface Refusal {
  readonly refused: string;
}

export type Answer = Spot | Refusal;

/** Before what is wider: a dialog before a place on the screen, that before the screen, that before the frame around it. */
const LEVELS = ['dialog', 'place', 'screen', 'frame'] as const;
type Level = (typeof LEVELS)[number];

interface Target {
  readonly level: Level;
  /** Undefined: not here. `at`: what is under the pointer; absent for what is pasted. */
  readonly answer: (at: Element | undefined) => Answer | undefined;
}

const targets: Target[] = [];

/** Where files go while this is shown; nothing where `answer` is absent. */
export function useFileTarget(level: Level, answer: Target['answer'] | undefined): void {
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  });
  const isThere = answer !== undefined;
  useEffect(() => {
    if (!isThere) return undefined;
    const mine: Target = { level, answer: (at) => latest.current?.(at) };
    targets.unshift(mine);
    return () => void targets.splice(targets.indexOf(mine), 1);
  }, [level, isThere]);
}

/** The same for one part of a screen: by a pointer that is in it. */
export function usePlaceForFiles(part: RefObject<Element | null>, spot: Omit<Spot, 'element'>): void {
  useFileTarget('place', (at) =>
    at !== undefined && part.current?.contains(at) === true ? { ...spot, element: part.current } : undefined,
  );
}

const NOWHERE: Refusal = { refused: '这里不能放文件。请先转到要用它的页面，再放。' };
const BEHIND: Refusal = { refused: '有对话框开着，请先关闭它，再放文件。' };

/** Where files that are held at this element would go. */
export function answerAt(at: Element | undefined): Answer {
  const byLevel = LEVELS.flatMap((level) => targets.filter((target) => target.level === level));
  const isBehind = openDialog();
  for (const target of byLevel) {
    if (isBehind && target.level !== 'dialog') return BEHIND;
    const answer = target.answer(at);
    if (answer) return answer;
  }
  return isBehind ? BEHIND : NOWHERE;
}

/** A dialog or a drawer lies over the screen: what is under it is not meant. */
function openDialog(): boolean {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].some(
    (dialog) => dialog.closest<HTMLElement>('[style*="display: none"]') === null,
  );
}
