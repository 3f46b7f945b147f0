/** The part of word-extractor that reads Word's own streams; it comes without types. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  interface Piece {
    /** Deleted text is NUL. */
    readonly text: string;
  }
  class WordOleExtractor {
    readonly _pieces: readonly Piece[];
    /** How many characters each part has, in their order in the pieces. */
    readonly _boundaries: Readonly<
      Record<'ccpText' | 'ccpFtn' | 'ccpHdd' | 'ccpAtn' | 'ccpEdn' | 'ccpTxbx', number>
    >;
    extractWordDocument(
      container: { readonly stream: (name: string) => NodeJS.ReadableStream },
      wordDocument: Buffer,
    ): Promise<unknown>;
  }
  export = WordOleExtractor;
}
