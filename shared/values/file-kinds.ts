import { endingOf } from './file-names.ts';

/** Bytes from the start of a file that the functions here want to see. */
export const HEAD_BYTES = 1024;

/** Content that cannot be told, or that does not begin as its ending claims: shown to nobody, only saved. */
const UNKNOWN = 'application/octet-stream';

type Group = 'document' | 'picture' | 'audio' | 'video' | 'archive';
type Magic = (head: Uint8Array) => boolean;

/** `bytes`: one character a byte. */
const bytesAt =
  (bytes: string, offset = 0): Magic =>
  (head) =>
    head.length >= offset + bytes.length &&
    [...bytes].every((byte, index) => head[offset + index] === byte.charCodeAt(0));
const anyOf =
  (...checks: Magic[]): Magic =>
  (head) =>
    checks.some((check) => check(head));

const latin1 = (head: Uint8Array): string => String.fromCharCode(...head.subarray(0, HEAD_BYTES));

const zip = bytesAt('PK\x03\x04');
/** Compound file of old Office and WPS. */
const compound = bytesAt('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
/** WPS saves either form under its own endings. */
const office = anyOf(zip, compound);
const isoMedia = bytesAt('ftyp', 4);
const mp3 = anyOf(bytesAt('ID3'), (head) => head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);
const asf = bytesAt('\x30\x26\xb2\x75');
const noNulls: Magic = (head) => !head.includes(0);

const openXml = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}`;

/** Ending -> media type, group, and how such a file begins. No type that a browser would run (HTML, SVG). */
const TYPES: Record<string, readonly [type: string, group: Group, magic: Magic]> = {
  '.pdf': ['application/pdf', 'document', (head) => latin1(head).includes('%PDF-')],
  '.ofd': ['application/ofd', 'document', zip],
  '.doc': ['application/msword', 'document', office],
  '.docx': [openXml('wordprocessingml.document'), 'document', office],
  '.xls': ['application/vnd.ms-excel', 'document', office],
  '.xlsx': [openXml('spreadsheetml.sheet'), 'document', office],
  '.ppt': ['application/vnd.ms-powerpoint', 'document', office],
  '.pptx': [openXml('presentationml.presentation'), 'document', office],
  '.wps': ['application/vnd.ms-works', 'document', office],
  '.et': ['application/vnd.ms-excel', 'document', office],
  '.dps': ['application/vnd.ms-powerpoint', 'document', office],
  '.rtf': ['application/rtf', 'document', bytesAt('{\\rtf')],
  '.txt': ['text/plain', 'document', anyOf(noNulls, bytesAt('\xff\xfe'), bytesAt('\xfe\xff'))],
  '.csv': ['text/csv', 'document', anyOf(noNulls, bytesAt('\xff\xfe'))],
  '.jpg': ['image/jpeg', 'picture', bytesAt('\xff\xd8\xff')],
  '.jpeg': ['image/jpeg', 'picture', bytesAt('\xff\xd8\xff')],
  '.jfif': ['image/jpeg', 'picture', bytesAt('\xff\xd8\xff')],
  '.png': ['image/png', 'picture', bytesAt('\x89PNG\r\n\x1a\n')],
  '.gif': ['image/gif', 'picture', bytesAt('GIF8')],
  '.bmp': ['image/bmp', 'picture', bytesAt('BM')],
  '.webp': ['image/webp', 'picture', bytesAt('WEBP', 8)],
  '.tif': ['image/tiff', 'picture', anyOf(bytesAt('II*\0'), bytesAt('MM\0*'))],
  '.tiff': ['image/tiff', 'picture', anyOf(bytesAt('II*\0'), bytesAt('MM\0*'))],
  '.mp3': ['audio/mpeg', 'audio', mp3],
  '.wav': ['audio/wav', 'audio', bytesAt('WAVE', 8)],
  '.m4a': ['audio/mp4', 'audio', isoMedia],
  '.mp4': ['video/mp4', 'video', isoMedia],
  '.m4v': ['video/mp4', 'video', isoMedia],
  '.mov': ['video/quicktime', 'video', anyOf(isoMedia, bytesAt('moov', 4), bytesAt('mdat', 4))],
  '.webm': ['video/webm', 'video', bytesAt('\x1a\x45\xdf\xa3')],
  '.mkv': ['video/x-matroska', 'video', bytesAt('\x1a\x45\xdf\xa3')],
  '.avi': ['video/x-msvideo', 'video', bytesAt('AVI ', 8)],
  '.wmv': ['video/x-ms-wmv', 'video', asf],
  '.wma': ['audio/x-ms-wma', 'audio', asf],
  '.zip': ['application/zip', 'archive', anyOf(zip, bytesAt('PK\x05\x06'))],
  '.rar': ['application/vnd.rar', 'archive', bytesAt('Rar!')],
  '.7z': ['application/x-7z-compressed', 'archive', bytesAt("7z\xbc\xaf'\x1c")],
};

/** Pictures of dots alone, which nothing runs and no reader takes for something else; never SVG. */
const PICTURES: readonly (readonly [type: string, magic: Magic])[] = [
  ['image/png', bytesAt('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', bytesAt('\xff\xd8\xff')],
  ['image/gif', anyOf(bytesAt('GIF87a'), bytesAt('GIF89a'))],
  ['image/webp', (head) => bytesAt('RIFF')(head) && bytesAt('WEBP', 8)(head)],
  // "BM" alone begins a word; the four bytes that are always zero and the size of the header that follows do not.
  ['image/bmp', (head) => bytesAt('BM')(head) && bytesAt('\0\0\0\0', 6)(head) && bytesAt('\0\0\0', 15)(head)],
  ['image/tiff', anyOf(bytesAt('II*\0'), bytesAt('MM\0*'))],
];

/**
 * Media type by the ending, if the file begins as such a file does. A picture is one by its content alone, whatever
 * it is called: phones and chat programs call a PNG .jpg. Anything else is application/octet-stream.
 */
export function mediaTypeOf(fileName: string, head: Uint8Array): string {
  const known = TYPES[endingOf(fileName)];
  if (known?.[2](head) === true) return known[0];
  return PICTURES.find(([, magic]) => magic(head))?.[0] ?? UNKNOWN;
}

/** True where a media type says nothing: of files whose content is none of those that are known here. */
export function isUnknownType(mediaType: string): boolean {
  return mediaType === UNKNOWN;
}

/**
 * True where a type is claimed that could be looked at, and the content begins as none such does. What claims to
 * be nothing in particular (application/octet-stream) contradicts nothing.
 */
export function contradictsType(mediaType: string, head: Uint8Array): boolean {
  const claimed = Object.values(TYPES).filter(([type, group]) => type === mediaType && group !== 'archive');
  return claimed.length > 0 && !claimed.some(([, , magic]) => magic(head));
}

/**
 * True for documents, pictures, audio and video whose content fits the ending (of a picture: any picture): only these are handed to the
 * system's programs. Programs, scripts, links, web pages and archives never are.
 */
export function mayBeOpened(fileName: string, mediaType: string): boolean {
  const known = TYPES[endingOf(fileName)];
  if (known === undefined || known[1] === 'archive') return false;
  return known[0] === mediaType || (known[1] === 'picture' && isPicture(mediaType));
}

function isPicture(mediaType: string): boolean {
  return PICTURES.some(([type]) => type === mediaType);
}

/**
 * Endings that some system runs, installs or follows by a double click: programs, scripts, installers, links,
 * and the settings that start one. No office has such a file as evidence; what needs to be shown of a program is
 * a picture of it.
 */
const EXECUTABLE = new Set(
  [
    'exe com scr pif cpl dll ocx sys drv msi msp mst msix msixbundle appx appxbundle application gadget xll wll',
    'bat cmd vbs vbe js jse mjs cjs ws wsf wsh wsc sct ps1 psm1 psd1 ps1xml ps2 psc1 msh reg inf ins isp hta',
    'chm hlp msc lnk url website scf library-ms appref-ms settingcontent-ms desktop job rdp jnlp jar class',
    'iso img vhd vhdx wim one iqy oqy rqy slk ppam ppa xlam xla xpi crx',
    'sh bash csh ksh zsh run bin elf so appimage deb rpm apk xapk ipa app dmg pkg command py pyc pyw pl rb php',
  ].flatMap((line) => line.split(' ')),
);

/** How programs and links begin, whatever they are called. */
const portableExecutable: Magic = (head) => {
  const at = (head[0x3c] ?? 0) + (head[0x3d] ?? 0) * 256;
  return bytesAt('MZ')(head) && (at + 4 > head.length || bytesAt('PE\0\0', at)(head));
};
const program = anyOf(
  (head) => portableExecutable(head) && head.includes(0),
  bytesAt('\x7fELF'),
  bytesAt('\xcf\xfa\xed\xfe'),
  bytesAt('\xfe\xed\xfa\xcf'),
  // [MS-SHLLINK] 2.1: header size and class of a Windows link.
  bytesAt('\x4c\0\0\0\x01\x14\x02\0'),
);

/**
 * True for a program, script, installer or link, by its ending or by how it begins. The one list by which such
 * files are refused as evidence and make a package suspect.
 */
export function isExecutable(fileName: string, head: Uint8Array = new Uint8Array()): boolean {
  // Blanks and dots at the end are dropped by Windows: "a.exe ." is a.exe. Full width is read as half.
  const ending = /\.([^.\s]+)[.\s]*$/u.exec(fileName.normalize('NFKC'))?.[1]?.toLowerCase();
  return (ending !== undefined && EXECUTABLE.has(ending)) || program(head);
}
