export function UnitScreen() {
  return null;
}
