import { type Paragraph, placeWords } from './template-text.ts';

/** What docxtemplater says of one fault. */
interface Fault {
  readonly id: string;
  /** The name between the brackets, as far as it goes. */
  readonly tag: string;
}

const SENTENCES: Readonly<Record<string, (tag: string) => string>> = {
  unopened_tag: () => '有】，前面没有【',
  unclosed_tag: () => '有【，后面没有】；【】要写在同一段里',
  duplicate_open_tag: () => '连着写了两个【',
  duplicate_close_tag: () => '连着写了两个】',
  unopened_loop: (tag) => `有【/${tag}】，前面没有【#${tag}】`,
  unclosed_loop: (tag) => `有【#${tag}】，后面没有【/${tag}】`,
  closing_tag_does_not_match_opening_tag: (tag) => `【#${tag}】和【/…】不配对`,
  unbalanced_loop_tags: (tag) => `【#${tag}】和【/${tag}】一个在表格里，一个不在同一行或同一个表格里`,
  loop_position_invalid: (tag) => `【#${tag}】…【/${tag}】不能放在这里`,
  raw_xml_tag_should_be_only_text_in_paragraph: () => '不支持【@…】',
};

/** Every fault that docxtemplater found in a template, as Chinese sentences with their places. Rethrows other errors. */
export function syntaxFaults(error: unknown, paragraphs: readonly Paragraph[]): string[] {
  const found = faultsIn(error);
  if (found.length === 0) throw error;
  // A bracket without a name is said already, with its place.
  return found
    .filter(({ id, tag }) => tag !== '' || !/loop|closing_tag/.test(id))
    .map(({ id, tag }) => {
      const words = SENTENCES[id]?.(tag) ?? '这里的内容不完整，程序读不出来';
      const place = placeOf(tag, paragraphs);
      return place === '' ? words : `${place}：${words}`;
    });
}

function faultsIn(error: unknown): Fault[] {
  if (!(error instanceof Error) || !('properties' in error)) return [];
  const {
    id = '',
    errors,
    xtag,
  } = error.properties as {
    readonly id?: string;
    readonly errors?: readonly unknown[];
    readonly xtag?: unknown;
  };
  if (errors) return errors.flatMap(faultsIn);
  return [{ id, tag: typeof xtag === 'string' ? xtag.replace(/^[#^/]/, '').trim() : '' }];
}

/** The first paragraph that has the name behind a bracket; '' where none has. */
function placeOf(tag: string, paragraphs: readonly Paragraph[]): string {
  if (tag === '') return '';
  for (const paragraph of paragraphs) {
    for (const sign of ['【', '【#', '【/', '【^', '']) {
      const at = paragraph.text.indexOf(`${sign}${tag}`);
      if (at >= 0) return placeWords(paragraph, at, sign.length + tag.length + 1);
    }
  }
  return '';
}
