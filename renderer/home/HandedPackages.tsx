import { App } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { call } from '../ui/call/client.ts';
import { chosenOfPicked } from '../ui/call/files.ts';
import { useToldCall } from '../ui/use-told-call.tsx';
import { useCommand } from '../ui/commands.ts';
import { unreadWords } from '../ui/intake/unread-words.ts';
import { useVerification } from './use-verification.tsx';

/** Packages that the program was started with, or that 打开方式 hands to the running one: verified, over whatever is shown. */
export function HandedPackages() {
  const { message } = App.useApp();
  const told = useToldCall();
  const { verify, dialog } = useVerification();
  const take = async () => {
    const handed = await told(() => call('takeHandedFiles', {}));
    if (!handed) return;
    if (handed.unread.length > 0) message.warning(unreadWords(handed.unread));
    if (handed.files.length > 0) await verify(handed.files.map(chosenOfPicked));
  };
  const begin = useEffectEvent(() => void take());
  useEffect(() => begin(), []);
  useCommand('verify', () => void take());
  return dialog;
}
