import { App } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { bridge } from '../ui/call/bridge.ts';
import { failureOf } from '../ui/call/client.ts';
import { hasDialog, useCommand } from '../ui/commands.ts';
import { useAskToClose } from './document/use-leave.ts';
import {
  entryNow,
  goToPlace,
  isSamePlace,
  isSameScreen,
  keepEntry,
  type Place,
  PLACE_STORES,
  placeNow,
  readEntry,
} from './place.ts';
import type { LeftPage } from './use-kept-words.tsx';

/**
 * Each screen is an entry of the page's history: 后退 leads from one to the one before, and a page that is loaded anew
 * goes on where it was; so does the first of a start that found words there. Answers false until it is there, which waits
 * for what the page before left.
 */
export function usePlaceHistory(left: LeftPage | undefined): boolean {
  const { message } = App.useApp();
  const close = useAskToClose();
  const [isThere, setThere] = useState(false);

  const go = useEffectEvent(async (to: Place): Promise<void> => {
    try {
      if (await goToPlace(to, close)) return replaceBy(placeNow());
      // The user stays: the entry that was left by going back comes again.
      push(placeNow());
    } catch (error) {
      message.warning(failureOf(error).message);
      replaceBy(placeNow());
    }
  });
  const refuse = useEffectEvent(() => {
    message.info('请先关闭打开着的对话框');
    push(placeNow());
  });

  useEffect(() => {
    if (!left) return;
    let moves = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let going = Promise.resolve();
    const move = (to: Place): Promise<void> => {
      moves += 1;
      going = going.then(() => go(to)).finally(() => (moves -= 1));
      return going;
    };
    const note = () => {
      clearTimeout(timer);
      timer = setTimeout(() => moves === 0 && noted(placeNow()));
    };
    const onPop = ({ state }: PopStateEvent) => {
      const entry = readEntry(state);
      if (!entry) return;
      if (hasDialog()) refuse();
      else void move(entry.place);
    };
    const ends = PLACE_STORES.map((store) => store.subscribe(note));
    window.addEventListener('popstate', onPop);
    const place = readEntry({ place: left.place, depth: 0 })?.place ?? entryNow()?.place;
    void (place ? move(place) : Promise.resolve(replaceBy(placeNow()))).then(() => setThere(true));
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
      window.removeEventListener('popstate', onPop);
    };
  }, [left]);

  // A browser has keys and buttons of its own for it.
  const back = () => {
    if (depth() > 0) history.back();
    else message.info('前面没有别的画面了');
  };
  useCommand('back', bridge() && back);
  return isThere;
}

function depth(): number {
  return readEntry(history.state)?.depth ?? 0;
}

function noted(now: Place | undefined): void {
  const before = readEntry(history.state)?.place;
  if (!now || (before && isSamePlace(before, now))) return;
  if (before && isSameScreen(before, now)) replaceBy(now);
  else push(now);
}

function push(place: Place | undefined): void {
  if (!place) return;
  const entry = { place, depth: depth() + 1 };
  history.pushState(entry, '');
  keepEntry(entry);
}

function replaceBy(place: Place | undefined): void {
  if (!place) return;
  const entry = { place, depth: depth() };
  history.replaceState(entry, '');
  keepEntry(entry);
}
