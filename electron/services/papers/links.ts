// What leads out of a .docx (ECMA-376 part 2, 9.3: relationships; part 1, 17.17.2.1: altChunk).
import { hasFetchingField } from './fields-of-word.ts';

interface Cut {
  readonly parts: ReadonlyMap<string, Buffer>;
  /** What cannot be cut without taking something away that is seen. */
  readonly faults: readonly string[];
}

const RELATIONSHIP = /<Relationship\b[^>]*?\/?>(?:\s*<\/Relationship>)?/g;
/** What Word would take into the document, or run, whatever the part is called; the last word of the relation's type. */
const TAKEN_IN: Readonly<Record<string, string>> = {
  afchunk: '含有其他格式的内容，不能使用；请删去后再试',
  oleobject: '含有嵌入的文件或控件，不能使用；请删去后再试',
  package: '含有嵌入的文件或控件，不能使用；请删去后再试',
  control: '含有嵌入的文件或控件，不能使用；请删去后再试',
  vbaproject: '含有宏或嵌入的程序，不能使用；请另存为不带宏的 .docx',
};

/**
 * Without links to elsewhere: a hyperlink becomes plain text, the template that Word notes of itself is forgotten. A
 * picture that lies elsewhere, and fields that fetch something, are faults.
 */
export function cutLinks(parts: ReadonlyMap<string, Buffer>): Cut {
  const kept = new Map(parts);
  const faults: string[] = [];
  for (const [name, content] of parts) {
    if (!/(^|\/)_rels\/[^/]*\.rels$/i.test(name)) continue;
    const gone: string[] = [];
    const left = content.toString('utf8').replace(RELATIONSHIP, (relationship) => {
      const type = attribute(relationship, 'Type').split('/').at(-1) ?? '';
      const taken = TAKEN_IN[type.toLowerCase()];
      if (taken !== undefined) faults.push(taken);
      if (!leadsOut(relationship)) return relationship;
      if (type !== 'hyperlink' && type !== 'attachedTemplate')
        faults.push('含有链接到文件之外的图片或内容，不能使用；请改为插入图片本身');
      gone.push(attribute(relationship, 'Id'));
      return '';
    });
    if (gone.length === 0) continue;
    kept.set(name, Buffer.from(left));
    const owner = name.replace(/_rels\/([^/]*)\.rels$/i, '$1');
    const part = kept.get(owner);
    if (part) kept.set(owner, Buffer.from(withoutReferences(part.toString('utf8'), gone)));
  }
  const texts = [...kept].filter(([name]) => /\.xml$/i.test(name)).map(([, content]) => content);
  if (texts.some((content) => /<(?:\w+:)?altChunk[\s/>]/.test(content.toString('utf8'))))
    faults.push(TAKEN_IN['afchunk'] ?? '');
  if (texts.some(hasFetchingField))
    faults.push('含有会读取外部内容或打开链接的域，不能使用；请选中后按 Ctrl+Shift+F9 变为文字');
  return { parts: kept, faults };
}

/** External by its own word, or by a target that is an address. */
function leadsOut(relationship: string): boolean {
  return (
    attribute(relationship, 'TargetMode').toLowerCase() === 'external' ||
    /^\s*([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i.test(attribute(relationship, 'Target'))
  );
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2] ?? '';
}

/** Of hyperlinks and the attached template, the one that leads to a relationship that is gone. */
function withoutReferences(xml: string, ids: readonly string[]): string {
  return xml.replace(/<w:(hyperlink|attachedTemplate)\b[^>]*>/g, (tag, element: string) => {
    if (!ids.includes(attribute(tag, 'r:id'))) return tag;
    return element === 'hyperlink' ? tag.replace(/\sr:id\s*=\s*("[^"]*"|'[^']*')/, '') : '';
  });
}
