import { parser as saxParser } from 'sax';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
}

export interface XmlEvents {
  /** `at`: where the tag begins, `behind`: where it ends. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, behind: number) => void;
  readonly close: (name: string, at: number, behind: number) => void;
  readonly text?: (text: string) => void;
}

/** Throws where the text is no well-formed XML. An element without content is opened and closed at the same place. */
export function walkXml(xml: string, { open, close, text }: XmlEvents): void {
  const parser = saxParser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) =>
    open(name, attributes as Record<string, string>, parser.position);
  parser.onclosetag = (name) => close(name, parser.startTagPosition - 1, parser.position);
  if (text) parser.ontext = text;
  parser.write(xml).close();
}

/** Elements and attributes, without text. */
export function xmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const path = [root];
  walkXml(xml, {
    open: (name, attributes) => {
      const element = { name, attributes, children: [] };
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    close: () => path.pop(),
  });
  return root;
}

/** The first child of a name, and of that one the next name's. */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce((found, name) => found?.children.find((child) => child.name === name), element);
}

/** Its `w:val`, of the element that the names lead to. */
export function valueOf(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  return childOf(element, ...names)?.attributes['w:val'];
}
