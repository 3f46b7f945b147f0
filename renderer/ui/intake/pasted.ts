/** As Chromium calls what is pasted and is no file. */
const NAMELESS = 'image.png';

/** Files, or a screenshot, out of the clipboard; none where words are pasted into a field. */
export function pastedFiles({ clipboardData, target }: ClipboardEvent, now = new Date()): File[] {
  if (!clipboardData) return [];
  if (isInField(target) && clipboardData.getData('text/plain') !== '') return [];
  return [...clipboardData.files].map((file) =>
    file.name === NAMELESS ? new File([file], screenshotName(now), { type: file.type }) : file,
  );
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}

/** 截图-2026-11-27-153012.png, by the clock of this computer. */
function screenshotName(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('');
  return `截图-${day}-${time}.png`;
}
