import { raised } from './page-text.ts';
import { walkXml } from './word/xml.ts';

/** A cell's text in several fonts (ECMA-376, 18.4.4 r). */
interface RichText {
  readonly text: string;
  /** The parts that are struck through. */
  readonly struck: readonly string[];
}

/** A run with a font, as the library writes it: its text stands there as it is, markup that it may hold too. */
const RUN = /<span style="[^"]*">((?:<(?:b|i|s|sub|sup)>)*)([^]*?)(?:<\/(?:b|i|s|sub|sup)>)*<\/span>/g;

/** The same of a text that stands in its cell, by the library's HTML of it; undefined where its fonts say nothing. */
export function inlineText(html: string | undefined): RichText | undefined {
  if (html === undefined || !/<(?:s|sup)>/.test(html)) return undefined;
  const struck: string[] = [];
  const text = html.replace(RUN, (_, fonts: string, words: string) => {
    if (fonts.includes('<s>') && words.trim() !== '') struck.push(words);
    return fonts.includes('<sup>') ? raised(words) : words;
  });
  return { text: text.replaceAll('<br/>', '\n'), struck };
}

/** `xml`: its runs. Throws where they are no XML. */
export function richText(xml: string): RichText {
  let text = '';
  const struck: string[] = [];
  const path: string[] = [];
  let run = { text: '', isRaised: false, isStruck: false };
  walkXml(`<is>${xml}</is>`, {
    open: (name, { val }) => {
      path.push(name);
      if (name === 'r') run = { text: '', isRaised: false, isStruck: false };
      else if (name === 'vertAlign') run.isRaised = val === 'superscript';
      else if (name === 'strike') run.isStruck = val !== '0' && val !== 'false';
    },
    text: (words) => {
      // What is above a character to be pronounced is not read.
      if (path.at(-1) === 't' && !path.includes('rPh')) run.text += words;
    },
    close: (name) => {
      path.pop();
      if (name !== 'r') return;
      text += run.isRaised ? raised(run.text) : run.text;
      if (run.isStruck && run.text.trim() !== '') struck.push(run.text);
    },
  });
  return { text, struck };
}
