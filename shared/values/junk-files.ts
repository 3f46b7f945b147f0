/** Folders that systems, file servers and archivers leave behind, whatever is in them. */
const JUNK_FOLDER =
  /(^|\/)(__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|\.DocumentRevisions-V100|\$RECYCLE\.BIN|System Volume Information|\.Trash-\d+|lost\+found|@eaDir|#recycle)(\/|$)/iu;
/**
 * What looking at a folder leaves in it: thumbnails and settings of Windows, macOS and Linux desktops, lock and
 * rescue files of Office (~$, ~WRL), WPS (.~) and LibreOffice (.~lock.…#).
 */
const JUNK_FILE =
  /(^|\/)(\.DS_Store|\._[^/]*|\.localized|Icon\r|Thumbs\.db(:encryptable)?|ehthumbs(_vista)?\.db|desktop\.ini|folder\.htt|\.directory|\.hidden|\.picasa\.ini|~\$[^/]*|\.~[^/]*|~WR[A-Z]\d{4}\.tmp|~DF[0-9A-F]+\.tmp|[^/]*:Zone\.Identifier|\.nomedia|\.nfs[0-9a-f]+|\.fuse_hidden[0-9a-f]+|\.goutputstream-\w+|\.kate-swp|[^/]*\.~tmp|\.~sync\w*|\.sync_[\w.]+)$/iu;

/** Whether a file is called as what systems and programs leave behind. */
export function isJunkName(path: string): boolean {
  return JUNK_FOLDER.test(path) || JUNK_FILE.test(path);
}
