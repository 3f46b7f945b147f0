import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Reply } from '../../shared/contract/contract.ts';
import type { Message } from './bridge.ts';
import { CHANNEL } from './origin.ts';

const send = (message: Message): Promise<unknown> => ipcRenderer.invoke(CHANNEL, message);

/** All that the page can reach: two functions. The path of a chosen file goes past it, straight to the host. */
contextBridge.exposeInMainWorld('biaobing', {
  call: (name: string, input: unknown, page: string) =>
    send({ kind: 'call', name, input, page }) as Promise<Reply>,
  offerFile: (file: File) =>
    send({ kind: 'offer', path: webUtils.getPathForFile(file), name: file.name }) as Promise<string>,
});
