import type { Page } from 'playwright-core';

/** What a user could not read or reach: cut by a box or the window that does not scroll, or squeezed to nothing. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const found = new Set<string>();
    if (root.scrollWidth > Math.max(window.innerWidth, 640))
      found.add(`the page is ${root.scrollWidth} wide`);
    const dialog = [...document.querySelectorAll('[role=dialog]')].findLast((each) => each.checkVisibility());
    const shown = (dialog ?? document).querySelectorAll(
      'button, input:not([type=radio], [type=checkbox], [type=file]), textarea, h1, h2, h3, [role=tab], td, th, p,' +
        ' .ui-score-bar-total, .verify-scores dd, .ant-tag, .ant-select',
    );
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      const isShown = element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
      if (!isShown || box.width < 2 || box.height < 2 || element.closest('[aria-hidden=true]')) continue;
      const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const name = `${element.tagName.toLowerCase()} “${words.slice(0, 20)}”`;
      const isField = element.matches('textarea, input:not([role=combobox])');
      if (isField && box.width < 60) found.add(`${name} is ${box.width} wide`);
      if (
        element.matches('h1, h2, h3, p, td') &&
        words.length > 6 &&
        (box.width < 30 || box.height > 4 * box.width)
      )
        found.add(`${name} stands upright`);
      const by = cutBy(element, box);
      if (by !== '') found.add(`${name} is cut by ${by}`);
    }
    return [...found];

    /** Up to the first box that scrolls: what is in it can be reached. */
    function cutBy(element: Element, box: DOMRect): string {
      let [scrollsX, scrollsY] = [false, false];
      for (let each = element.parentElement; each && each !== root; each = each.parentElement) {
        const style = getComputedStyle(each);
        const bounds = each.getBoundingClientRect();
        scrollsX ||= /auto|scroll/.test(style.overflowX);
        scrollsY ||= /auto|scroll/.test(style.overflowY);
        const hidesX = !scrollsX && /hidden|clip/.test(style.overflowX) && bounds.width > 3;
        const hidesY = !scrollsY && /hidden|clip/.test(style.overflowY) && bounds.height > 3;
        if (hidesX && (box.left < bounds.left - 1 || box.right > bounds.right + 1)) return each.className;
        if (hidesY && (box.top < bounds.top - 1 || box.bottom > bounds.bottom + 1)) return each.className;
      }
      const height = Math.max(window.innerHeight, root.scrollHeight);
      if (!scrollsX && (box.left < -1 || box.right > Math.max(window.innerWidth, 640) + 1))
        return 'the window';
      return !scrollsY && box.bottom > height + 1 ? 'the window' : '';
    }
  });
}

/** Whether the whole of an element is in the window, and nothing lies over its middle. */
export function isInSight(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isInside =
        left >= 0 && top >= 0 && right <= window.innerWidth + 1 && bottom <= window.innerHeight + 1;
      return (
        isInside && element.scrollWidth <= element.clientWidth + 1 && over !== null && element.contains(over)
      );
    });
}
