import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';

/** 剪切, 复制 … in fields, 复制 on text, 复制图片 and 另存为 on previews; none where there is nothing to do. */
export function givesContextMenu(window: BrowserWindow, saveShown: () => void): void {
  window.webContents.on('context-menu', (_event, params) => {
    const items = itemsFor(params, {
      copyImage: () => window.webContents.copyImageAt(params.x, params.y),
      saveShown,
    });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}

interface Doing {
  readonly copyImage: () => void;
  readonly saveShown: () => void;
}

type Params = Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText' | 'mediaType'>;

function itemsFor(
  { isEditable, editFlags, selectionText, mediaType }: Params,
  { copyImage, saveShown }: Doing,
): MenuItemConstructorOptions[] {
  const separator = { type: 'separator' } as const;
  const copy = { label: '复制', role: 'copy', enabled: editFlags.canCopy } as const;
  const all = { label: '全选', role: 'selectAll', enabled: editFlags.canSelectAll } as const;
  if (isEditable) {
    return [
      { label: '撤销', role: 'undo', enabled: editFlags.canUndo },
      { label: '重做', role: 'redo', enabled: editFlags.canRedo },
      separator,
      { label: '剪切', role: 'cut', enabled: editFlags.canCut },
      copy,
      { label: '粘贴', role: 'paste', enabled: editFlags.canPaste },
      separator,
      all,
    ];
  }
  if (mediaType === 'image' || mediaType === 'canvas') {
    return [
      { label: '复制图片', click: copyImage },
      { label: '另存为…', click: saveShown },
    ];
  }
  return selectionText.trim() === '' ? [] : [copy, all];
}
