export function MaterialsScreen() {
  return null;
}
