import { App } from 'antd';
import { useEffect, useState } from 'react';
import { chosenOf } from '../call/files.ts';
import { type Collected, collectDropped, TooMuch } from './collect.ts';
import { pastedFiles } from './pasted.ts';
import { type Answer, answerAt } from './targets.ts';
import { unreadWords } from './unread-words.ts';
import './file-intake.css';

/**
 * Takes what is dropped anywhere on the window, or pasted, to where the screen means it to go, and shows that while it is
 * held. Whatever is let go elsewhere would be opened by the browser in place of the program.
 */
export function FileIntake() {
  const { message } = App.useApp();
  const [held, setHeld] = useState<Answer>();
  const [reading, setReading] = useState(false);

  useEffect(() => {
    const refuse = (words: string): void => void message.warning(words);
    const take = async (answer: Answer, collecting: Promise<Collected>): Promise<void> => {
      if ('refused' in answer) return refuse(answer.refused);
      setReading(true);
      const { files, unread } = await collecting.finally(() => setReading(false));
      if (unread.length > 0 && !answer.tellsUnread) refuse(unreadWords(unread));
      if (files.length > 0 || (unread.length > 0 && answer.tellsUnread)) answer.take(files, unread);
      else if (unread.length === 0) refuse('放进来的文件夹里没有文件。');
    };
    const takeOrSay = (answer: Answer, collecting: Promise<Collected>): void => {
      take(answer, collecting).catch((error: unknown) => {
        if (!(error instanceof TooMuch)) console.error(error);
        message.error(error instanceof TooMuch ? TOO_MUCH : NOT_READ);
      });
    };
    return listen({
      onHold: (at) => setHeld((shown) => same(shown, at && answerAt(at))),
      onDrop: (at, transfer) => takeOrSay(answerAt(at), collectDropped(transfer)),
      onPaste: (files) =>
        takeOrSay(
          answerAt(undefined),
          Promise.resolve({ files: files.map((file) => chosenOf(file)), unread: [] }),
        ),
    });
  }, [message]);

  const element = held && 'words' in held ? held.element : undefined;
  useEffect(() => {
    element?.classList.add('intake-target');
    return () => element?.classList.remove('intake-target');
  }, [element]);

  const isRefused = held !== undefined && 'refused' in held;
  return (
    <>
      {held && <div className={isRefused ? 'intake-edge intake-edge-not' : 'intake-edge'} />}
      <div className={isRefused ? 'intake-words intake-words-not' : 'intake-words'} aria-live="assertive">
        {held ? ('words' in held ? held.words : held.refused) : reading ? '正在读取放进来的内容…' : ''}
      </div>
    </>
  );
}

const TOO_MUCH = '这个文件夹里的文件太多（超过 20000 个），没有读取。请放里面真正要用的那个文件夹。';
const NOT_READ = '放进来的内容没有读到，请改用按钮选择文件。';

/** What is shown already where nothing else is to be shown: a pointer that is held moves all the time. */
function same(shown: Answer | undefined, next: Answer | undefined): Answer | undefined {
  if (!shown || !next) return next;
  if ('refused' in shown) return 'refused' in next && shown.refused === next.refused ? shown : next;
  return 'words' in next && shown.words === next.words && shown.element === next.element ? shown : next;
}

interface Listener {
  /** At every move of what is held; undefined: it is gone. */
  readonly onHold: (at: Element | undefined) => void;
  readonly onDrop: (at: Element, transfer: DataTransfer) => void;
  readonly onPaste: (files: readonly File[]) => void;
}

function listen({ onHold, onDrop, onPaste }: Listener): () => void {
  /** Something of this page is dragged: a picture of it counts as a file. */
  let isOurs = false;
  const begin = (): void => void (isOurs = true);
  const end = (): void => void (isOurs = false);
  const away = (): void => onHold(undefined);
  const hold = (event: DragEvent): void => {
    const { dataTransfer: transfer } = event;
    if (!transfer || isOurs || !transfer.types.includes('Files')) return keepText(event);
    event.preventDefault();
    // So that what is refused comes to a drop, too, and is answered.
    transfer.dropEffect = 'copy';
    onHold(elementOf(event));
  };
  const drop = (event: DragEvent): void => {
    const { dataTransfer: transfer } = event;
    if (!transfer || isOurs || !transfer.types.includes('Files')) return keepText(event);
    event.preventDefault();
    event.stopPropagation();
    away();
    onDrop(elementOf(event), transfer);
  };
  const leave = (event: DragEvent): void => {
    // None where it leaves the window, not one element for another.
    if (!event.relatedTarget) away();
  };
  const paste = (event: ClipboardEvent): void => {
    const files = event.defaultPrevented ? [] : pastedFiles(event);
    if (files.length === 0) return;
    event.preventDefault();
    onPaste(files);
  };
  // Before everybody else: a field, a preview or a dialog would answer in its own way.
  const heard = new AbortController();
  const first = { capture: true, signal: heard.signal };
  window.addEventListener('dragstart', begin, first);
  window.addEventListener('dragend', end, first);
  window.addEventListener('dragenter', hold, first);
  window.addEventListener('dragover', hold, first);
  window.addEventListener('dragleave', leave, first);
  window.addEventListener('drop', drop, first);
  // Not in the frame: where a screen takes what is pasted by itself, it goes before.
  window.addEventListener('paste', paste, { signal: heard.signal });
  // No mouse moves and no key is told while something is held: it was let go elsewhere, or given up by Esc.
  for (const name of ['keydown', 'mousemove']) window.addEventListener(name, away, first);
  return () => heard.abort();
}

/** Dragged text and links go into fields alone: anywhere else a browser would follow them. */
function keepText(event: DragEvent): void {
  if (isField(elementOf(event))) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}

function isField(element: Element): boolean {
  const field = element.closest<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return field !== null && !field.disabled && !field.readOnly;
}

function elementOf({ target }: DragEvent): Element {
  return target instanceof Element ? target : document.body;
}
