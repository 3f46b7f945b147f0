import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { KeptWords } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { onTyped, putBack } from '../ui/fields/drafts.tsx';
import { placeNow } from './place.ts';

/** Milliseconds: what is typed is with the host before anybody could type much more. */
const WITHIN = 150;

/** Seconds; longer than others: it is said while everything else is shown for the first time. */
const TOLD_FOR = 8;
const MORE = 'more-kept-words';

/** What the page before this one left. `place`: where it was. */
export type LeftPage = Pick<KeptWords, 'place'>;

/**
 * Hands what is typed to the host as it is typed: where the page crashes, or the whole program, it is put back into its
 * fields, which save it; that is said. Undefined until it is put back; a host that cannot is no reason to wait.
 */
export function useKeptWords(): LeftPage | undefined {
  const { message, notification } = App.useApp();
  const [left, setLeft] = useState<LeftPage>();
  useEffect(() => {
    let gone = false;
    let back: string[] = [];
    const take = async (next: boolean) => {
      const { words, place, more } = await call('keptWords', { next });
      if (gone) return;
      // What was refused is marked as such.
      back = Object.keys(words).filter((key) => words[key]?.told === false);
      putBack(words);
      setLeft({ place });
      notification.destroy(MORE);
      if (more) tellOfMore();
    };
    const tellOfMore = () =>
      notification.info({
        ...{ key: MORE, placement: 'bottomLeft', duration: 0 },
        title: '别处还有上次没来得及保存的文字',
        description: '它们还在数据文件夹里，没有丢。',
        actions: <Button onClick={() => void take(true).catch(console.warn)}>去放回</Button>,
      });
    void take(false).catch((error: unknown) => {
      console.warn(error);
      if (!gone) setLeft({});
    });
    const keep = keeping();
    const end = onTyped((words) => {
      keep.typed(words);
      if (back.length === 0 || back.some((key) => key in words)) return;
      back = [];
      if (Object.values(words).some(({ told }) => told))
        message.warning('上次的文字已放回原处；标红的还没有保存', TOLD_FOR);
      else message.success('没来得及保存的文字已放回原处，并已保存', TOLD_FOR);
    });
    window.addEventListener('pagehide', keep.end);
    return () => {
      gone = true;
      end();
      window.removeEventListener('pagehide', keep.end);
    };
  }, [message, notification]);
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
