import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Command, Reply } from '../../shared/contract/contract.ts';
import { notedFailure } from '../services/base/failures.ts';
import type { Host } from '../services/host.ts';
import { messageSchema } from './bridge.ts';
import { CHANNEL, isOurs } from './origin.ts';

type OurHost = Pick<Host, 'call' | 'offerFile' | 'offerBytes'>;

/** Answers the page of our window, and nobody else. */
export function listen(host: OurHost, ours: () => WebContents | undefined): void {
  ipcMain.handle(CHANNEL, async (event, raw: unknown) => {
    if (!isFromOurPage(event, ours())) throw new Error('refused: not the page of this program');
    const message = messageSchema.parse(raw);
    switch (message.kind) {
      case 'call':
        return host.call(message.name, message.input, message.page);
      case 'offer':
        return offered(host.offerFile({ path: message.path, name: message.name, ownership: 'borrowed' }));
      case 'bytes':
        return host.offerBytes(message.bytes, message.name).then(offered, (error: unknown): Reply => ({
          ok: false,
          failure: notedFailure(error),
        }));
    }
  });
}

/** Asks something of the page; where there is none, nothing. */
export function tellPage(window: BrowserWindow | undefined, command: Command): void {
  if (window && !window.isDestroyed()) window.webContents.send(CHANNEL, command);
}
const offered = (token: string): Reply => ({ ok: true, value: { token } });

/** The top frame of our own window, showing our own origin. A frame that is already gone has no say. */
function isFromOurPage({ sender, senderFrame }: IpcMainInvokeEvent, ours: WebContents | undefined): boolean {
  return (
    ours !== undefined &&
    sender.id === ours.id &&
    senderFrame !== null &&
    senderFrame === ours.mainFrame &&
    isOurs(senderFrame.url)
  );
}
