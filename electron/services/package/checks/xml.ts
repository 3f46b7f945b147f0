import { parser as saxParser } from 'sax';
import { ContentError } from '../contents.ts';

export type Attributes = Readonly<Record<string, string>>;

interface Events {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** What is no workbook of ours: whatever was wrong with it. */
export function notOurs(cause: unknown): never {
  throw new ContentError('broken', { cause });
}

/** Walks an XML text. No document type, so that nothing can be defined that reads otherwise elsewhere. */
export function walk(xml: string, { open, text, close }: Events): void {
  const parser = saxParser(true, {});
  parser.onerror = notOurs;
  parser.ondoctype = notOurs;
  parser.onopentag = ({ name, attributes }) => open?.(name, attributes as Attributes);
  parser.ontext = (piece) => text?.(piece);
  parser.oncdata = (piece) => text?.(piece);
  parser.onclosetag = (name) => close?.(name);
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  parser.close();
}
