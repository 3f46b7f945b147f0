/**
 * Puts a text onto the clipboard; false where the system refuses. By the old command, since the desktop grants pages no
 * permission, and that of the clipboard is one; it works behind the user's own click.
 */
export function copyText(text: string): boolean {
  const former = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  Object.assign(field.style, { position: 'fixed', opacity: '0' });
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (former instanceof HTMLElement) former.focus({ preventScroll: true });
  return done;
}
