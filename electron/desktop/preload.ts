import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron';
import type { Command, Reply } from '../../shared/contract/contract.ts';
import type { Message } from './bridge.ts';
import { CHANNEL } from './origin.ts';

const send = (message: Message): Promise<unknown> => ipcRenderer.invoke(CHANNEL, message);

/** All that the page can reach: three functions. The path of a chosen file goes past it, straight to the host. */
contextBridge.exposeInMainWorld('biaobing', {
  call: (name: string, input: unknown, page: string) =>
    send({ kind: 'call', name, input, page }) as Promise<Reply>,
  offerFile: (file: File) =>
    send({ kind: 'offer', path: webUtils.getPathForFile(file), name: file.name }) as Promise<string>,
  onCommand: (listener: (command: Command) => void) => {
    const told = (_event: IpcRendererEvent, command: Command) => listener(command);
    ipcRenderer.on(CHANNEL, told);
    return () => void ipcRenderer.off(CHANNEL, told);
  },
});
