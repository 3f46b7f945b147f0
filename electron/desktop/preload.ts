import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron';
import type { Command, Reply } from '../../shared/contract/contract.ts';
import type { Message } from './bridge.ts';
import { MOST_BYTES, NOT_READ, TOO_LARGE } from './handed-over.ts';
import { CHANNEL } from './origin.ts';

const send = (message: Message): Promise<unknown> => ipcRenderer.invoke(CHANNEL, message);

/** By its path, or its bytes where it has none (pasted, or dragged out of another program). */
async function offer(file: File): Promise<Reply> {
  const { name, size } = file;
  const path = webUtils.getPathForFile(file);
  if (path !== '') return send({ kind: 'offer', path, name }) as Promise<Reply>;
  if (size > MOST_BYTES) return { ok: false, failure: TOO_LARGE };
  const content = await file.arrayBuffer().catch((error: unknown) => console.warn(error));
  if (!content) return { ok: false, failure: NOT_READ };
  return send({ kind: 'bytes', bytes: new Uint8Array(content), name }) as Promise<Reply>;
}

/** All that the page can reach: three functions. The path of a chosen file goes past it, straight to the host. */
contextBridge.exposeInMainWorld('biaobing', {
  call: (name: string, input: unknown, page: string) =>
    send({ kind: 'call', name, input, page }) as Promise<Reply>,
  offerFile: offer,
  onCommand: (listener: (command: Command) => void) => {
    const told = (_event: IpcRendererEvent, command: Command) => listener(command);
    ipcRenderer.on(CHANNEL, told);
    return () => void ipcRenderer.off(CHANNEL, told);
  },
});
