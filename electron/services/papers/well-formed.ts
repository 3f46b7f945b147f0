import { parser as saxParser } from 'sax';

/** What may not stand in XML at all (XML 1.0, 2.2), as it is or by its number. */
const FORBIDDEN = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:1?[0-8bcef]|1[0-9a-f]));`,
  'i',
);

/** Parts of a table stand in one another, paragraphs in none of themselves (ECMA-376 part 1, 17.3 and 17.4). */
const NEVER_IN: Readonly<Record<string, RegExp>> = {
  'w:p': /^w:(p|r|t|tbl|tr)$/,
  'w:tbl': /^w:(p|r|t|tbl|tr)$/,
  'w:tr': /^w:(p|r|t|tc|tr|body)$/,
  'w:tc': /^w:(p|r|t|tc|tbl|body)$/,
};

/** True where a part of a .docx is whole XML that Word reads: closed, its names declared, its tables in order. */
export function isWellFormed(part: Buffer): boolean {
  const xml = part.toString('utf8');
  if (FORBIDDEN.test(xml)) return false;
  const open: string[] = [];
  let seen = false;
  let whole = true;
  const parser = saxParser(true, { xmlns: true });
  parser.onerror = () => {
    whole = false;
    parser.resume();
  };
  parser.onopentag = ({ name }) => {
    seen = true;
    if (NEVER_IN[name]?.test(open.at(-1) ?? '')) whole = false;
    open.push(name);
  };
  parser.onclosetag = () => open.pop();
  for (let at = 0; at < xml.length && whole; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (whole) parser.close();
  return whole && seen;
}

/** Of the parts of a .docx, by their names. */
export function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}
