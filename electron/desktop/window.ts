import { BrowserWindow, dialog, type Rectangle, screen } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { HOME } from './origin.ts';

const MINIMUM = { width: 1280, height: 720 };
const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(MINIMUM.width),
  height: z.int().min(MINIMUM.height),
  maximized: z.boolean(),
});
type State = z.output<typeof stateSchema>;

export interface WindowOptions {
  preload: string;
  icon: string;
  /** Folder for the remembered size; never the user's data. */
  stateFolder: string;
}

export function openWindow({ preload, icon, stateFolder }: WindowOptions): BrowserWindow {
  const stateFile = join(stateFolder, 'window.json');
  const state = readState(stateFile);
  const window = new BrowserWindow({
    title: '标兵自评',
    icon,
    ...MINIMUM,
    ...(state && { x: state.x, y: state.y, width: state.width, height: state.height }),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      experimentalFeatures: false,
    },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const kept: State = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    // At once: the program may end before a write in the background does. A forgotten window size is no reason to
    // keep the window open.
    try {
      writeFileSync(stateFile, JSON.stringify(kept), { mode: 0o600 });
    } catch (error) {
      console.error(error);
    }
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeaveWords(window)) event.preventDefault();
  });
  void window.loadURL(HOME);
  return window;
}

/** The page holds words that are not saved. Electron itself would keep the window open without a word. */
function mayLeaveWords(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: '标兵自评',
    message: '有填写的内容没有保存',
    detail: '标红的文字或数字还没有保存，现在关闭就没有了；以前保存的内容都在。',
    buttons: ['留在这里', '放弃并关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return chosen === 1;
}

/** The remembered place, where it still lies on a screen; undefined on the first start. */
function readState(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    console.error(error);
    return undefined;
  }
  const parsed = stateSchema.safeParse(parseJson(text));
  return parsed.success && isOnScreen(parsed.data) ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width &&
    bounds.y < workArea.y + workArea.height &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y + bounds.height > workArea.y
  );
}
