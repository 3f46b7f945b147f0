/** Kind of a file in the words of a clerk, by its ending: "PDF", "图片", "Word 文档". */
export function kindWords(fileName: string): string {
  const ending = plainEnding(fileName);
  const known = KINDS.find(([endings]) => endings.includes(ending));
  return known ? known[1] : ending === '' ? '文件' : ending.toUpperCase();
}

function plainEnding(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot <= 0 ? '' : fileName.slice(dot + 1).toLowerCase();
}

const KINDS: readonly (readonly [readonly string[], string])[] = [
  [['pdf'], 'PDF'],
  [['ofd'], 'OFD 版式文件'],
  [['jpg', 'jpeg', 'jfif', 'png', 'gif', 'bmp', 'webp', 'tif', 'tiff'], '图片'],
  [['doc', 'docx', 'wps'], 'Word 文档'],
  [['xls', 'xlsx', 'et', 'csv'], '表格'],
  [['ppt', 'pptx', 'dps'], '演示文稿'],
  [['mp4', 'mov', 'avi', 'mkv', 'webm', 'wmv'], '视频'],
  [['mp3', 'wav', 'm4a', 'ogg'], '音频'],
  [['txt', 'md'], '文本'],
  [['zip', 'rar', '7z'], '压缩包'],
];
