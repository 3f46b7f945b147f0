import { Tag } from 'antd';

/** On a line of a list whose id several folders hold: opening it asks which. */
export function SeveralFolders({ copies }: { readonly copies: number | undefined }) {
  return copies === undefined ? null : <Tag color="orange">有 {copies} 个文件夹</Tag>;
}
