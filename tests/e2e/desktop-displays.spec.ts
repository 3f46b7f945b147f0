import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

/** A screen of its own, as large as an office has them. */
interface Display {
  readonly name: string;
  readonly server: ChildProcess;
}

async function openDisplay(size: string): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(server.stdout, 'data')) as [Buffer];
  return { name: `:${number.toString().trim()}`, server };
}

describe.runIf(doorName === 'desktop' && process.platform === 'linux')('on a screen of', () => {
  let door: OpenDoor | undefined;
  let display: Display | undefined;
  afterEach(async () => {
    await door?.close();
    display?.server.kill();
    door = undefined;
    display = undefined;
  });

  it.each([
    ['1366x768', 100],
    ['1366x768', 125],
    ['1366x768', 150],
    ['1024x600', 100],
    ['1280x680', 100],
    ['1920x1080', 150],
  ])('%s, scale %s: the window lies whole, and so does what is in it', async (size, scale) => {
    display = await openDisplay(size);
    door = await openDoor({
      env: { DISPLAY: display.name },
      args: [`--force-device-scale-factor=${scale / 100}`],
    });
    const placed = () =>
      door?.electron.evaluate(({ BrowserWindow, screen }) => {
        const window = BrowserWindow.getAllWindows()[0];
        return { bounds: window?.getBounds(), area: screen.getPrimaryDisplay().workArea };
      });
    const isWhole = async () => {
      const now = await placed();
      if (!now?.bounds) throw new Error('no window');
      const { bounds, area } = now;
      // Place and size are rounded to whole pixels of the screen, each by itself.
      expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width + 2);
      expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height + 2);
      expect(bounds.x).toBeGreaterThanOrEqual(area.x);
      expect(bounds.y).toBeGreaterThanOrEqual(area.y);
    };
    await isWhole();
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByRole('button', { name: '逐项自评' }).click();
    await door.page.getByRole('heading', { name: /^1\.1/ }).first().waitFor();
    for (const button of ['撤销', '重做']) {
      const box = await door.page.getByRole('button', { name: button, exact: true }).boundingBox();
      const width = await door.page.evaluate(() => window.innerWidth);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }

    // Left larger than this screen, or off it: a projector that is not there any more.
    await door.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 900, y: 500, width: 2400, height: 1500 });
    });
    await door.page.waitForTimeout(700);
    await door.restart();
    await isWhole();
  });
});
