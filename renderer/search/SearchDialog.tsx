import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Hit } from '../../shared/search/search.ts';
import { wordsOf } from '../../shared/search/match.ts';
import { useCommand } from '../ui/commands.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useComposed } from '../ui/fields/composed.ts';
import { HitList, idOfHit } from './HitList.tsx';
import { useGoing } from './use-going.tsx';
import { useResults } from './use-results.ts';
import { useSearched } from './use-searched.ts';
import { lookedThrough } from './words.ts';
import './search.css';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

interface Props {
  /** Closes it, for what was found. */
  readonly onClose: () => void;
  /** Closes it, for what was there before. */
  readonly onLeave: () => void;
}

/** 搜索全部: a field, and what is found for it. */
export function SearchDialog({ onClose, onLeave }: Props) {
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { documents, isWhole, unread, failure: unreadable, retry } = useSearched();
  const going = useGoing(() => {
    onClose();
    // What was found is in the main part; its fields are one Tab away.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main')?.focus());
  });
  // Enter before the answer is there means its first.
  const early = useRef('');
  const results = useResults(documents, typed, (first) => {
    if (first && early.current === typed) void going.go(first);
    early.current = '';
  });
  const hits = results.groups.flatMap((group) => group.hits);
  const chosen = hits[Math.min(at, hits.length - 1)];

  useCommand('search', () => field.current?.focus({ cursor: 'all' }), { inDialog: true });
  useEffect(() => {
    if (chosen) document.getElementById(idOfHit(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const composed = useComposed(typed, (text) => {
    setTyped(text);
    setAt(0);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    // The key is the input method's: it takes words, or gives them up.
    if (event.nativeEvent.isComposing) {
      event.stopPropagation();
      return;
    }
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(hits.length - 1, at + step)));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!results.isNew) early.current = typed;
    else if (chosen) void going.go(chosen);
  };
  const isAsked = wordsOf(typed).length > 0;
  return (
    <Modal
      open
      title="搜索全部"
      width={720}
      footer={null}
      onCancel={onLeave}
      className="search-dialog"
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <Input
        {...composed}
        ref={field}
        allowClear
        role="combobox"
        aria-label="搜索全部"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={chosen && idOfHit(chosen)}
        placeholder="名称、编号、内容，或者拼音、拼音首字母；几个词用空格隔开"
        onKeyDown={onKeyDown}
      />
      <p role="status" className="ui-muted search-status">
        {statusWords()}
      </p>
      <FailureNotice failure={unreadable} onRetry={() => void retry()} />
      <FailureNotice failure={going.failure} onClose={going.dismiss} />
      {isAsked && (
        <HitList groups={results.groups} words={wordsOf(results.typed)} chosen={chosen} onPick={pick} />
      )}
      {going.dialog}
    </Modal>
  );

  function pick(hit: Hit): void {
    void going.go(hit);
  }

  function statusWords(): string {
    if (going.isGoing) return '正在打开…';
    if (isAsked && !results.isNew) return '正在查找…';
    const through = lookedThrough(documents, unread);
    const rest = isWhole || unreadable ? '' : '正在读取没有打开的内容…';
    if (!isAsked) return rest || through;
    if (hits.length === 0) return rest || `没有找到“${typed.trim()}”。${through}`;
    const found = results.groups.reduce((sum, group) => sum + group.hits.length + group.more, 0);
    return `找到 ${found} 条。↑ ↓ 选择，Enter 打开，Esc 关闭。${rest}`;
  }
}
