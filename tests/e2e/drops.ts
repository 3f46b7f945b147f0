import type { Locator, Page } from 'playwright-core';

/** Files that are held over a part of the page as the system holds them, and let go there where `letGo`. */
export async function dropFiles(page: Page, on: Locator, files: string[], letGo = true): Promise<void> {
  const box = await on.boundingBox();
  if (!box) throw new Error('nothing is there to drop on');
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', ...(letGo ? ['drop'] : [])] as const) {
    await session.send('Input.dispatchDragEvent', { type: type as 'drop', ...at, data });
  }
  await session.detach();
}
