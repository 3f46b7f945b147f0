interface FileKind {
  readonly name: string;
  /** Endings in small letters, without the dot. */
  readonly endings: readonly string[];
}

/** What a dialog for files says and shows. */
export interface FileChoice {
  readonly title: string;
  readonly button: string;
  /** The first is shown at first. */
  readonly kinds: readonly FileKind[];
  /** Files of other kinds may be chosen as well. */
  readonly others: boolean;
  /** Choices of one name begin in one folder, where the last of them was. */
  readonly place: string;
}

const PICTURES: FileKind = {
  name: '图片',
  endings: 'jpg jpeg jfif png gif bmp webp tif tiff heic'.split(' '),
};
const PDF: FileKind = { name: 'PDF 和 OFD', endings: ['pdf', 'ofd'] };
const WORD: FileKind = { name: 'Word 和 WPS 文字', endings: 'doc docx wps rtf'.split(' ') };
const SHEETS: FileKind = { name: '表格', endings: 'xlsx xls et ods csv'.split(' ') };
const VIDEO: FileKind = { name: '视频', endings: 'mp4 mov avi wmv mkv flv m4v webm'.split(' ') };
const SLIDES: FileKind = { name: '演示文稿', endings: 'ppt pptx dps'.split(' ') };
const TEXT: FileKind = { name: '文本', endings: ['txt'] };
const together = (name: string, kinds: readonly FileKind[]): FileKind => ({
  name,
  endings: kinds.flatMap(({ endings }) => endings),
});

const PACKAGES: Omit<FileChoice, 'title' | 'button'> = {
  kinds: [{ name: '推荐包', endings: ['zip'] }],
  others: false,
  place: 'packages',
};
const EVIDENCE: Omit<FileChoice, 'title' | 'button'> = {
  kinds: [together('图片、PDF、Word、表格', [PICTURES, PDF, WORD, SHEETS]), ...[PICTURES, PDF, WORD, SHEETS]],
  others: true,
  place: 'evidence',
};

/** What files are chosen for, in either door. */
export const FILE_CHOICES = {
  evidence: { title: '选择佐证材料', button: '添加', ...EVIDENCE },
  original: { title: '选择原来的文件', button: '放回', ...EVIDENCE },
  material: { title: '选择汇报材料', button: '添加', ...EVIDENCE, place: 'materials' },
  report: {
    ...{ title: '选择汇报材料', button: '添加', others: true, place: 'materials' },
    kinds: [together('Word、WPS 文字、PDF', [WORD, PDF])],
  },
  video: {
    ...{ title: '选择视频', button: '添加', others: true, place: 'materials' },
    kinds: [VIDEO],
  },
  open: {
    ...{ title: '打开推荐包', button: '打开', ...PACKAGES },
    kinds: [{ name: '推荐包和反馈包', endings: ['zip'] }],
  },
  verify: { title: '选择要校验的推荐包', button: '校验', ...PACKAGES },
  inbox: { title: '选择收到的推荐包', button: '收件', ...PACKAGES, others: true },
  inboxFolder: { title: '选择放着推荐包的文件夹', button: '选择文件夹', ...PACKAGES },
  standard: {
    ...{ title: '选择要导入的标准', button: '导入', others: false, place: 'standards' },
    kinds: [
      {
        name: '表格、Word（.docx）、网页',
        endings: 'xlsx xls et ods csv tsv txt docx html htm mht mhtml'.split(' '),
      },
    ],
  },
  importSettings: {
    ...{ title: '选择导入设置', button: '使用', others: false, place: 'standards' },
    kinds: [{ name: '导入设置（.json）', endings: ['json'] }],
  },
  paperTemplate: {
    ...{ title: '选择文书模板', button: '添加', others: false, place: 'papers' },
    kinds: [{ name: 'Word 文档（.docx）', endings: ['docx'] }],
  },
  campaign: {
    ...{ title: '选择推荐活动文件', button: '导入', others: false, place: 'standards' },
    kinds: [{ name: '推荐活动（.json）', endings: ['json'] }],
  },
  table: {
    ...{ title: '选择要导入的表格', button: '导入', others: true, place: 'tables' },
    kinds: [together('表格、Word', [SHEETS, { name: 'Word', endings: ['docx'] }])],
  },
  case: {
    ...{ title: '选择案例文稿', button: '导入', others: true, place: 'cases' },
    kinds: [{ name: 'Word、WPS 文字、文本', endings: ['docx', 'doc', 'wps', 'txt'] }],
  },
  collected: {
    ...{ title: '选择各单位报来的案例和附件', button: '收下', others: true, place: 'cases' },
    kinds: [together('案例文稿、PPT、视频、PDF', [WORD, TEXT, SLIDES, VIDEO, PDF])],
  },
  progress: {
    ...{ title: '选择各单位的进度表', button: '导入', others: false, place: 'progress' },
    kinds: [{ name: '进度表（.json）', endings: ['json'] }],
  },
  photos: { title: '选择照片或文件', button: '添加', ...EVIDENCE, place: 'photos' },
  survey: {
    ...{ title: '选择满意度调查表', button: '读取', others: false, place: 'reviews' },
    kinds: [{ name: '表格', endings: ['xlsx'] }],
  },
  review: {
    ...{ title: '选择同事的核验文件', button: '导入', others: true, place: 'reviews' },
    kinds: [],
  },
  workbook: {
    ...{ title: '选择填好的推荐材料.xlsx', button: '读取', others: false, place: 'reviews' },
    kinds: [{ name: '表格', endings: ['xlsx', 'xls', 'et'] }],
  },
} as const satisfies Record<string, FileChoice>;
export type FilePurpose = keyof typeof FILE_CHOICES;
