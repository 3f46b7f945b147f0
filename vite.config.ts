import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

/** The interface. Both doors serve dist/renderer; relative URLs keep it free of their origins. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  // The legacy build of pdf.js brings what browsers of older domestic systems lack.
  resolve: {
    alias: [
      { find: /^pdfjs-dist$/, replacement: 'pdfjs-dist/legacy/build/pdf.mjs' },
      { find: /^pdfjs-dist\/build\//, replacement: 'pdfjs-dist/legacy/build/' },
    ],
  },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome88',
    // An inlined asset would be a data: URL, which the content policy allows for images alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    // What 首页 needs is one file: each one more is a way through the host before anything can be clicked.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
  },
});
