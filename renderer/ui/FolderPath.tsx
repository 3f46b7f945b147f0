import { Tooltip, Typography } from 'antd';

/** Where something lies, in one line of a table, and a button to copy it: the path gives way before the button does. */
export function FolderPath({ folder }: { readonly folder: string }) {
  return (
    <span className="ui-folder-path ui-muted">
      <Tooltip title={folder}>
        <span className="ui-folder-path-text">{folder}</span>
      </Tooltip>
      <Typography.Text copyable={{ text: folder, tooltips: ['复制位置', '已复制'] }} />
    </span>
  );
}
