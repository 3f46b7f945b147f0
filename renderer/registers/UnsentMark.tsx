/** Before what a row says: words in its form are not saved. */
export function UnsentMark({ isUnsent }: { readonly isUnsent: boolean }) {
  return isUnsent ? <strong className="registers-late">有内容没保存 </strong> : null;
}
