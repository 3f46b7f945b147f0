import type { BrowserWindow, Input } from 'electron';

/** Per cent of the usual size, as browsers step. */
const STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200];
export const USUAL = 100;

export type ZoomStep = 'in' | 'out' | 'usual';

/** The next step from a percentage, which may lie between two. */
export function zoomed(percent: number, step: ZoomStep): number {
  if (step === 'usual') return USUAL;
  if (step === 'in') return STEPS.find((each) => each > percent) ?? Math.max(percent, 200);
  return STEPS.findLast((each) => each < percent) ?? Math.min(percent, 50);
}

/** The zoom of the window's pages: by the menu, by Ctrl with + - 0 (also of the number pad) and with the wheel. */
export class Zoom {
  readonly #window: BrowserWindow;
  #percent: number;

  constructor(window: BrowserWindow, percent: number) {
    this.#window = window;
    this.#percent = percent;
    const { webContents } = window;
    webContents.on('did-finish-load', () => this.#apply());
    webContents.on('zoom-changed', (_event, direction) => this.step(direction));
    webContents.on('before-input-event', (event, input) => {
      const step = stepOf(input);
      if (!step) return;
      // Neither the menu nor the page takes it a second time.
      event.preventDefault();
      this.step(step);
    });
  }

  get percent(): number {
    return this.#percent;
  }

  step(step: ZoomStep): void {
    this.#percent = zoomed(this.#percent, step);
    this.#apply();
  }

  #apply(): void {
    this.#window.webContents.setZoomFactor(this.#percent / 100);
  }
}

function stepOf({ type, control, meta, alt, key, code }: Input): ZoomStep | undefined {
  if (type !== 'keyDown' || alt || !(process.platform === 'darwin' ? meta : control)) return undefined;
  if (key === '+' || key === '=' || code === 'NumpadAdd') return 'in';
  if (key === '-' || code === 'NumpadSubtract') return 'out';
  return key === '0' || code === 'Numpad0' ? 'usual' : undefined;
}
