import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { KeptWords } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { onTyped, putBack } from '../ui/fields/drafts.tsx';
import { placeNow } from './place.ts';

/** Milliseconds: what is typed is with the host before anybody could type much more. */
const WITHIN = 150;

const TOLD_S = 8;

/** What the page before this one left. `place`: where it was. */
export type LeftPage = Pick<KeptWords, 'place'>;

/**
 * Hands what is typed to the host as it is typed: where the page crashes, or the whole program, it is put back into its
 * fields, which save it; that is said. Undefined until it is put back; a host that cannot is no reason to wait.
 */
export function useKeptWords(): LeftPage | undefined {
  const { message } = App.useApp();
  const [left, setLeft] = useState<LeftPage>();
  useEffect(() => {
    let gone = false;
    let back: string[] = [];
    void call('keptWords', {}).then(
      ({ words, place }) => {
        if (gone) return;
        // What was refused is marked as such.
        back = Object.keys(words).filter((key) => words[key]?.told === false);
        putBack(words);
        setLeft({ place });
      },
      (error: unknown) => {
        console.warn(error);
        if (!gone) setLeft({});
      },
    );
    const keep = keeping();
    const end = onTyped((words) => {
      keep.typed(words);
      if (back.length === 0 || back.some((key) => key in words)) return;
      back = [];
      // Longer than others: it is said while everything else is shown for the first time.
      message.success('没来得及保存的文字已放回原处，并已保存', TOLD_S);
    });
    window.addEventListener('pagehide', keep.end);
    return () => {
      gone = true;
      end();
      window.removeEventListener('pagehide', keep.end);
    };
  }, [message]);
  return left;
}

function keeping() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: KeptWords['words'] | undefined;
  const hand = (words: KeptWords['words']) =>
    // What the host did not get is sent with the next.
    void call('keepWords', { words, place: placeNow() }).catch(console.warn);
  const send = () => {
    timer = undefined;
    if (!next) return;
    hand(next);
    next = undefined;
    timer = setTimeout(send, WITHIN);
  };
  return {
    /** In a moment, then at most every so often; the last always. */
    typed: (words: KeptWords['words']) => {
      next = words;
      // One change of a field is several of the store.
      timer ??= setTimeout(send);
    },
    /** The page goes in order: its words are on their way, and what is refused was given up when that was asked. */
    end: () => {
      clearTimeout(timer);
      hand({});
    },
  };
}
