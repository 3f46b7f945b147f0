import { LeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AnyDocumentStore } from './document-state.ts';
import { scopeOf, useUnsentWords } from '../../ui/fields/drafts.tsx';
import { SearchButton } from '../../ui/SearchButton.tsx';
import { useCommand } from '../../ui/commands.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { useLeave, type WordsLeft } from './use-leave.ts';
import './document.css';

export interface DocumentHeaderProps {
  readonly store: AnyDocumentStore;
  /** Where the button at the left leads. */
  readonly back: string;
  /** What leaving is called, where changes could not be saved. */
  readonly leaving?: string;
  readonly onLeft?: () => void;
  /** What is open, in the middle; a text of its own fills the line. */
  readonly title: ReactNode;
  /** Where the words are that are refused or could not be saved; undefined where none are. */
  readonly wordsLeft?: () => WordsLeft | undefined;
  /** Behind 重做. */
  readonly tools?: ReactNode;
}

/** The line above an open document: the way back, what it is, whether it is saved, 撤销 and 重做. */
export function DocumentHeader(props: DocumentHeaderProps) {
  const { store, back, leaving, onLeft, wordsLeft, title, tools } = props;
  const saveState = useStore(store, (state) => state.saveState);
  const ref = useStore(store, (state) => state.ref);
  const hasWords = useUnsentWords(scopeOf(ref));
  const leave = useLeave(store, { leaving, onLeft, wordsLeft });
  useCommand('close', () => void leave());
  return (
    <header className="document-header">
      <Button icon={<LeftOutlined aria-hidden />} onClick={() => void leave()}>
        {back}
      </Button>
      {typeof title === 'string' ? <strong className="document-title">{title}</strong> : title}
      <SaveStatus
        state={saveState === 'saved' && hasWords ? 'words' : saveState}
        toWords={wordsLeft && (() => wordsLeft()?.show())}
      />
      <UndoButtons store={store} />
      {tools}
      <SearchButton isShort />
    </header>
  );
}

export function UndoButtons({ store }: { readonly store: AnyDocumentStore }) {
  const open = useStore(store, (state) => state.open);
  const { undo, redo } = store.getState();
  return (
    <>
      <Button title="撤销（Ctrl+Z）" disabled={!open?.canUndo} onClick={() => void undo()}>
        撤销
      </Button>
      <Button title="重做（Ctrl+Y）" disabled={!open?.canRedo} onClick={() => void redo()}>
        重做
      </Button>
    </>
  );
}
