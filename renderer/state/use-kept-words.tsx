import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { KeptWords } from '../../shared/contract/contract.ts';
import { call } from '../ui/call/client.ts';
import { onTyped, putBack } from '../ui/fields/drafts.tsx';
import { placeNow } from './place.ts';

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
    /** Put back and not saved yet; how many of them are. */
    let back: string[] = [];
    let saved = 0;
    const take = async (next: boolean) => {
      const { words, place, more } = await call('keptWords', { next });
      if (gone) return;
      putBack(words);
      // What was refused is marked as such.
      back = Object.keys(words).filter((key) => words[key]?.told === false);
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
      saved += back.filter((key) => !(key in words)).length;
      // Those that are refused, or asked about, are told of where they stand.
      back = back.filter((key) => words[key]?.told === false);
      if (back.length > 0 || saved === 0) return;
      saved = 0;
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
  let next: KeptWords['words'] | undefined;
  let last: KeptWords['words'] = {};
  let isSending = false;
  const hand = (words: KeptWords['words']) =>
    // What the host did not get is sent with the next.
    call('keepWords', { words, place: placeNow() }).catch(console.warn);
  const send = async () => {
    while (next) {
      const words = next;
      next = undefined;
      await hand(words);
    }
    isSending = false;
  };
  return {
    /** At once; while the host takes one, the newest waits. */
    typed: (words: KeptWords['words']) => {
      next = words;
      last = words;
      if (isSending) return;
      isSending = true;
      void send();
    },
    /** The page goes in order: its words are on their way, but for those that are refused or asked about. */
    end: () => {
      next = undefined;
      void hand(Object.fromEntries(Object.entries(last).filter(([, { told }]) => told)));
    },
  };
}
