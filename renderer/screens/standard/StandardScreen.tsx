export function StandardScreen() {
  return null;
}
